import SessionCore

/// The SQL that makes an account, or gives it its rights.
struct GrantScript {
  let database: String
  let role: AccountRole
  /// The account's name.
  let account: String
  /// Where it may come from: a host's name or address, with `%` for anything.
  let host: String
  /// Whether it must come by TLS.
  let requiresTLS: Bool
  /// Whether it may change the schema as well.
  let migrates: Bool

  /// What stands where the account's password belongs. It is no SQL: a server refuses it, so that no account comes about
  /// whose password everybody can read here.
  var placeholder: String { "<\(role.rawValue.uppercased()) PASSWORD>" }

  /// The statement that makes the account.
  var creation: String {
    "CREATE USER IF NOT EXISTS \(grantee) IDENTIFIED BY \(placeholder)\(requiresTLS ? " REQUIRE SSL" : "");"
  }

  /// The statements that give it its rights.
  var grants: [String] {
    guard !migrates else {
      return ["GRANT \(Rights.migrating.joined(separator: ", ")) ON \(Self.pattern(database)).* TO \(grantee);"]
    }
    return role.rights.tables.map { item in
      let rights = item.rights.map(\.sql).joined(separator: ", ")
      return "GRANT \(rights) ON \(Self.identifier(database)).\(Self.identifier(item.table)) TO \(grantee);"
    }
  }

  private var grantee: String { "\(Self.quoted(account))@\(Self.quoted(host))" }

  /// A text as a literal.
  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "''" : $0 == "\\" ? "\\\\" : String($0) }.joined() + "'"
  }

  /// A name as it is.
  static func identifier(_ name: String) -> String { "`" + name.map { $0 == "`" ? "``" : String($0) }.joined() + "`" }

  /// A database's name where a server takes a pattern: `_` stands for itself.
  private static func pattern(_ name: String) -> String {
    identifier(name.map { "_%\\".contains($0) ? "\\\($0)" : String($0) }.joined())
  }
}

extension Right {
  /// As GRANT takes it.
  fileprivate var sql: String {
    columns.isEmpty
      ? verb.rawValue
      : "\(verb.rawValue) (\(columns.map(GrantScript.identifier).joined(separator: ", ")))"
  }
}
