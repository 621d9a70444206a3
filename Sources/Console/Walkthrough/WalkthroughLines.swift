import Screen
import SessionCore

/// A keyword with its text, in both languages where it has two.
struct WalkthroughLine: Equatable {
  let keyword: WalkthroughKeyword
  let text: Phrase
  /// Where it begins, from 1.
  let number: Int
}

extension WalkthroughLine {
  /// The lines of a script: remarks and blanks left out, what goes on joined, both languages put together.
  static func all(of text: String) throws(WalkthroughError) -> [WalkthroughLine] {
    var lines: [WalkthroughLine] = []
    var waiting: Raw?
    for raw in try raws(text) {
      if let first = waiting {
        guard raw.keyword == first.keyword, let language = raw.language, language != first.language else {
          throw .oneLanguage(first.number, first.keyword.rawValue, has: first.language ?? .english)
        }
        let (english, chinese) = first.language == .english ? (first.text, raw.text) : (raw.text, first.text)
        lines.append(WalkthroughLine(keyword: raw.keyword, text: Phrase(english, chinese), number: first.number))
        waiting = nil
      } else if raw.language != nil {
        waiting = raw
      } else {
        guard !raw.keyword.isForPeople else { throw .needsBoth(raw.number, raw.keyword.rawValue) }
        lines.append(WalkthroughLine(keyword: raw.keyword, text: Phrase(raw.text, raw.text), number: raw.number))
      }
    }
    if let waiting {
      throw .oneLanguage(waiting.number, waiting.keyword.rawValue, has: waiting.language ?? .english)
    }
    return lines
  }

  /// A line as it stands, with those that go on with it.
  private struct Raw {
    let keyword: WalkthroughKeyword
    let language: Language?
    var text: String
    let number: Int
  }

  private static func raws(_ text: String) throws(WalkthroughError) -> [Raw] {
    var raws: [Raw] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      let content = line.drop { $0 == "\u{FEFF}" && index == 0 }
      let trimmed = content.trimmed
      if trimmed.isEmpty || content.hasPrefix("#") { continue }
      guard trimmed.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }) else {
        throw WalkthroughError(index + 1, "There is a control character in this line: remove it.", "此行含有控制字符：请删去。")
      }
      if content.first == " " || content.first == "\t", !raws.isEmpty {
        raws[raws.count - 1].text = joined(raws[raws.count - 1].text, trimmed)
      } else {
        raws.append(try raw(trimmed, index + 1))
      }
    }
    if let bare = raws.first(where: { $0.text.isEmpty }) {
      throw WalkthroughError(
        bare.number, "Nothing stands after the colon of '\(bare.keyword.rawValue)'.",
        "“\(bare.keyword.rawValue)”的冒号后没有内容。")
    }
    return raws
  }

  private static func raw(_ line: Substring, _ number: Int) throws(WalkthroughError) -> Raw {
    guard let colon = line.firstIndex(of: ":") else { throw .unknown(number, String(line.prefix(20))) }
    let name = line[..<colon].trimmed
    let text = String(line[line.index(after: colon)...].trimmed)
    var keyword = String(name)
    var language: Language?
    for (ending, tongue) in [(" en", Language.english), (" zh", .chinese)] where name.hasSuffix(ending) {
      keyword = String(name.dropLast(3).trimmed)
      language = tongue
    }
    guard let known = WalkthroughKeyword(rawValue: keyword), language == nil || known.isTold else {
      throw .unknown(number, String(name.prefix(20)))
    }
    return Raw(keyword: known, language: language, text: text, number: number)
  }

  /// Chinese goes on without a blank, other text with one.
  private static func joined(_ text: String, _ more: Substring) -> String {
    guard let last = text.last, let first = more.first else { return text + more }
    return SafeText.width(String(last)) == 2 && SafeText.width(String(first)) == 2 ? text + more : text + " " + more
  }
}

extension Substring {
  /// Without blanks at either end.
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
