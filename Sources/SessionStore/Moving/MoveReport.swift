import SessionCore

/// What was found when a database was held against its copy.
public struct MoveReport: Hashable, Sendable {
  /// Table by table, in the order in which they are copied.
  public let tables: [MovedTableReport]

  /// How many rows the source has.
  public var rows: Int { tables.reduce(0) { $0 + $1.rows } }
  /// How many rows of the target were put right, or removed.
  public var changed: Int { tables.reduce(0) { $0 + $1.changed } }
  /// Whether both have the same rows.
  public var isEqual: Bool { tables.allSatisfy(\.isEqual) }
  /// The tables that are not the same.
  public var differing: [String] { tables.filter { !$0.isEqual }.map(\.name) }

  /// SHA-256 over the names of the source's tables and their sums, each name behind its length.
  public var sum: [UInt8] {
    var sum = SHA256.Sum()
    for table in tables { sum.add([UInt8(table.name.utf8.count)] + Array(table.name.utf8) + table.sourceSum) }
    return sum.digest()
  }
}
