/// What a page may keep for a session, such as a cart.
public enum SessionData {
  /// The most names that a session may hold.
  public static let maximumNames = 64
  /// The most that a name may take, in bytes.
  public static let maximumNameBytes = 255
  /// The most that names and values of a session may take together, in bytes.
  public static let maximumBytes = 16 * 1024
}

/// Why something was not kept for a session.
public enum SessionDataError: Error, Hashable {
  /// It would be more than ``SessionData/maximumNames`` names.
  case tooManyNames
  /// It would be more than ``SessionData/maximumBytes`` bytes, or a name of more than ``SessionData/maximumNameBytes``.
  case tooLarge
  /// The session has ended.
  case noSession
}
