/// What was found when a table was held against its copy.
public struct MovedTableReport: Hashable, Sendable {
  /// The table.
  public let name: String
  /// How many rows the source has.
  public internal(set) var rows = 0
  /// How many rows the target has.
  public internal(set) var targetRows = 0
  /// How many rows of the target were put right, or removed.
  public internal(set) var changed = 0
  /// SHA-256 over the source's rows in the order of their keys: each value as a byte for its kind, eight bytes for the
  /// number or the length, and the bytes of a text or a blob.
  public internal(set) var sourceSum: [UInt8] = []
  /// The same over the target's.
  public internal(set) var targetSum: [UInt8] = []

  init(name: String) { self.name = name }

  /// Whether both have the same rows.
  public var isEqual: Bool { rows == targetRows && sourceSum == targetSum }
}
