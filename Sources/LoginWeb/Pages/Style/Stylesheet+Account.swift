extension Stylesheet {
  /// The account page. A session is a card on a narrow screen; on a wide one the sessions are the rows of a table, whose
  /// headings stand over the first row for whoever looks, and in every row for whoever listens.
  static let account: HTML = """
    .panel{margin:2.5rem 0 0}
    .panel h2{margin:0 0 .75rem;padding:0 0 .5rem;border-bottom:.0625rem solid var(--ink)}
    .panel .lead{margin:0 0 .5rem}
    .panel>form:not(.end-others){max-width:26rem;margin-top:1.25rem}
    .news{max-width:40rem;padding:.75rem 1rem;background:var(--note);border-inline-start:.25rem solid var(--act)}
    .wrong{margin:-.875rem 0 1.25rem;color:var(--bad)}
    .sessions{padding:0;list-style:none;font-variant-numeric:tabular-nums lining-nums}
    .session{display:grid;gap:.75rem 1.5rem;padding:1.25rem 0;border-bottom:.0625rem solid var(--line)}
    .session h3{font:600 1rem/1.5 var(--sans);font-variant-east-asian:proportional-width}
    .tag{display:inline-block;margin-inline-start:.25rem;padding:0 .5rem;border:.0625rem solid var(--edge);\
    font-size:.8125rem;font-weight:400;line-height:1.5rem}
    strong.tag{border-color:var(--mark);color:var(--ink);box-shadow:inset .25rem 0 var(--mark);\
    padding-inline-start:.75rem}
    .session dl{display:grid;gap:.25rem 1rem;font-size:.9375rem}
    .session dl div{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:0 1rem}
    .session dt{color:var(--soft)}
    .session dd{overflow-wrap:anywhere}
    .session time{display:inline-block}
    .session button{margin:0}
    .more{padding:1rem 0 0;color:var(--soft)}
    .end-others{margin-top:1.25rem}
    @media(min-width:66rem){.session{grid-template-columns:12rem minmax(0,1fr) 8rem;align-items:start;padding:.75rem 0}\
    .session h3{padding-top:.625rem}\
    .session .tag{margin-inline-start:0}\
    .session form{justify-self:end}\
    .session dl{grid-template-columns:8.75rem 10rem 6.5rem minmax(0,1fr);padding-top:.625rem}\
    .session dl div{display:block}\
    .session:first-child{padding-top:2.25rem;position:relative}\
    .session:first-child dt{position:absolute;top:.75rem;font-size:.875rem}\
    .session+.session dt{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}

    """
}
