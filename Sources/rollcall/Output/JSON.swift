import FoundationEssentials

/// JSON for programs, one value a line, the same keys in the same order every time.
enum JSON {
  /// The text of a value.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
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
