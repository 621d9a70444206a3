import Console
import SessionCore

extension Sample {
  /// The same code in every run: 0123…, in groups of five.
  static let code = ActivationCode(random: RandomSource { count in (0..<count).map { UInt8($0) } })

  static func attempt(
    _ number: Int64, _ login: String, user: Int?, _ outcome: Attempt.Outcome, ago: Interval,
    from address: String? = "203.0.113.9", agent: String = "curl/8.14.1"
  ) -> AttemptEntry {
    AttemptEntry(
      number: number,
      attempt: Attempt(
        at: now - ago, login: login, userID: user.map { User.ID(rawValue: Int64($0)) },
        address: address.flatMap { IPAddress(text: $0) }, userAgent: agent, outcome: outcome))
  }

  private static let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"

  /// One of every outcome, the newest first.
  static let attempts = [
    attempt(118, "bob", user: 3, .wrongPassword, ago: .seconds(20)),
    attempt(117, "r…", user: nil, .unknownUser, ago: .seconds(50), from: "2001:db8:85a3:8d3:1319:8a2e:370:7348"),
    attempt(116, "王小明", user: 1, .loggedIn, ago: .minutes(131), from: "203.0.113.24", agent: firefox),
    attempt(115, "bob", user: 3, .wrongPassword, ago: .minutes(132)),
    attempt(114, hostile, user: 7, .locked, ago: .hours(3), agent: "\u{1B}]0;pwned\u{7}\u{202E}client"),
    attempt(113, endless, user: 8, .tooManySessions, ago: .hours(5), agent: endless),
    attempt(112, "李娜", user: 9, .needsCode, ago: .hours(7), agent: firefox),
    attempt(111, "李娜", user: 9, .wrongCode, ago: .hours(8), from: nil, agent: ""),
  ]

  /// As many more as asked for, all older than those of ``attempts``.
  static func more(attempts count: Int) -> [AttemptEntry] {
    (0..<count).map { index in
      attempt(Int64(110 - index), "bob", user: 3, .wrongPassword, ago: .hours(9) + .seconds(Int64(index)))
    }
  }

  static func throttle(_ login: String, user: Int?, address: String? = nil, _ failures: Int, waits: Interval)
    -> Throttle
  {
    Throttle(
      subject: Array("\(login)\(address ?? "")".utf8),
      scope: address == nil ? .account : login == "" ? .address : .accountFromKnown,
      login: login, userID: user.map { User.ID(rawValue: Int64($0)) },
      address: address.flatMap { IPAddress(text: $0) }, failures: failures, refused: 12, lastAt: now - .seconds(20),
      until: now + waits)
  }

  /// Somebody's account, an address, and an account from where its user is known.
  static let throttles = [
    throttle("bob", user: 3, 8, waits: .minutes(4)),
    throttle("", user: nil, address: "203.0.113.9", 41, waits: .minutes(2)),
    throttle("李娜", user: 9, address: "2001:db8:85a3:8d3::", 5, waits: .seconds(28)),
  ]
}
