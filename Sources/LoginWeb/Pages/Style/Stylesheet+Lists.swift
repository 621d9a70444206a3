extension Stylesheet {
  /// A page with a bar on top and things to choose from.
  static let lists: HTML = """
    .bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.75rem 1.5rem;\
    margin:0 0 2rem;padding-bottom:1rem;border-bottom:1px solid var(--line)}
    .bar .brand{margin:0}
    .who{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;color:var(--soft)}
    .who strong{color:var(--ink)}
    .who button,.line button{width:auto;min-height:2.75rem;padding:.4rem 1rem}
    .goods{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:1rem;margin:0 0 2.5rem;\
    padding:0;list-style:none}
    .goods li,.cart{background:var(--card);border:1px solid var(--line);border-radius:14px}
    .goods li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 1rem;padding:1.1rem}
    .seal{grid-row:span 2;display:grid;place-items:center;width:3.25rem;height:3.25rem;color:var(--mark-ink);\
    background:var(--mark);border-radius:11px;font:600 1.625rem/1 "Songti SC","Noto Serif CJK SC","Source Han Serif SC",\
    STKaiti,KaiTi,SimSun,serif}
    .goods h3{margin:0;font-size:1rem;line-height:1.45}
    .price{margin:0;color:var(--soft);font-variant-numeric:tabular-nums}
    .goods form{grid-column:1/-1;margin-top:.9rem}
    .goods button{margin:0}
    .cart{padding:1.25rem 1.35rem}
    .cart ul{margin:0;padding:0;list-style:none}
    .line{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1rem;padding:.5rem 0;border-top:1px solid var(--line)}
    .line .name{flex:1 1 13rem}
    .line form{margin-inline-start:auto}
    .sum{display:flex;justify-content:space-between;margin:0;padding-top:.9rem;border-top:1px solid var(--line);\
    font-weight:650;font-variant-numeric:tabular-nums}
    .empty{margin:0;color:var(--soft)}

    """
}
