// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore
import SessionStore

extension MariaDBConnection {
  /// Rows a statement: few round trips, and far from the most values that a statement may have.
  private static let rowsAtOnce = 500

  public func add(_ rows: PackedRows, _ columns: String) throws {
    guard isWriting else { return try transaction(.normal, isDone: { false }) { try add(rows, columns) } }
    let marks = "(" + [String](repeating: "?", count: rows.width).joined(separator: ", ") + ")"
    for start in stride(from: 0, to: rows.count, by: Self.rowsAtOnce) {
      let range = start..<min(start + Self.rowsAtOnce, rows.count)
      let values = [String](repeating: marks, count: range.count).joined(separator: ", ")
      let sql = "INSERT INTO `\(rows.table)`(\(columns)) VALUES \(values)"
      try inside { session throws(Failure) in try session.execute(sql, rows, range) }
    }
  }
}
