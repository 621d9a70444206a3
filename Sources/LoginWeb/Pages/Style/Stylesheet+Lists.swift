extension Stylesheet {
  /// Pages with things to choose from.
  static let lists: HTML = """
    .who{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;min-width:0}
    .who a{padding:.625rem 0}
    .who button{margin:0}
    .who strong{overflow-wrap:anywhere}
    .wide :is(button,.button){width:auto}
    .goods{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:0 2rem;\
    margin:0 0 3rem;padding:0;list-style:none}
    .goods li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 1rem;align-content:start;padding:1.25rem 0;\
    border-top:.0625rem solid var(--line)}
    .seal{grid-row:span 2;display:grid;place-items:center;width:3.25rem;height:3.25rem;color:var(--mark-ink);\
    background:var(--mark);font:600 1.75rem/1 var(--serif)}
    .goods h2{font:600 1rem/1.5 var(--sans);letter-spacing:0}
    .price{color:var(--soft)}
    .goods form{grid-column:2;margin-top:.75rem}
    .goods button{margin:0}
    .cart{max-width:40rem}
    .cart h2{padding:0 0 .5rem;border-bottom:.0625rem solid var(--ink)}
    .cart ul{padding:0;list-style:none}
    .line{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.25rem;padding:.5rem 0;\
    border-bottom:.0625rem solid var(--line)}
    .line .name{flex:1 1 13rem}
    .line form{margin-inline-start:auto}
    .line button{margin:0}
    .sum{display:flex;justify-content:space-between;padding:.75rem 0 .625rem;border-bottom:.1875rem double var(--ink);\
    font-weight:650}
    .empty{padding:.75rem 0;color:var(--soft)}

    """
}
