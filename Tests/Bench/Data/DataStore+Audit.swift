import Foundation
import SQLiteEngine
import SessionCore
import SessionStore
import Support

extension DataStore {
  /// A database whose audit log has so many entries, made if it is not there.
  ///
  /// - Returns: its path.
  /// - Throws: ``ChildProgram/Failure`` and ``SessionCore/StoreError``.
  func auditLog(_ size: Int) throws -> String {
    let place = "\(directory)/audit-\(size)-v\(try schema())"
    let database = place + "/rollcall.db"
    if FileManager.default.fileExists(atPath: database) { return database }
    say("making an audit log of \(Double(size).rough) entries")
    let temporary = place + ".new"
    try? FileManager.default.removeItem(atPath: temporary)
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    try rollcall(temporary + "/rollcall.db", "setup").output()
    try fill(temporary + "/rollcall.db", size)
    try FileManager.default.moveItem(atPath: temporary, toPath: place)
    return database
  }

  /// Adds logins and logouts, chained as the program chains them, and seals the end.
  private func fill(_ database: String, _ size: Int) throws {
    let connection = try SQLiteConnection(path: database)
    let store = SQLStore(connection)
    let keys = try KeyRing(file: database + ".key")
    let begin = Clock.system.now() + Interval(milliseconds: -Int64(size) * 100)
    var previous = try store.lastAuditLink() ?? .none
    for start in stride(from: 0, to: size, by: 100_000) {
      try connection.transaction(.normal) {
        for index in start..<min(start + 100_000, size) {
          let record = AuditRecord(
            at: begin + Interval(milliseconds: Int64(index) * 100),
            actor: Actor(name: "user\(index % 1_000_003)", address: "203.0.113.\(index % 256)"),
            action: index.isMultiple(of: 3) ? .logout : .login, user: User.ID(rawValue: Int64(index % 1_000_003)))
          let link = AuditLink(number: previous.number + 1, hash: record.hash(after: previous.hash))
          try connection.run(
            """
            INSERT INTO audit(id, at, actor, terminal, address, action, target_user, reason, previous_hash, hash)
            VALUES(?, ?, ?, ?, ?, ?, ?, '', ?, ?)
            """,
            [
              .integer(link.number), .integer(record.at.milliseconds), .text(record.actor.name),
              .text(record.actor.terminal), .text(record.actor.address), .text(record.action.rawValue),
              .integer(Int64(index % 1_000_003)), .blob(previous.hash), .blob(link.hash),
            ])
          previous = link
        }
        try store.setAuditEnd(AuditEnd(.head, previous, key: keys.current))
      }
    }
  }
}
