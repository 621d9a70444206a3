import SessionCore

/// What an account may do, as `SHOW GRANTS` tells it.
struct HeldRights {
  /// One thing that it may do somewhere.
  struct Item: Hashable {
    /// In capitals: `SELECT`, `ALL PRIVILEGES`, `CREATE USER`.
    let verb: String
    /// The columns it is bound to; none for whole tables.
    let columns: [String]
    /// The databases it is bound to, as a pattern; nil for the whole server.
    let database: String?
    /// The table it is bound to; nil for all of a database.
    let table: String?
  }

  private(set) var items: Set<Item> = []
  /// Whether it may hand on what it may do.
  private(set) var isGrantable = false

  /// Takes the lines of `SHOW GRANTS`. They may hold a hash of the password: nothing of that is kept.
  init(_ lines: [String]) { for line in lines { take(line) } }

  private mutating func take(_ line: String) {
    var reader = GrantReader(line)
    guard reader.skip("GRANT "), let verbs = reader.verbs(), reader.skip(" ON ") else { return }
    // Rights on routines are told apart from those on tables by a word, and a right to be somebody else has no place.
    let kind = reader.word()
    let place = reader.place()
    for verb in verbs where verb.name != "USAGE" {
      let isTable = kind.isEmpty || kind == "TABLE"
      items.insert(
        Item(
          verb: isTable ? verb.name : "\(verb.name) \(kind)", columns: verb.columns, database: place?.database,
          table: isTable ? place?.table : nil))
    }
    if reader.endsWithGrantOption { isGrantable = true }
  }

  /// Which columns of what a right is bound to are not covered; the right itself when nothing is; nil for nothing missing.
  func missing(_ right: Right, on table: String, in database: String) -> Right? {
    let covering = items.filter { item in
      (item.verb == right.verb.rawValue || item.verb.hasPrefix("ALL")) && item.covers(table: table, in: database)
    }
    if covering.contains(where: \.columns.isEmpty) { return nil }
    let held = Set(covering.flatMap(\.columns))
    guard !right.columns.isEmpty else { return right }
    let columns = right.columns.filter { !held.contains($0) }
    return columns.isEmpty ? nil : Right(verb: right.verb, columns: columns)
  }

  /// What of a role's rights is missing, with their tables.
  func missing(_ role: AccountRole, in database: String) -> [(table: String, right: Right)] {
    role.rights.each.compactMap { table, right in missing(right, on: table, in: database).map { (table, $0) } }
  }
}

extension HeldRights.Item {
  /// Whether it holds for a table.
  func covers(table name: String, in database: String) -> Bool {
    guard let pattern = self.database else { return true }
    // Beside a table a database's name is no pattern.
    guard let table else {
      return Self.matches(Array(pattern.unicodeScalars)[...], Array(database.unicodeScalars)[...])
    }
    return pattern == database && table == name
  }

  /// Whether it holds for a database and for no other.
  func isWithin(_ database: String) -> Bool {
    guard let pattern = self.database else { return false }
    guard table == nil else { return pattern == database }
    var isEscaped = false
    let plain = pattern.unicodeScalars.filter { scalar in
      isEscaped = scalar == "\\" && !isEscaped
      return !isEscaped
    }
    // A `_` stands for any character as well, and in most databases' names nobody meant it so.
    return String(String.UnicodeScalarView(plain)) == database
  }

  /// LIKE.
  private static func matches(_ pattern: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let sign = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    switch sign {
    case "%": return matches(rest, text) || !text.isEmpty && matches(pattern, text.dropFirst())
    case "_": return !text.isEmpty && matches(rest, text.dropFirst())
    case "\\" where !rest.isEmpty:
      return text.first == rest.first && matches(rest.dropFirst(), text.dropFirst())
    default: return text.first == sign && matches(rest, text.dropFirst())
    }
  }
}
