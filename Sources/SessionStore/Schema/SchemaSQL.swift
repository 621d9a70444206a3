/// A statement of a migration: SQL whose types are written as each database has them.
///
/// ```swift
/// "CREATE TABLE acts(id \(.id) PRIMARY KEY, at \(.number) NOT NULL) \(.keyed)"
/// ```
struct SchemaSQL: ExpressibleByStringInterpolation {
  /// What stands for a type, or for what else is not the same everywhere.
  enum Piece {
    /// A whole number of 64 bits.
    case number
    /// A row's number that the database gives out, growing; the primary key.
    case serial
    /// A session's or an act's id, or an address: 16 bytes.
    case id
    /// Up to so many bytes.
    case bytes(Int)
    /// A login's key: at most four bytes for each byte of a login, compared as bytes.
    case loginKey
    /// A text of up to so many characters, which an index can hold.
    case text(Int)
    /// A text of any length.
    case longText
    /// Ends a table whose rows are found by number.
    case plain
    /// Ends a table whose rows are found by its primary key.
    case keyed
    /// Ends an index that only the rows need that this holds for; where the database has no such index, all are in it.
    case only(String)
    /// Ends the removal of an index of this table.
    case of(String)
    /// Asks for the parts of all users' logins.
    case loginParts
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var parts: [(text: String, piece: Piece?)] = []
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ text: String) { parts.append((text, nil)) }
    mutating func appendInterpolation(_ piece: Piece) { parts.append(("", piece)) }
  }

  private let parts: [(text: String, piece: Piece?)]

  init(stringLiteral text: String) { parts = [(text, nil)] }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// As `dialect` writes it.
  func text(in dialect: Dialect) -> String { parts.map { $0.piece?.text(in: dialect) ?? $0.text }.joined() }
}

extension SchemaSQL.Piece {
  fileprivate func text(in dialect: Dialect) -> String {
    guard dialect != .sqlite else { return sqlite }
    // Texts are compared as bytes, blanks at their end included, as SQLite does.
    let table =
      "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=\(dialect == .mysql ? "utf8mb4_0900_bin" : "utf8mb4_nopad_bin")"
    return switch self {
    case .number: "BIGINT"
    case .serial: "BIGINT PRIMARY KEY AUTO_INCREMENT"
    case .id: "BINARY(16)"
    case .bytes(let count): "VARBINARY(\(count))"
    // As text it would be too long for an index.
    case .loginKey: "VARBINARY(1020)"
    case .text(let count): "VARCHAR(\(count))"
    case .longText: "MEDIUMTEXT"
    case .plain, .keyed: table
    case .only: ""
    case .of(let name): " ON \(name)"
    case .loginParts: dialect.loginParts(of: "id > 0")
    }
  }

  private var sqlite: String {
    switch self {
    case .number: "INTEGER"
    case .serial: "INTEGER PRIMARY KEY"
    case .id, .bytes: "BLOB"
    case .loginKey, .text, .longText: "TEXT"
    case .plain: "STRICT"
    case .keyed: "STRICT, WITHOUT ROWID"
    case .only(let condition): " WHERE \(condition)"
    case .of: ""
    case .loginParts: Dialect.sqlite.loginParts(of: "id > 0")
    }
  }
}
