/// One word of SQL.
enum SQLToken: Hashable {
  /// A keyword or a name without quotes, in lower case.
  case word(String)
  /// A name in backticks.
  case name(String)
  /// A text, or bytes written in hex, as they are meant: escapes are resolved. What is longer than
  /// ``SQLScanner/longestText`` bytes is cut there.
  case text([UInt8])
  /// A number as it is written.
  case number(String)
  /// Any other sign.
  case sign(UInt8)
  /// The end of the file.
  case end
}
