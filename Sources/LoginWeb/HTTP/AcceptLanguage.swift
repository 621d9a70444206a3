import SessionCore

extension Language {
  /// The language that a visitor likes best of ours, by the header Accept-Language (RFC 9110, section 12.5.4).
  ///
  /// Between equals the one named first wins; without the header, or when it names neither, it is English. Every kind of
  /// Chinese is answered in Simplified Chinese, which its readers can read better than English.
  init(accept header: String) {
    var best: (language: Language, weight: Int)?
    for item in header.lowercased().split(separator: ",") {
      let parts = item.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let tag = parts.first, let language = Self.spoken(tag) else { continue }
      let weight = Self.weight(parts.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2) ?? "1")
      if weight > best?.weight ?? 0 { best = (language, weight) }
    }
    self = best?.language ?? .english
  }

  private static func spoken(_ tag: String) -> Language? {
    switch tag.prefix(while: { $0 != "-" }) {
    case "en", "*": .english
    case "zh": .chinese
    default: nil
    }
  }

  /// The weight in thousandths; 0, which means "not at all", for what is none.
  private static func weight(_ text: Substring) -> Int {
    let digits = Array(text.utf8)
    guard let first = digits.first, first == 0x30 || first == 0x31, digits.count <= 5 else { return 0 }
    guard digits.count > 1 else { return first == 0x31 ? 1000 : 0 }
    let rest = digits.dropFirst(2)
    guard digits[1] == UInt8(ascii: "."), rest.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
    let thousandths = (0..<3).reduce(0) { $0 * 10 + (rest.count > $1 ? Int(rest[rest.startIndex + $1] - 0x30) : 0) }
    return first == 0x31 ? 1000 : thousandths
  }
}
