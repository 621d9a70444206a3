import Console

extension DemoScene {
  /// What a demonstration shows when no walkthrough says otherwise: a small site on an ordinary day.
  static let standard = """
    people: 60
    sessions: 90
    seed: 7
    session: 李娜 from=2001:db8:4:12::7 client=chrome-android began=6d seen=7h kind=remembered
    session: erin from=198.51.100.23 client=firefox-windows began=5h seen=21m
    session: bob from=203.0.113.9 client=curl began=29m seen=28m
    session: alice from=203.0.113.7 client=safari-iphone began=6d seen=3h kind=remembered
    session: søren from=198.51.100.140 client=chrome-android began=1h seen=9m
    session: 王小明 from=203.0.113.24 client=firefox-windows began=2h seen=12s
    lock: dave asked for it, on leave until spring
    attempt: dave outcome=locked from=198.51.100.77 client=chrome-android began=12m
    attempt: zoë outcome=wrong-password from=203.0.113.61 client=safari-iphone began=7m
    guesses: carol count=6 from=198.51.100.200 client=curl
    """
}
