/// Rows of a table between two keys.
struct KeyRange {
  /// The key before the first row; nil for the table's start.
  var after: [SQLValue]?
  /// The key of the last row; nil for the table's end.
  var upTo: [SQLValue]?

  /// The statement that reads up to `limit` rows of the range in the order of their keys.
  ///
  /// A position in a key of two columns is written as each database finds it in the key's index: SQLite as a row, MariaDB
  /// as two ranges.
  func query(_ table: MovedTable, limit: Int, _ dialect: Dialect) -> Condition {
    var condition = Condition(table.condition ?? "1 = 1")
    if let after { condition = condition && Self.beside(after, ">", table, dialect) }
    if let upTo { condition = condition && Self.beside(upTo, "<=", table, dialect) }
    return Condition(
      "SELECT \(table.columnList) FROM `\(table.name)` WHERE \(condition.sql) ORDER BY \(table.keyList) LIMIT ?",
      condition.arguments + [.integer(Int64(limit))])
  }

  private static func beside(_ key: [SQLValue], _ sign: String, _ table: MovedTable, _ dialect: Dialect) -> Condition {
    let names = table.columns.prefix(key.count).map { "`\($0.name)`" }
    guard key.count == 2 else { return Condition("\(names[0]) \(sign) ?", key) }
    guard dialect != .sqlite else { return Condition("(\(names[0]), \(names[1])) \(sign) (?, ?)", key) }
    return Condition(
      "(\(names[0]) \(sign.prefix(1)) ? OR (\(names[0]) = ? AND \(names[1]) \(sign) ?))", [key[0], key[0], key[1]])
  }
}

extension Condition {
  fileprivate init(_ sql: String, _ arguments: [SQLValue]) {
    self.init(sql)
    self.arguments = arguments
  }
}

extension Connection {
  /// Rows of a range as bytes.
  func page(_ range: KeyRange, of table: MovedTable, limit: Int) throws -> TablePage {
    let statement = range.query(table, limit: limit, dialect)
    var page = TablePage()
    try query(statement.sql, statement.arguments) { page.add($0, of: table) }
    return page
  }

  /// Rows of a range as values.
  func rows(_ range: KeyRange, of table: MovedTable, limit: Int) throws -> [[SQLValue]] {
    let statement = range.query(table, limit: limit, dialect)
    return try all(statement.sql, statement.arguments, table.values)
  }

  /// The greatest key that a table has; nil for an empty one.
  func lastKey(of table: MovedTable) throws -> [SQLValue]? {
    let order = table.columns.prefix(table.keyLength).map { "`\($0.name)` DESC" }.joined(separator: ", ")
    let condition = table.condition ?? "1 = 1"
    return try first(
      "SELECT \(table.keyList) FROM `\(table.name)` WHERE \(condition) ORDER BY \(order) LIMIT 1"
    ) { row in (0..<table.keyLength).map { table.value($0, of: row) } }
  }

  /// How many rows of a table go along.
  func count(_ table: MovedTable) throws -> Int {
    try first("SELECT count(*) FROM `\(table.name)` WHERE \(table.condition ?? "1 = 1")") { Int($0.integer(0)) } ?? 0
  }
}
