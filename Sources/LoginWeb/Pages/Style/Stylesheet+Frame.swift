extension Stylesheet {
  /// The frame of a page: what stands at its top, its column, what stands at its end.
  static let frame: HTML = """
    body{--measure:26rem;margin:0;min-height:100vh;min-height:100dvh;display:grid;\
    grid-template-columns:minmax(0,var(--measure));justify-content:center;align-content:safe center;\
    padding:2rem 1.5rem 14vh;background:var(--paper);color:var(--ink);overflow-wrap:break-word}
    .wide{--measure:66rem;align-content:start;padding-bottom:4rem}
    .top{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.75rem 1.5rem;\
    margin:0 0 1.75rem}
    .top::after{content:"";flex:0 0 100%;height:.4375rem;border:solid var(--ink);border-width:.1875rem 0 .0625rem}
    .brand,.brand a{display:flex;align-items:center;gap:.75rem;min-width:0;font:600 1.125rem/1.3 var(--serif)}
    .brand a{min-height:2.75rem;margin:-.375rem 0;color:inherit;text-decoration:none}
    .brand a:hover span{text-decoration:underline}
    .mark{flex:none;width:2rem;height:2rem}
    .mark .ground{fill:var(--mark)}
    .mark .tick{fill:none;stroke:var(--mark-ink);stroke-width:3;stroke-linecap:square}
    .logo{flex:none;display:block;width:auto;max-width:min(12rem,60vw);height:auto;max-height:3rem}
    .skip{position:absolute;inset-inline-start:1rem;top:-6rem;padding:.75rem 1rem;color:var(--ink);\
    background:var(--paper)}
    .skip:focus{top:1rem}
    main{scroll-margin-top:1rem}
    .end{margin-top:3rem;padding-top:1rem;border-top:.0625rem solid var(--line);color:var(--soft);font-size:.875rem}
    :is(.top,.end) :is(nav,ul,p){margin:0}
    .top:has(.who) nav{margin-inline-end:auto}
    :is(.top,.end) ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;padding:0;list-style:none}
    :is(.top,.end) li a{display:inline-block;min-height:2.75rem;padding:.625rem 0}
    @media(max-width:30rem){body{align-content:start;padding:1.25rem 1rem 2.5rem}\
    .who{flex:1 1 100%;justify-content:space-between}}

    """
}
