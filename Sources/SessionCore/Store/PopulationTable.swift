/// How a database that has no users is filled in one go.
public protocol PopulationTable: AnyObject {
  /// Whether the database can be filled by ``fill(_:)``. A cluster cannot: it sends a transaction to every node, and takes
  /// none of such a size.
  func canBeFilled() throws -> Bool
  /// Runs `body`, which adds the rows of a database that has no users yet, as one transaction: when it throws or the program
  /// is killed, nothing has happened. The indexes are made after the rows, where that is faster. Nobody else writes
  /// meanwhile.
  func fill<Result>(_ body: () throws -> Result) throws -> Result
  /// Adds rows, which have all columns of their table. It is fast where they come in the order of their keys.
  func add(_ rows: PackedRows) throws
  /// The number of a client's name, which is kept once however many sessions have it.
  func userAgentNumber(_ text: String) throws -> Int64
  /// The id that the next user gets.
  func nextUserID() throws -> User.ID
}
