extension Stylesheet {
  /// Letters. The fonts are those that systems have: nothing is fetched. On a Chinese page the Chinese font comes first,
  /// because quotation marks and dashes are in the Latin ones too, at the wrong width; a slanted Chinese character is none.
  static let type: HTML = """
    *,::before,::after{box-sizing:border-box}
    [hidden]{display:none!important}
    :root{--sans:-apple-system,"Segoe UI",Roboto,Cantarell,Ubuntu,"Noto Sans","Source Sans 3","Helvetica Neue",\
    "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",Arial,sans-serif;\
    --serif:"Iowan Old Style","Palatino Nova","Palatino Linotype",Palatino,Charter,"Source Serif 4","Source Serif Pro",\
    "Noto Serif","Songti SC","Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC",Georgia,serif;\
    --mono:ui-monospace,SFMono-Regular,Menlo,"Cascadia Mono",Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",\
    monospace}
    :lang(zh){--sans:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",\
    "Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;\
    --serif:"Songti SC","Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC","Microsoft YaHei",serif;\
    line-height:1.75;line-break:strict;text-autospace:normal}
    html{font:100%/1.55 var(--sans);font-synthesis-style:none;-webkit-text-size-adjust:100%;text-size-adjust:100%}
    :lang(zh) :is(em,i,cite,dfn,address,var){font-style:normal}
    h1,h2,h3,p,ul,ol,dl,dd{margin:0}
    h1{margin:0 0 .75rem;font:600 1.875rem/1.2 var(--serif);letter-spacing:-.008em;text-wrap:balance}
    h2{font:600 1.25rem/1.3 var(--serif);text-wrap:balance}
    :lang(zh) :is(h1,h2){line-height:1.4;letter-spacing:.04em}
    p{text-wrap:pretty}
    strong,b{font-weight:650}
    .lead{max-width:36em;margin-bottom:1.5rem;color:var(--soft)}
    .lead strong{color:var(--ink)}
    a{color:var(--act);text-decoration-thickness:.0625em;text-underline-offset:.2em}
    a:hover{text-decoration-thickness:.125em}
    time,.price,.sum{font-variant-numeric:tabular-nums lining-nums}
    code{font:.9375em/1.5 var(--mono);overflow-wrap:anywhere}

    """
}
