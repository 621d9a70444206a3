extension Stylesheet {
  /// What visitors and their systems ask for: more contrast, colours of their own, no motion; and paper. It outweighs the
  /// colours of a site's themes, which come later.
  static let modes: HTML = """
    @media(prefers-contrast:more){:root:root{--soft:var(--ink);--line:var(--edge);--edge:var(--ink)}\
    input,.quiet{border-width:.125rem}a{text-decoration-thickness:.125em}}
    @media(forced-colors:active){.mark .ground{fill:CanvasText}.mark .tick{stroke:Canvas}.wait::after{background:Highlight}\
    .seal,.problem{border:.0625rem solid}button,.button{border-color:ButtonBorder}}
    @media(prefers-reduced-motion:reduce){.wait::after{animation:none}}
    @media print{:root:root{color-scheme:light;--paper:#fff;--field:#fff;--note:#fff;--ink:#000;--soft:#333;--line:#999;\
    --edge:#666;--act:#000;--mark:#000;--mark-ink:#fff;--bad:#000;--bad-ground:#fff}\
    body{display:block;min-height:0;padding:0}button,.button,.skip,.count,.wait::after{display:none}\
    :is(p,li,h1,h2){break-inside:avoid}}

    """
}
