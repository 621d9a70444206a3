extension Stylesheet {
  /// Colours by meaning, as ``PageColours`` makes them from the house themes: a test holds the two together. A site with
  /// themes of its own has them after these.
  static let colours: HTML = """
    :root{color-scheme:light;--paper:#f8f5ee;--field:#fffdfa;--note:#eeebe4;--ink:#2b313c;--soft:#535760;\
    --line:#d6d5d1;--edge:#7c7b76;--act:#2459b3;--act-over:#285094;--act-ink:#f8f5ee;--mark:#b9323c;\
    --mark-ink:#f8f5ee;--bad:#b9323c;--bad-ground:#f4ded7}
    @media(prefers-color-scheme:dark){:root{color-scheme:dark;--paper:#151b26;--field:#0e141f;--note:#1f2631;\
    --ink:#d9e1ee;--soft:#a9b0bd;--line:#2e3440;--edge:#7485a0;--act:#7fb4f5;--act-over:#96c0f4;\
    --act-ink:#151b26;--mark:#f2777a;--mark-ink:#151b26;--bad:#f2777a;--bad-ground:#2d2630}}

    """
}
