import SessionCore

/// One value of a statement's arguments.
public enum SQLValue: Hashable, Sendable {
  /// NULL.
  case null
  /// A whole number of 64 bits.
  case integer(Int64)
  /// A text.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  static func time(_ time: Timestamp) -> SQLValue { .integer(time.milliseconds) }
  static func time(_ time: Timestamp?) -> SQLValue { time.map { .integer($0.milliseconds) } ?? .null }
  static func id(_ id: SessionID) -> SQLValue { .blob(id.bytes) }
  static func id(_ id: SessionID?) -> SQLValue { id.map { .blob($0.bytes) } ?? .null }
  static func id(_ id: User.ID) -> SQLValue { .integer(id.rawValue) }
  static func id(_ id: User.ID?) -> SQLValue { id.map { .integer($0.rawValue) } ?? .null }
  static func address(_ address: IPAddress?) -> SQLValue { address.map { .blob($0.bytes) } ?? .null }
}

/// One row of an answer, valid while it is handed out. Columns count from 0.
public protocol Row {
  /// Whether the column is NULL.
  func isNull(_ column: Int) -> Bool
  /// The column as a number; 0 for NULL.
  func integer(_ column: Int) -> Int64
  /// The column as a text; empty for NULL.
  func text(_ column: Int) -> String
  /// The column as bytes; empty for NULL.
  func blob(_ column: Int) -> [UInt8]
}

/// What a database's engine does: the little that the statements of this module need. Belongs to one thread.
///
/// Every call throws ``StoreError``, whose text never holds an argument.
public protocol Connection: AnyObject {
  /// Runs a statement and returns how many rows it changed.
  @discardableResult func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int
  /// Adds rows to their table, whose columns are named as a statement lists them.
  func add(_ rows: PackedRows, _ columns: String) throws
  /// Runs a query and hands out its rows, one at a time.
  func query(_ sql: String, _ arguments: [SQLValue], _ each: (any Row) throws -> Void) throws
  /// How this database writes what no common statement says.
  var dialect: Dialect { get }
  /// Whether a transaction is open that may write.
  var isWriting: Bool { get }
  /// Runs `body` as one transaction that may write.
  ///
  /// An engine whose transactions can fail because of what others do, or whose server can be lost, runs `body` again, on
  /// another host if need be: `body` must change nothing but the database before it returns.
  ///
  /// - Parameters:
  ///   - durability: whether it must outlive a power cut.
  ///   - isDone: asked, on a new connection, when the server was lost while it committed: whether what `body` did is there.
  ///   - body: what to do.
  /// - Returns: what the run of `body` returned that was kept.
  /// - Throws: ``StoreError``, and what `body` throws.
  func transaction<Result>(_ durability: Durability, isDone: () throws -> Bool, _ body: () throws -> Result) throws
    -> Result
  /// Runs `body`, whose reads all see one moment.
  func snapshot<Result>(_ body: () throws -> Result) throws -> Result
  /// Runs `body`, which only reads, until it is done or cancelled: then it throws an error of kind `interrupted`.
  func read<Result>(until cancellation: ReadCancellation, _ body: () throws -> Result) throws -> Result
  /// Runs `body`, which changes a great many rows by transactions of its own and calls ``giveWay(after:)`` between two of
  /// them. What keeps the database's files in shape is done there, and by nobody who serves visitors meanwhile.
  func inBatches<Result>(_ body: () throws -> Result) throws -> Result
  /// Between two transactions of many: lets those who wait have their turn.
  ///
  /// - Parameter held: how long the transaction before took, in nanoseconds.
  /// - Throws: ``StoreError``.
  func giveWay(after held: Int64) throws
  /// Whether others have changed the database in the last second, as ``giveWay(after:)`` saw it: the next transaction is to
  /// be a short one then.
  var isShared: Bool { get }
  /// Whether the database has a table of this name.
  func hasTable(_ name: String) throws -> Bool
  /// A number that differs after another connection has committed a change.
  func changeCounter() throws -> Int64
  /// How the database's server stands, asked just now; nil for an engine that has none.
  func serverState() throws -> ServerState?
  /// What is remembered of the server's hosts, to be read on any thread; nil for an engine that has none.
  var serverMemory: ServerMemory? { get }
  /// An error about this database.
  func error(_ kind: StoreError.Kind, _ detail: String) -> StoreError
}

extension Connection {
  /// Of an engine that cannot stop what it has begun: what is cancelled before it begins does not begin.
  public func read<Result>(until cancellation: ReadCancellation, _ body: () throws -> Result) throws -> Result {
    guard !cancellation.isCancelled else { throw error(.interrupted, "") }
    return try body()
  }
}

extension Connection {
  /// Of an engine that knows no faster way: each row by itself.
  ///
  /// - Throws: ``StoreError``.
  public func add(_ rows: PackedRows, _ columns: String) throws {
    let marks = [String](repeating: "?", count: rows.width).joined(separator: ", ")
    let sql = "INSERT INTO `\(rows.table)`(\(columns)) VALUES(\(marks))"
    for row in 0..<rows.count { try run(sql, (0..<rows.width).map { SQLValue(rows, row, $0) }) }
  }
}

extension SQLValue {
  /// A value of packed rows.
  init(_ rows: PackedRows, _ row: Int, _ column: Int) {
    let value = rows.values[row * rows.width + column]
    var bytes: ArraySlice<UInt8> { rows.bytes[Int(value.number)..<Int(value.number) + Int(value.count)] }
    self =
      switch value.kind {
      case .null: .null
      case .integer: .integer(value.number)
      case .text: .text(String(decoding: bytes, as: UTF8.self))
      case .blob: .blob(Array(bytes))
      }
  }
}

extension Connection {
  /// Of an engine whose server looks after its files.
  public func inBatches<Result>(_ body: () throws -> Result) throws -> Result { try body() }
  /// Of an engine whose writers wait for rows, in the order in which they came.
  public func giveWay(after held: Int64) throws {}
  /// Of such an engine nobody has to know.
  public var isShared: Bool { false }
}

extension Connection {
  /// Of an engine that reads a file.
  public func serverState() throws -> ServerState? { nil }
  /// Of an engine that reads a file.
  public var serverMemory: ServerMemory? { nil }
}

extension Connection {
  /// Runs `body` as one transaction whose being done twice does no harm.
  public func transaction<Result>(_ durability: Durability, _ body: () throws -> Result) throws -> Result {
    try transaction(durability, isDone: { false }, body)
  }

  /// The first row of an answer as `read` makes it, or nil.
  func first<Value>(_ sql: String, _ arguments: [SQLValue] = [], _ read: (any Row) throws -> Value) throws -> Value? {
    var value: Value?
    try query(sql, arguments) { row in if value == nil { value = try read(row) } }
    return value
  }

  /// How many rows `rows`, a query without a limit, finds; counted up to one more than `cap`.
  func count(_ rows: String, _ arguments: [SQLValue], upTo cap: Int, _ what: String = "count(*)") throws -> Int {
    try first("SELECT \(what) FROM (\(rows) LIMIT \(cap + 1)) AS found", arguments) { Int($0.integer(0)) } ?? 0
  }

  /// All rows of an answer as `read` makes them.
  func all<Value>(_ sql: String, _ arguments: [SQLValue], _ read: (any Row) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try query(sql, arguments) { row in values.append(try read(row)) }
    return values
  }
}
