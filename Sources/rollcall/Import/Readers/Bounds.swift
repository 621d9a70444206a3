/// How much of a file is held at once, in bytes: more than any account takes, and a bound on memory.
enum Bounds {
  /// Of one field.
  static let field = 64 * 1024
  /// Of one row.
  static let row = 256 * 1024
  /// How many fields of one row.
  static let fields = 4096
}
