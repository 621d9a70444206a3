/// What the core asks about what pages keep for sessions.
public protocol SessionDataTable: AnyObject {
  /// What is kept for a session under `name`.
  func data(of session: SessionID, name: String) throws -> String?
  /// Keeps `value` for a session under `name`, or removes it when nil. Throws ``SessionDataError`` at the bounds.
  func setData(of session: SessionID, name: String, value: String?) throws
  /// How many names are kept for a session.
  func countData(of session: SessionID) throws -> Int
  /// Gives what is kept for one session to another, which has nothing yet.
  func moveData(from old: SessionID, to new: SessionID) throws
}
