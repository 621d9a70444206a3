/// One row of a table, as a dump holds it.
struct DumpRow: Hashable {
  /// What stands in one column.
  enum Value: Hashable {
    /// NULL.
    case null
    /// A text, in the bytes of the dump's character set.
    case text([UInt8])
    /// A number as it is written.
    case number(String)
  }

  /// The line on which it begins, from 1.
  let line: Int
  /// The names of its columns, in lower case.
  let columns: [String]
  /// Its values, one for each column.
  let values: [Value]

  /// The value of the column of this name.
  subscript(name: String) -> Value? { columns.firstIndex(of: name).map { values[$0] } }
}
