import SessionCore
import SessionStore

/// A connection that counts its statements and looks at the clock: when the end of the audit log is locked, and when the
/// commit begins.
final class CountingConnection: Connection {
  /// What was counted.
  struct Count {
    var statements = 0
    /// After the lock of the audit log's end, in transactions.
    var statementsLocked = 0
    /// Seconds from that lock, on SQLite from the transaction's beginning, to the end of the commit, of all transactions together.
    var locked = 0.0
    /// Seconds of their commits.
    var commits = 0.0
  }

  private let inner: any Connection
  private(set) var count = Count()
  private var lockedSince: Double?
  private var isAtAuditEnd = false

  init(_ inner: any Connection) { self.inner = inner }

  func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    note(sql)
    return try inner.run(sql, arguments)
  }

  func query(_ sql: String, _ arguments: [SQLValue], _ each: (any Row) throws -> Void) throws {
    note(sql)
    try inner.query(sql, arguments, each)
  }

  private func note(_ sql: String) {
    count.statements += 1
    if isWriting, sql.contains("FROM audit_ends") {
      isAtAuditEnd = true
      lockedSince = lockedSince ?? Moment.now
    }
    if isAtAuditEnd { count.statementsLocked += 1 }
  }

  var dialect: Dialect { inner.dialect }
  var isWriting: Bool { inner.isWriting }

  func transaction<Result>(_ durability: Durability, isDone: () throws -> Bool, _ body: () throws -> Result) throws
    -> Result
  {
    var end = 0.0
    let result = try inner.transaction(durability, isDone: isDone) {
      // SQLite has one writer at a time, whatever is written.
      if case .sqlite = dialect { lockedSince = Moment.now }
      defer { end = Moment.now }
      return try body()
    }
    let now = Moment.now
    count.commits += now - end
    if let lockedSince { count.locked += now - lockedSince }
    lockedSince = nil
    isAtAuditEnd = false
    return result
  }

  func snapshot<Result>(_ body: () throws -> Result) throws -> Result { try inner.snapshot(body) }
  func read<Result>(until cancellation: ReadCancellation, _ body: () throws -> Result) throws -> Result {
    try inner.read(until: cancellation, body)
  }
  func hasTable(_ name: String) throws -> Bool { try inner.hasTable(name) }
  func changeCounter() throws -> Int64 { try inner.changeCounter() }
  func error(_ kind: StoreError.Kind, _ detail: String) -> StoreError { inner.error(kind, detail) }
}
