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
    if word == "list", rest.isEmpty { return .list }
    if word.first == "/", word.count > 1 { return filter(String(text.dropFirst())) }
    if word == "filter" || word == "f" || word == "/", !rest.isEmpty { return filter(String(rest)) }
    // What follows a word that needs nothing more is not left out: it may be what mattered.
    guard rest.isEmpty else { return .unknown(Words.unknownLine(String(text))) }
    if word.count == 1, let key = word.first { return .press([.character(key)]) }
    if word.count == 2, word.first == "^", let letter = word.lowercased().last { return .press([.control(letter)]) }
    if let key = Self.words[word.lowercased()] { return .press([key]) }
    guard let action = Action.ID(rawValue: word.lowercased()).flatMap(Action.of) else {
      return .unknown(Words.unknownLine(word))
    }
    return press(action)
  }

  /// An action's key, where that key means the action: a question's keys are others.
  private func press(_ action: Action, then rest: [Key] = []) -> LinearCommand {
    guard overlay == nil || overlay == detail.map({ .detail($0) }) else { return .unknown(Words.answerFirst) }
    guard action.works(in: view) else { return .unknown(Words.worksElsewhere(action)) }
    return setting.keymap.keys(of: action).first.map { .press([$0] + rest) }
      ?? .unknown(Words.unknownLine(action.id.rawValue))
  }

  private func filter(_ text: String) -> LinearCommand {
    if let reason = listDisabled { return .unknown(reason) }
    return Action.of(.filter).map { press($0, then: [.control("u")] + text.map { .character($0) } + [.enter]) }
      ?? .again
  }
}

extension Words {
  static let answerFirst = Phrase(
    "Something stands open: answer it by its keys, or leave it with esc.", "有对话框打开：请按其按键作答，或输入 esc 离开。")
  static func unknownLine(_ word: String) -> Phrase {
    let shown = SafeText.fit(word, min(40, SafeText.width(word)))
    return Phrase(
      "'\(shown)' is not known. Type a key or an action's name; help tells them; list says the rows; an empty line says it again.",
      "不认识“\(shown)”。请输入按键或操作名称；help 列出它们；list 读出各行；空行重读一遍。")
  }
}
