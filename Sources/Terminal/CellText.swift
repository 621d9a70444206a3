import CNcurses
import Glibc

/// A cell's text as curses takes it. curses trusts the C library about widths; where that disagrees with ours, something
/// of our width is drawn instead, so that no column ever shifts.
enum CellText {
  /// The wide characters to draw in `width` columns, from left to right, without the terminating zero.
  static func characters(_ text: String, width: Int, _ set: CharacterSet) -> [[wchar_t]] {
    if let ascii = text.utf8.first, text.utf8.count == 1, ascii >= 0x20, ascii < 0x7F { return [[wchar_t(ascii)]] }
    guard set == .utf8 else { return PlainText.characters(text, width: width).map { [wchar_t($0)] } }
    // U+FE0F asks for an emoji's wide form, which some terminals then draw and others do not.
    var scalars = text.unicodeScalars.filter { $0.value != 0xFE0F }.map { wchar_t(bitPattern: $0.value) }
    guard let first = scalars.first else { return Array(repeating: [0x20], count: width) }
    guard rollcall_wcwidth(first) == width else {
      return [[0xFFFD]] + Array(repeating: [0x20], count: width - 1)
    }
    if scalars.dropFirst().contains(where: { rollcall_wcwidth($0) != 0 }) { scalars = [first] }
    return [Array(scalars.prefix(Int(CCHARW_MAX)))]
  }

  /// The same as text: one for each column, or one for all.
  static func texts(_ text: String, width: Int, _ set: CharacterSet) -> [String] {
    if text.utf8.count == 1 { return [text] }
    return characters(text, width: width, set).map { character in
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: character.compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) })
      return String(scalars)
    }
  }
}
