/// What a colour scheme's file says: values by the path of their keys.
///
/// Schemes come from hundreds of hands, so that this is generous: keys in any case, in today's form, in the older one, or
/// in a section of another name. But a text that is no scheme is an error with its line, never a guess.
struct SchemeFile {
  /// A value and the line that it stands on, from 1.
  struct Entry: Hashable {
    let value: String
    let line: Int
  }

  /// By keys in lower case, with a point between them.
  private let entries: [String: Entry]

  /// More than any scheme needs: a wrong file is refused before it is read through.
  static let largest = 65_536

  init(_ text: String) throws(ThemeError) {
    guard text.utf8.count <= Self.largest else {
      throw ThemeError("it is too large for a colour scheme.", "文件太大，不是配色方案。")
    }
    var reader = SchemeReader(text)
    try reader.read()
    entries = reader.entries
  }

  /// The value of a key at the top, nil when there is none.
  subscript(key: String) -> String? { entries[key]?.value }

  /// A colour of the palette, wherever the file has put it.
  func colour(_ name: String) -> Entry? {
    let name = name.lowercased()
    if let entry = entries["palette." + name] ?? entries[name] { return entry }
    let suffix = "." + name
    return entries.filter { $0.key.hasSuffix(suffix) }.min { $0.value.line < $1.value.line }?.value
  }

  /// Whether this is a scheme of the third kind, with colours by names.
  var isTinted8: Bool { colour("base00") == nil && entries["palette.black"] != nil }
}
