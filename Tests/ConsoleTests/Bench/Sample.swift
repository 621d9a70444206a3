import Console
import SessionCore

/// People and sessions that are the same in every run: English, Chinese, accented, and those who mean harm.
enum Sample {
  /// 2026-11-22T14:03:22Z.
  static let now = Timestamp(milliseconds: 1_795_356_202_000)

  static let hostile = "evil\u{1B}[31m\u{202E}txt.exe\u{7}"
  static let endless = String(repeating: "long", count: 2560)
  static let names = [
    "王小明", "alice", "bob", "carol", "Émile Durand", "zoë 👩‍👩‍👧", hostile, endless, "李娜", "e\u{301}va", "Ｆｕｌｌ",
  ]

  private static let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
  private static let iPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"
  private static let android = "Mozilla/5.0 (Linux; Android 15) Chrome/140.0.0.0 Mobile Safari/537.36"

  static func id(_ number: Int, at time: Timestamp) -> SessionID {
    SessionID(
      time: time,
      random: RandomSource { count in
        (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? number &* 37 &+ $0 &* 11 : number >> (8 * (9 - $0))) }
      })
  }

  /// A session of the `number`th person, seen some time ago.
  static func session(
    _ number: Int, login: String, seen: Interval, age: Interval, kind: SessionKind = .browser,
    idle: Interval = .minutes(30),
    from address: String = "203.0.113.7", agent: String = firefox
  ) -> Session {
    let created = now - age
    let absolute = created + (kind == .remembered ? .days(30) : kind == .simulated ? .minutes(15) : .hours(12))
    return Session(
      id: id(number, at: created), userID: User.ID(rawValue: Int64(number)),
      owner: Session.Owner(login: login, state: .active, notBefore: .distantPast), proof: Proof(bytes: []),
      createdAt: created, authenticatedAt: created, lastSeenAt: now - seen, absoluteExpiresAt: absolute,
      expiresAt: min(absolute, now - seen + idle), kind: kind, address: IPAddress(text: address), userAgent: agent,
      createdBy: kind == .simulated ? "lin on pts/3" : "")
  }

  /// One of every kind, the last seen first.
  static let sessions = [
    session(1, login: names[0], seen: .seconds(12), age: .minutes(131), from: "203.0.113.24"),
    session(
      4, login: names[3], seen: .seconds(40), age: .seconds(40), kind: .simulated, from: "127.0.0.1",
      agent: "curl/8.14.1"),
    session(5, login: names[4], seen: .minutes(2), age: .hours(3), from: "2001:db8:85a3:8d3:1319:8a2e:370:7348"),
    session(7, login: hostile, seen: .minutes(3), age: .minutes(4), agent: "\u{1B}]0;pwned\u{7}\u{202E}client"),
    session(6, login: names[5], seen: .minutes(5), age: .hours(1), agent: android),
    session(
      8, login: endless, seen: .minutes(8), age: .minutes(9), agent: String(endless.prefix(256))
    ),
    session(9, login: names[8], seen: .minutes(14), age: .minutes(50), agent: android),
    session(
      3, login: names[2], seen: .seconds(29 * 60 + 10), age: .seconds(29 * 60 + 30), from: "203.0.113.9", agent: ""),
    session(2, login: names[1], seen: .hours(3), age: .days(6), kind: .remembered, idle: .days(14), agent: iPhone),
  ]

  /// As many more as asked for, each seen a second before the one above, all before those of ``sessions``.
  static func more(_ count: Int) -> [Session] {
    (0..<count).map { index in
      session(
        100 + index, login: "user\(index)", seen: .hours(4) + .seconds(Int64(index)), age: .hours(5), idle: .hours(8))
    }
  }

  static let users = names.enumerated().map { index, name in
    let never = index == 9
    return UserListing(
      user: User(
        id: User.ID(rawValue: Int64(index + 1)), login: Login(text: name, key: Login.key(for: name) ?? name),
        state: index == 10 || index == 6 ? .locked : .active, notBefore: .distantPast,
        createdAt: now - .days(Int64(40 * index)),
        lastLoginAt: never ? nil : now - .minutes(Int64(7 * index)),
        lastLoginFrom: never
          ? nil : IPAddress(text: index == 4 ? "2001:db8:85a3:8d3:1319:8a2e:370:7348" : "203.0.113.7"),
        version: 1),
      liveSessions: index == 0 ? 1000 : index % 4, failures: index == 2 ? 7 : index == 1 ? 3 : 0,
      waitsUntil: index == 2 ? now + .minutes(4) : nil)
  }.sorted { $0.user.login.key.utf8.lexicographicallyPrecedes($1.user.login.key.utf8) }
}

extension Interval {
  static func + (left: Interval, right: Interval) -> Interval {
    Interval(milliseconds: left.milliseconds + right.milliseconds)
  }
}
