// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import CSQLite
import SessionCore
import SessionStore

extension SQLiteConnection {
  public func add(_ rows: PackedRows, _ columns: String) throws {
    let marks = [String](repeating: "?", count: rows.width).joined(separator: ", ")
    let statement = try prepared("INSERT INTO `\(rows.table)`(\(columns)) VALUES(\(marks))")
    defer {
      sqlite3_reset(statement)
      // The values are not the statement's own: they go when this returns.
      sqlite3_clear_bindings(statement)
    }
    try rows.bytes.withUnsafeBufferPointer { bytes in
      try rows.values.withUnsafeBufferPointer { values in
        for start in stride(from: 0, to: values.count, by: rows.width) {
          for column in 0..<rows.width {
            try check(Self.bind(values[start + column], Int32(column + 1), statement, bytes.baseAddress))
          }
          let code = sqlite3_step(statement)
          guard code == SQLITE_DONE else { throw failure(code) }
          sqlite3_reset(statement)
        }
      }
    }
  }

  /// Binds a value where it stands: it is not copied.
  private static func bind(
    _ value: PackedRows.Value, _ index: Int32, _ statement: OpaquePointer, _ bytes: UnsafePointer<UInt8>?
  ) -> Int32 {
    switch value.kind {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer: return sqlite3_bind_int64(statement, index, value.number)
    // Of nothing there may be no address, which would be NULL.
    case .text where value.count == 0: return sqlite3_bind_text(statement, index, "", 0, rollcall_sqlite_transient())
    case .blob where value.count == 0: return sqlite3_bind_zeroblob(statement, index, 0)
    case .text, .blob:
      guard let start = bytes.map({ $0 + Int(value.number) }) else { return SQLITE_MISUSE }
      guard value.kind == .text else { return sqlite3_bind_blob(statement, index, start, value.count, nil) }
      return start.withMemoryRebound(to: CChar.self, capacity: Int(value.count)) {
        sqlite3_bind_text(statement, index, $0, value.count, nil)
      }
    }
  }
}
