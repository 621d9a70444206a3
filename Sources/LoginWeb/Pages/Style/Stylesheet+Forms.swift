extension Stylesheet {
  /// Fields, buttons and what stands around them. Targets are 44 pixels high or more (WCAG 2.2, 2.5.5), and where the
  /// keyboard is can always be seen (2.4.7).
  static let forms: HTML = """
    form{margin:0}
    label{display:block;margin:0 0 .35rem;font-size:.9375rem;font-weight:600}
    input{display:block;width:100%;min-height:2.875rem;margin:0 0 1.15rem;padding:.55rem .8rem;font:inherit;\
    color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:10px}
    button,.button{display:block;width:100%;min-height:2.875rem;padding:.6rem 1.1rem;font:inherit;font-weight:600;\
    line-height:1.5;text-align:center;text-decoration:none;color:var(--act-ink);background:var(--act);\
    border:1px solid transparent;border-radius:10px;cursor:pointer}
    form>button{margin-top:.4rem}
    :is(button,.button):hover{background:var(--act-over)}
    .tick{display:flex;gap:.6rem;align-items:center;min-height:2.75rem;margin:0 0 .6rem;font-weight:400}
    .tick input{width:1.25rem;min-height:1.25rem;margin:0;accent-color:var(--act)}
    .hint{margin:-.75rem 0 1.15rem;font-size:.875rem;color:var(--soft)}
    .aside{margin:1.1rem 0 0;font-size:.9375rem;text-align:center}
    .aside a{display:inline-block;padding:.5rem .75rem;color:inherit}
    .quiet{margin:0;color:var(--ink);background:transparent;border-color:var(--edge)}
    .quiet:hover{background:var(--note)}
    :is(input,button,a):focus-visible{outline:3px solid var(--act);outline-offset:2px}
    .actions{margin:0}
    .actions+.logout{margin-top:.75rem}
    .problem{margin:.75rem 0 1.4rem;padding:.75rem .9rem;color:var(--bad);background:var(--bad-ground);\
    border:1px solid currentColor;border-radius:10px}
    .note{margin:1.75rem 0 0;padding:.85rem 1rem;font-size:.9375rem;background:var(--note);border-radius:10px}
    .note p{margin:0 0 .4rem;color:var(--soft)}
    dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin:0}
    dt{color:var(--soft)}
    dd{margin:0}
    code{font:600 .9375em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;\
    user-select:all}

    """
}
