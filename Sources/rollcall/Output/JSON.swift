import FoundationEssentials

/// JSON for programs, one value a line, the same keys in the same order every time.
enum JSON {
  /// The text of a value.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &escaped) }
    return String(escaped)
  }

  /// An object of cells. Names are in order already.
  static func object(_ fields: [(name: String, cell: Cell)]) -> String {
    "{" + fields.map { "\(string($0.name)):\(value($0.cell))" }.joined(separator: ",") + "}"
  }

  /// A cell as a value; nothing is null.
  static func value(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .word(let text, _): string(text)
    case .texts(let texts): "[" + texts.map(string).joined(separator: ",") + "]"
    case .number(let number): String(number)
    case .decimal(let number): number
    case .flag(let isSet): isSet ? "true" : "false"
    case .time(let time): string(time.rfc3339)
    case .none: "null"
    }
  }

  /// A text as a value.
  static func string(_ text: String) -> String {
    var quoted = String.UnicodeScalarView()
    quoted.append("\"")
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      append(scalar, to: &quoted)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// Adds a character, escaped when a terminal would act on it or hide it: people look at JSON, too.
  private static func append(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
    if scalar.value >= 0x20, scalar.value < 0x7F { return text.append(scalar) }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        text += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
      }
    default: text.append(scalar)
    }
  }
}
