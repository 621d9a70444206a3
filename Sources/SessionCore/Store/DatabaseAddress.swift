/// Where a database is, as `--database` and `ROLLCALL_DATABASE` name it.
public enum DatabaseAddress: Hashable, Sendable {
  /// An SQLite database: its file's path.
  case sqlite(String)
  /// A database on a MariaDB server, or on a Galera cluster of them.
  case mariadb(MariaDBAddress)

  /// Reads a path as it is, `sqlite:PATH`, or `mariadb://USER@HOST/DATABASE` (see ``MariaDBAddress``).
  ///
  /// - Throws: ``StoreError`` for an address that cannot be used, or of another kind of database. It shows nothing after
  ///   the kind that may be a password.
  public init(_ text: String) throws(StoreError) {
    // Every check of a session passes here, and nearly all of them with a whole path.
    if text.utf8.first == UInt8(ascii: "/") {
      self = .sqlite(text)
      return
    }
    let sqlite = "sqlite:"
    if text.hasPrefix(sqlite) {
      self = .sqlite(String(text.dropFirst(sqlite.count)))
    } else if text.hasPrefix(MariaDBAddress.scheme) {
      self = .mariadb(try MariaDBAddress(text))
    } else if let kind = text.split(separator: ":", maxSplits: 1).first, text.dropFirst(kind.count).hasPrefix("://"),
      !kind.contains("/")
    {
      throw StoreError(
        .address, database: "\(kind)://…",
        detail: "it is no kind that is known: give an SQLite file's path, or mariadb://USER@HOST/DATABASE")
    } else {
      self = .sqlite(text)
    }
  }

  /// The database as messages name it: short, and without secrets.
  public var name: String {
    switch self {
    case .sqlite(let path): path
    case .mariadb(let address): address.name
    }
  }

  /// The address whole, as ``init(_:)`` reads it again. It never holds a password.
  public var text: String {
    switch self {
    case .sqlite(let path): path.holds("://") || path.hasPrefix("sqlite:") ? "sqlite:" + path : path
    case .mariadb(let address): address.description
    }
  }

  /// The key file's path, unless the operator names another.
  ///
  /// - Throws: ``KeyFileError`` for a server whose address names none.
  public var keyPath: String {
    get throws(KeyFileError) {
      switch self {
      case .sqlite(let path): return path + ".key"
      case .mariadb(let address):
        guard let path = address.keyFile else {
          throw KeyFileError(
            description: """
              No key file is named for \(address.name): add key-file=PATH to the database's address, or set ROLLCALL_KEY.
              """)
        }
        return path
      }
    }
  }

  /// The file whose bytes are locked while passwords are hashed, unless the operator names another: beside an SQLite
  /// database, or else beside the key file.
  ///
  /// - Parameter key: the key file that the operator names instead of ``keyPath``; nil for none.
  /// - Returns: the file's path.
  /// - Throws: ``KeyFileError`` for a server when no key file is named.
  public func gatePath(key: String? = nil) throws(KeyFileError) -> String {
    guard case .sqlite(let path) = self else {
      if let key { return key + ".gate" }
      return try keyPath + ".gate"
    }
    return path + ".gate"
  }
}

extension DatabaseAddress {
  /// The path of an SQLite database's file, for a program that knows no other.
  ///
  /// - Parameters:
  ///   - program: the program that asks.
  ///   - other: the program that knows MariaDB.
  /// - Returns: the path.
  /// - Throws: ``StoreError`` for a server, which says which program to use.
  public func file(for program: StaticString, else other: StaticString) throws(StoreError) -> String {
    switch self {
    case .sqlite(let path): return path
    case .mariadb(let address):
      throw StoreError(
        .address, database: address.name, detail: "\(program) knows SQLite alone: for MariaDB use \(other)")
    }
  }

  /// The address of a server, for a program that knows no other kind of database.
  ///
  /// - Parameters:
  ///   - program: the program that asks.
  ///   - other: the program that knows SQLite.
  /// - Returns: the server's address.
  /// - Throws: ``StoreError`` for a file, which says which program to use.
  public func server(for program: StaticString, else other: StaticString) throws(StoreError) -> MariaDBAddress {
    switch self {
    case .mariadb(let address): return address
    case .sqlite(let path):
      throw StoreError(
        .address, database: path, detail: "\(program) knows MariaDB alone: for an SQLite file use \(other)")
    }
  }
}
