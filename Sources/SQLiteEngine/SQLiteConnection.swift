// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CSQLite
import SessionCore
import SessionStore

/// One connection to an SQLite database file. Belongs to one thread; closes itself.
public final class SQLiteConnection: Connection {
  /// How a database is opened.
  public enum Mode: Sendable {
    /// For reading only: SQLite itself refuses to write.
    case readOnly
    /// For reading and writing what is there.
    case readWrite
    /// The same, and made when it is missing, readable by its owner alone.
    case create
  }

  /// The database's path, as errors name it.
  public let path: String
  let handle: OpaquePointer
  private let identity: FileIdentity?
  // A handful, looked through in turn: a dictionary would cost a short-lived program more than it saves.
  private var statements: [(sql: String, handle: OpaquePointer)] = []
  private var isReadyToWrite = false
  /// What stops the read that runs now.
  var cancellation: ReadCancellation?
  /// Since when it waits for the lock that it waits for.
  var waitingSince: Int64 = 0
  /// Whether it waits for locks at all.
  var isPatient = true
  /// How long the log is.
  var log = LogLength()
  /// There while this connection changes a great many rows.
  var keeper: LogKeeper?
  private static let statementLimit = 96

  /// Opens the database at `path`. No statement runs yet: a file that is no database is found out by the first one.
  ///
  /// - Throws: ``SessionCore/StoreError`` when there is none, or it cannot be opened.
  public init(path: String, mode: Mode = .readWrite) throws {
    self.path = path
    self.handle = try Self.open(path, mode)
    self.identity = Self.identity(of: path)
    sqlite3_extended_result_codes(handle, 1)
    waitInShortNaps()
    lookAfterLog()
    for (option, on) in [
      (SQLITE_DBCONFIG_DEFENSIVE, Int32(1)), (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
    ] {
      _ = rollcall_sqlite_config_switch(handle, option, on)
    }
  }

  deinit {
    for statement in statements { sqlite3_finalize(statement.handle) }
    sqlite3_close_v2(handle)
  }

  @discardableResult
  public func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    try query(sql, arguments) { _ in }
    return Int(sqlite3_changes64(handle))
  }

  public func query(_ sql: String, _ arguments: [SQLValue], _ each: (any Row) throws -> Void) throws {
    // What was cancelled between two statements would otherwise not be noticed.
    if cancellation?.isCancelled == true { throw error(.interrupted, "") }
    try step(sql, arguments, each)
  }

  private func step(_ sql: String, _ arguments: [SQLValue], _ each: (any Row) throws -> Void) throws {
    let statement = try prepared(sql)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in arguments.enumerated() { try check(bind(value, Int32(index + 1), statement)) }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try each(SQLiteRow(statement: statement))
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  public var dialect: Dialect { .sqlite }
  public private(set) var isWriting = false

  public func hasTable(_ name: String) throws -> Bool {
    var found = false
    try query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", [.text(name)]) { _ in found = true }
    return found
  }

  public func changeCounter() throws -> Int64 {
    // A file that was unlinked goes on for whoever has it open: what it answers is true of nothing any more.
    guard Self.identity(of: path) == identity else { throw error(.replaced, "") }
    var counter: Int64 = 0
    try query("PRAGMA data_version", []) { counter = $0.integer(0) }
    return counter
  }

  // A commit is answered by a file of this machine: whether it was done is never in doubt.
  public func transaction<Result>(_ durability: Durability, isDone: () throws -> Bool, _ body: () throws -> Result)
    throws -> Result
  {
    if sqlite3_get_autocommit(handle) == 0 { return try body() }
    try prepareToWrite()
    if durability == .normal { try run("PRAGMA synchronous=NORMAL", []) }
    defer { if durability == .normal { _ = try? run("PRAGMA synchronous=FULL", []) } }
    try run("BEGIN IMMEDIATE", [])
    isWriting = true
    defer { isWriting = false }
    do {
      let result = try body()
      try run("COMMIT", [])
      return result
    } catch {
      // Some failures have rolled back already; the one to report is the first.
      if sqlite3_get_autocommit(handle) == 0 { _ = try? run("ROLLBACK", []) }
      throw error
    }
  }

  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    if sqlite3_get_autocommit(handle) == 0 { return try body() }
    try run("BEGIN", [])
    defer { leaveSnapshot() }
    return try body()
  }

  private func leaveSnapshot() {
    // A read that is stopped leaves its snapshot all the same, and a stop that comes so late that it hits this statement
    // does not hit the next: nothing runs any more then.
    for _ in 0..<3 where sqlite3_get_autocommit(handle) == 0 { try? step("ROLLBACK", []) { _ in } }
  }

  private func prepareToWrite() throws {
    guard !isReadyToWrite else { return }
    for pragma in ["PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON", "PRAGMA synchronous=FULL"] {
      try run(pragma, [])
    }
    isReadyToWrite = true
  }

  func prepared(_ sql: String) throws -> OpaquePointer {
    for known in statements where known.sql == sql { return known.handle }
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    guard let statement else { throw error(.other, "an empty statement") }
    statements.append((sql, statement))
    // Filters come in any shape: what was prepared first is let go, unless it is in use.
    if statements.count > Self.statementLimit,
      let old = statements.firstIndex(where: { sqlite3_stmt_busy($0.handle) == 0 })
    {
      sqlite3_finalize(statements.remove(at: old).handle)
    }
    return statement
  }

  private func bind(_ value: SQLValue, _ index: Int32, _ statement: OpaquePointer) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let number): sqlite3_bind_int64(statement, index, number)
    case .text(let text): sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), rollcall_sqlite_transient())
    case .blob(let bytes): sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), rollcall_sqlite_transient())
    }
  }
}
