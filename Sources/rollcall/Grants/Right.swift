/// What an account may do with one table of the database.
struct Right: Hashable {
  /// What it is about.
  enum Verb: String, CaseIterable {
    case select = "SELECT"
    case insert = "INSERT"
    case update = "UPDATE"
    case delete = "DELETE"
  }

  let verb: Verb
  /// The columns it is bound to; none for all of them, those that come as well.
  let columns: [String]

  /// The right to read some columns.
  static func select(_ columns: String...) -> Right { Right(verb: .select, columns: columns) }
  /// The right to add rows, of some columns.
  static func insert(_ columns: String...) -> Right { Right(verb: .insert, columns: columns) }
  /// The right to change some columns.
  static func update(_ columns: String...) -> Right { Right(verb: .update, columns: columns) }
  /// The right to remove rows, which no server binds to columns.
  static var delete: Right { Right(verb: .delete, columns: []) }
}

/// What an account may do with the whole database: for each table, its rights.
struct Rights {
  /// One table's.
  struct Of {
    let table: String
    let rights: [Right]

    init(_ table: String, _ rights: Right...) {
      self.table = table
      self.rights = rights
    }
  }

  let tables: [Of]

  /// Each right with its table, in the order of the tables.
  var each: [(table: String, right: Right)] { tables.flatMap { item in item.rights.map { (item.table, $0) } } }
}
