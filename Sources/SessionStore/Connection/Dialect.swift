/// What the databases write differently. Everything else is one statement for all of them.
public enum Dialect: Sendable {
  /// SQLite's.
  case sqlite
  /// MariaDB's.
  case mariadb
  /// That of MySQL and of others that speak its protocol.
  case mysql
}

extension Dialect {
  /// Ends a query for rows that the transaction decides on: nobody else changes them until it is over. SQLite has one
  /// writer at a time anyway.
  var lock: String { self == .sqlite ? "" : " FOR UPDATE" }

  /// Joins two tables in the order in which they are named: along the first one's index, looking each row of the other up.
  var orderedJoin: String { self == .sqlite ? "CROSS JOIN" : "STRAIGHT_JOIN" }

  /// The smallest of several values.
  func least(_ values: String) -> String { (self == .sqlite ? "min" : "least") + "(\(values))" }

  /// How many bytes a text takes.
  func bytes(_ column: String) -> String { self == .sqlite ? "length(CAST(\(column) AS BLOB))" : "length(\(column))" }

  /// Ends an insert into `table` so that a row that is there already stays as it is; `key` is any of its columns.
  func unlessThere(_ table: String, _ key: String) -> String {
    // Not IGNORE: it would pass over every other fault as well.
    self == .sqlite ? " ON CONFLICT DO NOTHING" : " ON DUPLICATE KEY UPDATE \(table).\(key) = \(table).\(key)"
  }

  /// Ends an insert so that a row that is there already, by `key`, takes the new values of `columns`.
  func replacing(_ columns: String..., by key: String) -> String {
    switch self {
    case .sqlite:
      " ON CONFLICT(\(key)) DO UPDATE SET " + columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    case .mariadb, .mysql:
      " ON DUPLICATE KEY UPDATE " + columns.map { "\($0) = VALUES(\($0))" }.joined(separator: ", ")
    }
  }

  /// Deletes the first rows of `table` in the order of `key`, its primary key or a column of it: up to as many as the last
  /// argument says.
  func delete(from table: String, where condition: String, order: String, key: String) -> String {
    switch self {
    case .sqlite:
      """
      DELETE FROM \(table) WHERE (\(key)) IN (SELECT \(key) FROM \(table) WHERE \(condition) ORDER BY \(order) LIMIT ?)
      """
    // It reads a subquery with a limit once for every row of the table.
    case .mariadb, .mysql: "DELETE FROM \(table) WHERE \(condition) ORDER BY \(order) LIMIT ?"
    }
  }

  /// The rows after or before a place in the order of two columns.
  func beyond(_ columns: (String, String), _ sign: String, _ place: (SQLValue, SQLValue)) -> Condition {
    switch self {
    case .sqlite: Condition("(\(columns.0), \(columns.1)) \(sign) (?, ?)", place.0, place.1)
    // Of a pair it reads the whole index.
    case .mariadb, .mysql:
      Condition(
        "(\(columns.0) \(sign) ? OR (\(columns.0) = ? AND \(columns.1) \(sign) ?))", place.0, place.0, place.1)
    }
  }
}
