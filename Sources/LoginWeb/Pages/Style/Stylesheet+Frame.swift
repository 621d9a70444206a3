extension Stylesheet {
  /// Type and the frame of a page. The fonts are those that systems have: nothing is fetched.
  static let frame: HTML = """
    *{box-sizing:border-box}
    html{font:100%/1.6 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Cantarell,Ubuntu,"Noto Sans",\
    "Source Sans 3","Helvetica Neue","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",\
    "Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",Arial,sans-serif;-webkit-text-size-adjust:100%}
    :lang(zh){line-height:1.75}
    body{margin:0;min-height:100vh;min-height:100dvh;display:grid;grid-template-columns:minmax(0,1fr);\
    align-content:safe center;justify-items:center;padding:2rem 1rem;background:var(--paper);color:var(--ink)}
    main{width:100%;overflow-wrap:anywhere}
    .card{max-width:25rem;padding:2.25rem 2.25rem 2.5rem;background:var(--card);border:1px solid var(--line);\
    border-radius:18px;box-shadow:var(--shade);margin-bottom:6vh}
    .wide{max-width:58rem;align-self:start}
    .brand{display:flex;align-items:center;gap:.6rem;margin:0 0 1.75rem;font-weight:600;letter-spacing:.01em}
    .brand rect{fill:var(--mark)}
    .brand path{fill:none;stroke:var(--mark-ink);stroke-width:3.2;stroke-linecap:round;stroke-linejoin:round}
    h1{margin:0 0 .35rem;font-size:1.625rem;line-height:1.3;font-weight:650;letter-spacing:-.012em;text-wrap:balance}
    h2{margin:0 0 .75rem;font-size:1.125rem;line-height:1.4;font-weight:650}
    :lang(zh) :is(h1,h2){letter-spacing:.02em}
    p{margin:0 0 1rem}
    .lead{margin-bottom:1.5rem;color:var(--soft);text-wrap:pretty}
    .lead strong{color:var(--ink)}
    a{color:var(--act)}
    .wait{height:3px;margin:0 0 1.75rem;border-radius:3px;background:var(--line);overflow:hidden}
    .wait i{display:block;height:100%;border-radius:3px;background:var(--act);animation:wait 3s linear both}
    @keyframes wait{from{width:0}to{width:100%}}
    @media(prefers-reduced-motion:reduce){.wait i{animation:none}}
    @media(max-width:26rem){body{padding:1rem .75rem}.card{padding:1.5rem 1.25rem 1.75rem;border-radius:14px}}

    """
}
