import Glibc
import SessionCore

/// What happens to sessions, as it happens: one JSON object a line, for a program that reads along.
struct EventStream {
  private let store: any Store

  init(_ store: any Store) { self.store = store }

  /// How often to ask whether the database has changed, in microseconds.
  private static var interval: UInt32 { 200_000 }

  /// Goes on until the reader has seen enough, or the process is interrupted.
  ///
  /// - Throws: ``StoreError``, ``OutputError``.
  func run() throws {
    var audit = try store.lastAuditNumber()
    var attempt = try store.lastAttemptNumber()
    var counter = try store.changeCounter()
    while true {
      usleep(Self.interval)
      let now = try store.changeCounter()
      guard now != counter else { continue }
      counter = now
      var read = (audit: 0, attempts: 0)
      try store.snapshot {
        var events: [(at: Timestamp, text: String)] = []
        let entries = try store.audit(after: audit, limit: 1000)
        let failures = try store.attempts(after: attempt, limit: 1000)
        read = (entries.count, failures.count)
        for entry in entries {
          audit = entry.number
          if let text = try text(of: entry.record) { events.append((entry.record.at, text)) }
        }
        for entry in failures {
          attempt = entry.number
          if entry.attempt.outcome != .loggedIn { events.append((entry.attempt.at, text(of: entry.attempt))) }
        }
        let output = DataOutput()
        for event in events.sorted(by: { $0.at < $1.at }) { try output.write(event.text + "\n") }
        try output.flush()
      }
      // More than was read at once comes with the next round. A database that was restored begins anew.
      let (lastAudit, lastAttempt) = (try store.lastAuditNumber(), try store.lastAttemptNumber())
      if read.audit == 1000 || read.attempts == 1000 {
        counter = Int64.min
      } else {
        // Also past entries that this version cannot read.
        (audit, attempt) = (lastAudit, lastAttempt)
      }
    }
  }

  private func text(of record: AuditRecord) throws -> String? {
    let event: String
    switch record.action {
    case .login: event = "login"
    case .logout, .endSession, .endAll, .lockUser, .removeUser, .setPassword, .expire, .sweep: event = "end"
    case .restore: event = "restore"
    default: return nil
    }
    let login = try record.user.flatMap { try store.user(id: $0)?.login.text }
    // What an act ended together is told by the act: 'sessions restore' takes it.
    let isAct = try record.session.map { try store.act($0) != nil } ?? false
    return JSON.object([
      ("act", isAct ? Cell(record.session?.description) : .none), ("action", .text(record.action.rawValue)),
      ("at", .time(record.at)), ("by", .text(record.actor.summary)),
      ("event", .text(event)), ("from", record.actor.address.isEmpty ? .none : .text(record.actor.address)),
      ("reason", record.reason.isEmpty ? .none : .text(record.reason)),
      ("session", isAct ? .none : Cell(record.session?.description)),
      ("user", Cell(login)),
    ])
  }

  private func text(of attempt: Attempt) -> String {
    JSON.object([
      ("act", .none), ("action", .text("login")), ("at", .time(attempt.at)), ("by", .text(attempt.login)),
      ("event", .text("failure")),
      ("from", Cell(attempt.address?.description)), ("reason", .text(attempt.outcome.name)), ("session", .none),
      ("user", attempt.userID == nil ? .none : .text(attempt.login)),
    ])
  }
}
