import FoundationEssentials

/// JSON for programs, one value a line, the same keys in the same order every time.
enum JSON {
  /// The text of a value.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// The same JSON without characters that a terminal would act on or hide: people look at it, too.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          escaped += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
        }
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// An array written as its elements come: a million rows take no memory.
  struct ArrayWriter {
    private var isFirst = true

    mutating func add(_ value: some Encodable) throws {
      Output.line((isFirst ? "[" : ",") + (try JSON.text(value)))
      isFirst = false
    }

    func end() { Output.line(isFirst ? "[]" : "]") }
  }
}

/// A text that may be missing: its name is there all the same, with null.
struct Nullable: Encodable {
  let text: String?

  init(_ text: String?) { self.text = text }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let text { try container.encode(text) } else { try container.encodeNil() }
  }
}
