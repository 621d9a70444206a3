/// Where a database is, as `--database` and `ROLLCALL_DATABASE` name it.
public struct DatabaseAddress: Hashable, Sendable {
  /// The path of an SQLite database's file.
  public let path: String

  /// The key file's path, unless the operator names another.
  public var keyPath: String { path + ".key" }

  /// The file whose bytes are locked while passwords are hashed, unless the operator names another.
  public var gatePath: String { path + ".gate" }

  /// Reads a path as it is, or `sqlite:PATH`.
  ///
  /// - Throws: ``StoreError`` for an address of another kind of database. It shows nothing after the kind: the rest may
  ///   hold a password.
  public init(_ text: String) throws {
    let sqlite = "sqlite:"
    if text.hasPrefix(sqlite) {
      path = String(text.dropFirst(sqlite.count))
    } else if let kind = text.split(separator: ":", maxSplits: 1).first, text.dropFirst(kind.count).hasPrefix("://"),
      !kind.contains("/")
    {
      throw StoreError(
        .other, database: "\(kind)://…", detail: "this program knows SQLite alone: give a path, or sqlite:PATH")
    } else {
      path = text
    }
  }
}
