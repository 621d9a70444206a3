import CUtf8proc

/// Text from anywhere, as it may be shown on a terminal: no control, escape or bidirectional character gets through, and
/// each character takes the number of columns that we say it takes.
public enum SafeText {
  /// One character with its combining marks.
  public struct Glyph: Hashable, Sendable {
    /// What to draw.
    public let text: String
    /// How many columns it takes: 1 or 2.
    public let width: Int
  }

  /// Shown in place of what may not be drawn.
  public static let substitute = "\u{FFFD}"

  /// The glyphs of `text`.
  public static func glyphs(_ text: String) -> [Glyph] {
    isPlain(text) ? text.utf8.map { plain[Int($0)] } : text.map(glyph)
  }

  /// Whether every byte is a character of one column: so is most that is drawn.
  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

  /// The glyphs of ASCII by their codes.
  private static let plain = (UInt8(0)..<0x7F).map { Glyph(text: String(UnicodeScalar($0)), width: 1) }

  private static func glyph(_ character: Character) -> Glyph {
    if let ascii = character.asciiValue {
      return ascii < 0x20 || ascii == 0x7F
        ? Glyph(text: substitute, width: 1) : Glyph(text: String(character), width: 1)
    }
    var kept = String.UnicodeScalarView()
    var width = 0
    for scalar in character.unicodeScalars {
      guard let columns = columns(scalar) else { return Glyph(text: substitute, width: 1) }
      if kept.isEmpty, columns == 0 { return Glyph(text: substitute, width: 1) }
      // More marks than any script piles up are somebody's joke.
      if kept.count >= 10 { break }
      width = max(width, columns)
      kept.append(scalar)
    }
    return Glyph(text: String(kept), width: max(1, min(2, width)))
  }

  /// Columns of a scalar: 0 for a combining mark, nil for what may not be drawn.
  private static func columns(_ scalar: Unicode.Scalar) -> Int? {
    let code = utf8proc_int32_t(bitPattern: scalar.value)
    switch utf8proc_category(code) {
    case UTF8PROC_CATEGORY_CC, UTF8PROC_CATEGORY_CS, UTF8PROC_CATEGORY_CN, UTF8PROC_CATEGORY_CO, UTF8PROC_CATEGORY_ZL,
      UTF8PROC_CATEGORY_ZP:
      return nil
    case UTF8PROC_CATEGORY_CF:
      // The joiner and the variation selectors hold one emoji together; every other format character hides or reorders.
      return scalar.value == 0x200D ? 0 : nil
    default:
      return max(0, Int(utf8proc_charwidth(code)))
    }
  }

  /// `text` with what may not be shown replaced.
  public static func safe(_ text: String) -> String { isPlain(text) ? text : glyphs(text).map(\.text).joined() }

  /// How many columns `text` takes.
  public static func width(_ text: String) -> Int {
    isPlain(text) ? text.utf8.count : glyphs(text).reduce(0) { $0 + $1.width }
  }

  /// `text` in lines of at most `columns`: broken after a space where that is near enough, and the lines after the first
  /// indented by two.
  public static func wrap(_ text: String, _ columns: Int) -> [String] {
    guard columns > 4 else { return [fit(text, columns)] }
    var lines: [String] = []
    var line: [Glyph] = []
    for glyph in glyphs(text) {
      if line.reduce(0, { $0 + $1.width }) + glyph.width > columns {
        let space = line.lastIndex { $0.text == " " }.map { $0 + 1 }
        let cut = space.map { $0 > line.count / 2 ? $0 : line.count } ?? line.count
        lines.append(line[..<cut].map(\.text).joined())
        line = [Glyph(text: " ", width: 1), Glyph(text: " ", width: 1)] + line[cut...]
      }
      line.append(glyph)
    }
    return lines + [line.map(\.text).joined()]
  }

  /// `text` in exactly `columns`: cut with an ellipsis, or filled with blanks on the right, or on the left.
  public static func fit(_ text: String, _ columns: Int, right: Bool = false, ellipsis: String = "…") -> String {
    guard columns > 0 else { return "" }
    if isPlain(text), text.utf8.count <= columns {
      let blanks = String(repeating: " ", count: columns - text.utf8.count)
      return right ? blanks + text : text + blanks
    }
    let glyphs = glyphs(text)
    let width = glyphs.reduce(0) { $0 + $1.width }
    if width <= columns {
      let blanks = String(repeating: " ", count: columns - width)
      let safe = glyphs.map(\.text).joined()
      return right ? blanks + safe : safe + blanks
    }
    var used = 0
    var cut = ""
    for glyph in glyphs {
      guard used + glyph.width <= columns - 1 else { break }
      used += glyph.width
      cut += glyph.text
    }
    return cut + ellipsis + String(repeating: " ", count: columns - 1 - used)
  }
}
