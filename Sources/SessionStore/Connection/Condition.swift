/// A part of a WHERE clause with the arguments of its question marks, in their order. Values are always arguments, never
/// text (OWASP ASVS 5.0, 1.2.4).
struct Condition {
  var sql: String
  var arguments: [SQLValue]

  init(_ sql: String, _ arguments: SQLValue...) {
    self.sql = sql
    self.arguments = arguments
  }

  static func && (left: Condition, right: Condition) -> Condition {
    var both = left
    both.sql += " AND " + right.sql
    both.arguments += right.arguments
    return both
  }
}
