import Screen
import SessionCore

/// What a line that was typed asks for.
public enum LinearCommand: Equatable, Sendable {
  /// Press these keys.
  case press([Key])
  /// Say the rows that have room.
  case list
  /// Say again.
  case again
  /// Nobody knows what that is.
  case unknown(Phrase)
}

extension State {
  private static let words: [String: Key] = [
    "enter": .enter, "esc": .escape, "escape": .escape, "tab": .tab, "space": .character(" "), "pageup": .pageUp,
    "pagedown": .pageDown, "home": .home,
  ]

  /// Reads a line: an action's name, a key, `filter` and its words, or a text for the field that is open.
  public func command(ofLine line: String) -> LinearCommand {
    let text = line.drop(while: \.isWhitespace)
    let word = String(text.prefix { !$0.isWhitespace })
    let rest = text.dropFirst(word.count).drop(while: \.isWhitespace)
    if render(self).caret != nil {
      if let key = Self.words[word.lowercased()], rest.isEmpty { return .press([key]) }
      return .press(line.map { .character($0) } + [.enter])
    }
    if word.isEmpty { return .again }
    if word == "list" { return .list }
    if word.first == "/", word.count > 1 { return filter(String(text.dropFirst())) }
    if word == "filter" || word == "f" || word == "/", !rest.isEmpty { return filter(String(rest)) }
    if word.count == 1, let key = word.first { return .press([.character(key)]) }
    if word.count == 2, word.first == "^", let letter = word.last { return .press([.control(letter)]) }
    if let id = Action.ID(rawValue: word.lowercased()), let action = Action.of(id) {
      return setting.keymap.keys(of: action).first.map { .press([$0]) } ?? .unknown(Words.unknownLine(word))
    }
    return Self.words[word.lowercased()].map { .press([$0]) } ?? .unknown(Words.unknownLine(word))
  }

  private func filter(_ text: String) -> LinearCommand {
    guard let key = Action.of(.filter).flatMap({ setting.keymap.keys(of: $0).first }) else { return .again }
    return .press([key, .control("u")] + text.map { .character($0) } + [.enter])
  }
}

extension Words {
  static func unknownLine(_ word: String) -> Phrase {
    let shown = SafeText.fit(word, min(40, SafeText.width(word)))
    return Phrase(
      "'\(shown)' is not known. Type a key or an action's name; help tells them; list says the rows; an empty line says it again.",
      "不认识“\(shown)”。请输入按键或操作名称；help 列出它们；list 读出各行；空行重读一遍。")
  }
}
