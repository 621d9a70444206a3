import SessionCore

/// SessionCore's ``SessionCore/Store`` in SQL, over any engine's ``Connection``.
public final class SQLStore: Store {
  /// The connection, whatever the database's version.
  let connection: any Connection
  /// Whether the database is known to be of this program's version.
  private(set) var isVerified = false

  /// The newest link that the transaction that runs has added to the audit log.
  var appended: AuditLink?

  /// How sessions are found that were asked for at this moment; nil while reads are not of one moment.
  var searches: SessionSearches?

  /// Makes a store over `connection`. Says nothing to the database yet; its first use makes sure that the database is of
  /// this program's version, and throws ``SessionCore/StoreError`` of kind `notSetUp`, `older` or `newer` otherwise.
  public init(_ connection: any Connection) { self.connection = connection }

  /// The connection, once the database is known to be of this program's version.
  var database: any Connection {
    get throws {
      if !isVerified { try verify(try schemaVersion()) }
      return connection
    }
  }

  /// How the database writes what no common statement says.
  var dialect: Dialect { connection.dialect }

  /// Ends the query for a row by its key: in a transaction that writes, what is decided on it stays true until it is over.
  var lock: String { connection.isWriting ? dialect.lock : "" }

  /// Takes the database's version.
  func verify(_ version: Int?) throws {
    switch version {
    case Migration.current?: isVerified = true
    case nil: throw connection.error(.notSetUp, "")
    case let version? where version < Migration.current: throw connection.error(.older, "")
    case let version?: throw tooNew(version)
    }
  }

  /// Makes the next use make sure again that the database is of this program's version.
  public func forgetSchemaVersion() { isVerified = false }

  /// Makes sure now, rather than at the first use, that the database is of this program's version.
  public func requireCurrentSchema() throws { _ = try database }

  /// Runs `body` as one transaction, once the database is known to be of this program's version.
  public func transaction<Result>(_ durability: Durability, _ body: () throws -> Result) throws -> Result {
    let database = try database
    guard !database.isWriting else { return try body() }
    defer { appended = nil }
    return try database.transaction(durability, isDone: isAppended) {
      appended = nil
      return try body()
    }
  }

  /// Whether what was added to the audit log by the transaction that was lost is there: then all of it is. What left no
  /// trace in the log may be done twice.
  private func isAppended() throws -> Bool {
    guard let appended else { return false }
    return try connection.first("SELECT hash FROM audit WHERE id = ?", [.integer(appended.number)]) {
      $0.blob(0) == appended.hash
    } ?? false
  }

  /// Runs `body`, whose reads all see one moment.
  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    guard searches == nil, !connection.isWriting else { return try database.snapshot(body) }
    searches = SessionSearches()
    defer { searches = nil }
    return try database.snapshot(body)
  }

  /// Runs `body`, which only reads, until it is done or cancelled.
  public func read<Result>(until cancellation: ReadCancellation, _ body: () throws -> Result) throws -> Result {
    try connection.read(until: cancellation, body)
  }

  /// Runs `body`, which changes a great many rows by transactions of its own.
  public func inBatches<Result>(_ body: () throws -> Result) throws -> Result { try database.inBatches(body) }

  /// Between two transactions of many: lets those who wait have their turn.
  public func giveWay(after held: Int64) throws { try connection.giveWay(after: held) }

  /// Whether others have changed the database in the last second, as ``giveWay(after:)`` saw it.
  public var isShared: Bool { connection.isShared }

  /// A number that differs after somebody else has changed the database.
  public func changeCounter() throws -> Int64 { try connection.changeCounter() }

  /// How the database's server stands, asked just now; nil for an engine that has none.
  public func serverState() throws -> ServerState? { try connection.serverState() }

  /// What is remembered of the server's hosts; nil for an engine that has none.
  public var serverMemory: ServerMemory? { connection.serverMemory }

  /// An error about this database.
  public func error(_ kind: StoreError.Kind, _ detail: String) -> StoreError { connection.error(kind, detail) }
}
