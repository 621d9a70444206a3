extension Stylesheet {
  /// Fields, buttons and what stands around them. Targets are 44 pixels high or more (WCAG 2.2, 2.5.5), and where the
  /// keyboard is can always be seen (2.4.7, 2.4.11): a field that gets the focus brings what stands above it into view.
  static let forms: HTML = """
    form{margin:0}
    label{display:block;margin:0 0 .375rem;font-weight:600}
    input{display:block;width:100%;min-height:2.875rem;margin:0 0 1.25rem;padding:.5rem .75rem;font:inherit;\
    line-height:1.5;color:inherit;background:var(--field);border:.0625rem solid var(--edge);border-radius:.1875rem;\
    scroll-margin:11rem 0 4rem}
    input::placeholder{color:var(--soft);opacity:1}
    input[aria-invalid]{border:.125rem solid var(--bad)}
    input.code{font-family:var(--mono);font-size:.9375rem}
    button,.button{display:block;width:100%;min-height:2.875rem;padding:.625rem 1.25rem;font:inherit;font-weight:600;\
    line-height:1.5;text-align:center;text-decoration:none;color:var(--act-ink);background:var(--act);\
    border:.0625rem solid transparent;border-radius:.1875rem;cursor:pointer}
    :is(button,.button):hover{background:var(--act-over)}
    form>button{margin-top:.5rem}
    .quiet{color:var(--ink);background:transparent;border-color:var(--edge)}
    .quiet:hover{background:var(--note)}
    :is(input,button,a,summary,[tabindex]):focus-visible{outline:.1875rem solid var(--act);outline-offset:.125rem}
    .tick{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;margin:-.5rem 0 .5rem;font-weight:400}
    .tick input{flex:none;width:1.375rem;min-height:1.375rem;margin:0;accent-color:var(--act)}
    .hint{margin:-.875rem 0 1.25rem;font-size:.875rem;color:var(--soft)}
    .aside{margin:1.75rem 0 0;border-top:.0625rem solid var(--line)}
    .aside a{display:inline-block;min-height:2.75rem;padding:.75rem 0 .5rem}
    .actions{display:grid;gap:.75rem}
    .logout button{margin:0}
    .card form+.logout{margin-top:.75rem}
    .problem{margin:0 0 1.5rem;padding:.75rem 1rem .875rem;color:var(--bad);background:var(--bad-ground);\
    border-inline-start:.25rem solid}
    .problem h2{margin:0 0 .125rem;font:650 1rem/1.5 var(--sans);letter-spacing:0}
    .problem a{color:inherit}
    .note{margin:1.25rem 0 0;padding:.875rem 1rem;background:var(--note)}
    .note p{margin:0 0 .5rem}
    .note dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.125rem 1rem;align-items:baseline}
    .note dt{color:var(--soft)}
    .note code{user-select:all}

    """
}
