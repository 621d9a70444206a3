/// Comma-separated values by RFC 4180: CRLF ends a line, and a field that holds a comma, a quote or a line's end is
/// quoted.
enum CSV {
  /// A line of cells, with its end.
  static func line(_ cells: [Cell]) -> String { cells.map(field).joined(separator: ",") + "\r\n" }

  /// A cell as a field; nothing is an empty field.
  static func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .word(let text, _): field(text)
    case .texts(let texts): field(texts.joined(separator: "\n"))
    // What we have made ourselves: a number below zero stays a number.
    case .number, .decimal, .flag, .time: cell.plain ?? ""
    case .none: ""
    }
  }

  /// A text as a field.
  ///
  /// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP ASVS 5.0, 1.2.10), and
  /// characters that a terminal would act on become U+FFFD; ends of lines and tabs stay.
  static func field(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    if let first = text.unicodeScalars.first, formulaStarts.contains(first) { kept.append("'") }
    var isQuoted = text.first == " " || text.last == " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        isQuoted = true
        kept.append(scalar)
        kept.append(scalar)
      case ",", "\n", "\r":
        isQuoted = true
        kept.append(scalar)
      case "\t": kept.append(scalar)
      default: kept.append(isHarmless(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return isQuoted ? "\"" + String(kept) + "\"" : String(kept)
  }

  /// What a spreadsheet begins a formula with, in full width as well.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠",
  ]

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value >= 0x20 && scalar.value != 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return scalar.value == 0x200D
    default: return true
    }
  }
}
