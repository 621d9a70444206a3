extension Stylesheet {
  /// Colours by meaning. Text stands out from its ground by 4.5 to 1 or more, edges of fields by 3 to 1 (WCAG 2.2, 1.4.3
  /// and 1.4.11), in light and in dark.
  static let colours: HTML = """
    :root{color-scheme:light dark;
    --paper:#f5f2eb;--card:#fffdf9;--ink:#23272b;--soft:#5d636b;--line:#e3ded2;--edge:#8a8474;
    --act:#1d5c58;--act-over:#154744;--act-ink:#fff;--mark:#b03a26;--mark-ink:#fff;
    --bad:#8f261a;--bad-ground:#fbece8;--note:#f3efe4;--shade:0 1px 2px #3d35200f,0 12px 32px -12px #3d352029}
    @media(prefers-color-scheme:dark){:root{
    --paper:#14171a;--card:#1c2024;--ink:#e9e6e0;--soft:#a9aeb5;--line:#31373d;--edge:#7b838c;
    --act:#86cdc2;--act-over:#a5ded5;--act-ink:#0d2522;--mark:#cf4f37;--mark-ink:#fff;
    --bad:#f5b3a8;--bad-ground:#3a211d;--note:#24292e;--shade:0 1px 2px #0006,0 16px 40px -16px #000a}}

    """
}
