import SessionCore
import SessionStore

/// Passes everything on to another connection, and remembers what was asked.
final class RecordingConnection: Connection {
  /// A statement with the arguments that it came with.
  struct Statement {
    let sql: String
    let arguments: [SQLValue]
  }

  private let inner: any Connection
  private(set) var statements: [String: Statement] = [:]

  init(_ inner: any Connection) { self.inner = inner }

  var dialect: Dialect { inner.dialect }
  var isWriting: Bool { inner.isWriting }

  func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    statements[sql] = Statement(sql: sql, arguments: arguments)
    return try inner.run(sql, arguments)
  }

  func query(_ sql: String, _ arguments: [SQLValue], _ each: (any Row) throws -> Void) throws {
    statements[sql] = Statement(sql: sql, arguments: arguments)
    try inner.query(sql, arguments, each)
  }

  func transaction<Result>(_ durability: Durability, isDone: () throws -> Bool, _ body: () throws -> Result) throws
    -> Result
  {
    try inner.transaction(durability, isDone: isDone, body)
  }

  func snapshot<Result>(_ body: () throws -> Result) throws -> Result { try inner.snapshot(body) }

  func read<Result>(until cancellation: ReadCancellation, _ body: () throws -> Result) throws -> Result {
    try inner.read(until: cancellation, body)
  }

  func hasTable(_ name: String) throws -> Bool { try inner.hasTable(name) }
  func changeCounter() throws -> Int64 { try inner.changeCounter() }
  func error(_ kind: StoreError.Kind, _ detail: String) -> StoreError { inner.error(kind, detail) }
}
