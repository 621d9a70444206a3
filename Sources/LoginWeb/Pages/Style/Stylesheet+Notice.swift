extension Stylesheet {
  /// Three seconds, counted without a script: a strip with the figures moves up by one each second. The figures are not
  /// in the page, so that a browser without styles shows the text alone. Who wants no motion still sees them change, but
  /// not the line grow.
  static let notice: HTML = """
    .wait{position:relative;display:flex;gap:1.125rem;align-items:center;margin:0 0 1.5rem;padding:0 0 1rem;\
    border-bottom:.0625rem solid var(--line);color:var(--soft)}
    .wait::after{content:"";position:absolute;inset:auto auto -.125rem 0;width:100%;height:.1875rem;\
    background:var(--mark);transform-origin:0 0;animation:line 3s linear both}
    [dir=rtl] .wait::after{transform-origin:100% 0}
    .count{flex:none;height:1.2em;overflow:hidden;font:600 2.75rem/1.2 var(--serif);color:var(--mark);\
    font-variant-numeric:tabular-nums lining-nums}
    .count::before{content:"3\\A 2\\A 1\\A 0";display:block;white-space:pre;animation:count 3s steps(3) both}
    @keyframes count{to{transform:translateY(-75%)}}
    @keyframes line{from{transform:scaleX(0)}}

    """
}
