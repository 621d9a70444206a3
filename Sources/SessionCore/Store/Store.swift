/// What the core asks of a database. One store belongs to one thread.
///
/// Every call throws ``StoreError`` when the database cannot answer. Changes stand inside ``transaction(_:_:)``, with
/// their audit record; ``SessionService`` sees to that.
public protocol Store: UserTable, SessionTable, EndedTable, UndoTable, SessionDataTable, AttemptTable, SettingsTable,
  AuditTable, OverviewTable, PopulationTable
{
  /// Runs `body` as one transaction: all of it is kept, or nothing is when it throws.
  func transaction<Result>(_ durability: Durability, _ body: () throws -> Result) throws -> Result

  /// Runs `body`, whose reads all see the database as it is at one moment.
  func snapshot<Result>(_ body: () throws -> Result) throws -> Result

  /// Runs `body`, which only reads, until it is done or cancelled.
  ///
  /// - Throws: ``StoreError`` of kind `interrupted` once `cancellation` is cancelled, and what `body` throws.
  func read<Result>(until cancellation: ReadCancellation, _ body: () throws -> Result) throws -> Result

  /// Runs `body`, which changes a great many rows by transactions of its own and calls ``giveWay(after:)`` between two of
  /// them: so nobody waits for more than one.
  func inBatches<Result>(_ body: () throws -> Result) throws -> Result
  /// Between two transactions of many: lets those who wait have their turn.
  ///
  /// - Parameter held: how long the transaction before took, in nanoseconds.
  /// - Throws: ``StoreError``.
  func giveWay(after held: Int64) throws
  /// Whether others have changed the database in the last second, as ``giveWay(after:)`` saw it.
  var isShared: Bool { get }

  /// The number of the last migration that the database has had; nil for a database that was never set up.
  func schemaVersion() throws -> Int?
  /// Makes the next use make sure again that the database is of this program's version: another program may have changed
  /// that meanwhile.
  func forgetSchemaVersion()
  /// Brings the schema up to date and returns the names of the migrations that ran.
  func migrate() throws -> [String]
  /// A number that differs after somebody else has changed the database, and only then.
  func changeCounter() throws -> Int64
  /// How the database's server stands, asked just now; nil for a database that is a file.
  func serverState() throws -> ServerState?
  /// What is remembered of the hosts of the database's server, to be read on any thread; nil for a file.
  var serverMemory: ServerMemory? { get }
  /// An error about this database.
  func error(_ kind: StoreError.Kind, _ detail: String) -> StoreError
}

/// Whether a transaction must outlive a power cut.
public enum Durability: Sendable {
  /// Synced to disk before it is answered: logins, ends, users, passwords, audit.
  case full
  /// May be lost in a power cut: the last request of a session, the counters of wrong passwords.
  case normal
}
