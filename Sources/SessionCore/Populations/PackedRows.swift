/// Rows of one table, packed one value behind the other: they are made on one thread and added on another, and no value
/// is an object of its own.
public struct PackedRows: Sendable {
  /// One value of a row.
  public struct Value: Sendable {
    /// What it is.
    public enum Kind: UInt8, Sendable {
      /// NULL.
      case null
      /// A whole number, which is the value's ``number``.
      case integer
      /// A text, which is ``count`` bytes of the rows' ``PackedRows/bytes`` from ``number`` on.
      case text
      /// Bytes, in the same way.
      case blob
    }

    /// What it is.
    public let kind: Kind
    /// How many bytes a text or a blob has.
    public let count: Int32
    /// A number, or where the bytes begin.
    public let number: Int64
  }

  /// The table, by its name in the database.
  public let table: String
  /// How many columns a row has.
  public let width: Int
  /// The values, row behind row.
  public private(set) var values: [Value] = []
  /// The bytes of texts and blobs.
  public private(set) var bytes: [UInt8] = []

  /// No rows yet, of so many columns each.
  public init(of table: String, width: Int) {
    self.table = table
    self.width = width
  }

  /// How many rows there are.
  public var count: Int { values.count / width }

  /// Makes room for so many rows, of so many bytes each.
  public mutating func reserve(_ rows: Int, bytes: Int) {
    values.reserveCapacity(rows * width)
    self.bytes.reserveCapacity(rows * bytes)
  }

  /// Adds NULL.
  public mutating func addNull() { values.append(Value(kind: .null, count: 0, number: 0)) }

  /// Adds a number, or NULL.
  public mutating func add(_ number: Int64?) {
    guard let number else { return addNull() }
    values.append(Value(kind: .integer, count: 0, number: number))
  }

  /// Adds a text.
  public mutating func add(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    values.append(Value(kind: .text, count: Int32(bytes.count - start), number: Int64(start)))
  }

  /// Adds bytes, or NULL.
  public mutating func add(_ blob: [UInt8]?) {
    guard let blob else { return addNull() }
    values.append(Value(kind: .blob, count: Int32(blob.count), number: Int64(bytes.count)))
    bytes.append(contentsOf: blob)
  }
}
