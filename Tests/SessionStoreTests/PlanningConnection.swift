import SQLiteEngine
import SessionCore
import SessionStore

/// A connection that notes how SQLite goes about every query before it runs it.
final class PlanningConnection: Connection {
  private let connection: SQLiteConnection
  /// Each step of each query: `SEARCH t USING INDEX audit_by_time (at>?)`.
  private(set) var steps: [String] = []
  /// Those of them while others could not write.
  private(set) var lockedSteps: [String] = []
  /// How often others could not write.
  private(set) var transactions = 0
  private var isLocked = false

  init(_ path: String) throws { connection = try SQLiteConnection(path: path) }

  /// The steps of what `body` asks.
  func plan(_ body: () throws -> Void) rethrows -> [String] {
    (steps, lockedSteps, transactions) = ([], [], 0)
    try body()
    return steps
  }

  @discardableResult func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    try note(sql, arguments)
    return try connection.run(sql, arguments)
  }

  func query(_ sql: String, _ arguments: [SQLValue], _ each: (any Row) throws -> Void) throws {
    try note(sql, arguments)
    try connection.query(sql, arguments, each)
  }

  private func note(_ sql: String, _ arguments: [SQLValue]) throws {
    try connection.query("EXPLAIN QUERY PLAN " + sql, arguments) { row in
      steps.append(row.text(3))
      if isLocked { lockedSteps.append(row.text(3)) }
    }
  }

  var dialect: Dialect { connection.dialect }
  var isWriting: Bool { connection.isWriting }
  func transaction<Result>(_ durability: Durability, isDone: () throws -> Bool, _ body: () throws -> Result) throws
    -> Result
  {
    try connection.transaction(durability, isDone: isDone) {
      guard !isLocked else { return try body() }
      transactions += 1
      isLocked = true
      defer { isLocked = false }
      return try body()
    }
  }
  func snapshot<Result>(_ body: () throws -> Result) throws -> Result { try connection.snapshot(body) }
  func hasTable(_ name: String) throws -> Bool { try connection.hasTable(name) }
  func changeCounter() throws -> Int64 { try connection.changeCounter() }
  func error(_ kind: StoreError.Kind, _ detail: String) -> StoreError { connection.error(kind, detail) }
}
