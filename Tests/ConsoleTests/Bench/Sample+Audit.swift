import Console
import SessionCore

extension Sample {
  static func entry(
    _ number: Int64, _ action: AuditRecord.Action, by name: String, at terminal: String = "", from address: String = "",
    on user: Int? = nil, session: SessionID? = nil, _ reason: String = "", ago: Interval
  ) -> AuditListing {
    AuditListing(
      entry: AuditEntry(
        number: number,
        record: AuditRecord(
          at: now - ago, actor: Actor(name: name, terminal: terminal, address: address), action: action,
          user: user.map { User.ID(rawValue: Int64($0)) }, session: session, reason: reason)),
      login: user.flatMap { names.indices.contains($0 - 1) ? names[$0 - 1] : nil })
  }

  /// What visitors, operators and programs did, the newest first; the last on somebody who was removed since.
  static let audit = [
    entry(
      2118, .login, by: "王小明", from: "203.0.113.24", on: 1, session: sessions.first?.id, ago: .minutes(131)),
    entry(
      2117, .endSession, by: "lin", at: "pts/3", from: "198.51.100.4", "37 sessions: suspicious address range 可疑",
      ago: .hours(3)),
    entry(
      2116, .lockUser, by: "lin", at: "pts/3", from: "198.51.100.4", on: 7, "asked by their manager", ago: .hours(3)),
    entry(2115, .sweep, by: "root", "500 sessions", ago: .hours(4)),
    entry(2114, .setPassword, by: endless, from: "2001:db8:85a3:8d3:1319:8a2e:370:7348", on: 8, ago: .hours(5)),
    entry(2113, .giveCode, by: "mei", at: "pts/9", on: 9, hostile, ago: .hours(6)),
    entry(2112, .rotateKey, by: "root", at: "tty1", "the yearly one", ago: .days(2)),
    entry(2111, .removeUser, by: "mei", at: "pts/9", on: 4711, "left", ago: .days(3)),
  ]

  /// As many more as asked for, all older than those of ``audit``.
  static func more(entries count: Int) -> [AuditListing] {
    (0..<count).map { index in
      entry(Int64(2110 - index), .logout, by: "bob", on: 3, ago: .days(4) + .minutes(Int64(index)))
    }
  }
}
