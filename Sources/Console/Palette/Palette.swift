import Screen
import SessionCore

/// A line in which the name of an action is typed, over what can be meant.
public struct Palette: Equatable, Sendable {
  var line = LineEditor()
  /// Which of the actions that are offered is chosen.
  var chosen = 0
}

extension State {
  mutating func openPalette() -> [Effect] {
    overlay = .command(Palette(), over: overlay)
    return []
  }

  /// The actions that what is typed can mean: first those whose name begins with it, and first those that work here.
  func offered(_ palette: Palette) -> [Action] {
    let sought = palette.line.text.lowercased().filter { !$0.isWhitespace }
    let all = Action.all.filter { $0.id != .command }
    let ranked = all.enumerated().compactMap { index, action in
      rank(action, sought).map {
        (rank: $0 + (action.works(in: view) ? 0 : 4), index: index, action: action)
      }
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.action)
  }

  private func rank(_ action: Action, _ sought: String) -> Int? {
    let name = action.id.rawValue
    if sought.isEmpty || name == sought { return 0 }
    if name.hasPrefix(sought) { return 1 }
    if name.split(separator: "-").contains(where: { $0.hasPrefix(sought) }) { return 2 }
    if name.filter({ $0 != "-" }).contains(sought) { return 3 }
    return holds(action, sought) ? 6 : nil
  }

  /// Whether what an action is called, or does, has a text in it.
  func holds(_ action: Action, _ sought: String) -> Bool {
    [action.label, action.help].contains { phrase in
      phrase.map { say($0).lowercased().filter { !$0.isWhitespace }.contains(sought) } ?? false
    }
  }

  mutating func take(_ key: Key, _ palette: Palette, over under: Overlay?) -> [Effect] {
    var palette = palette
    let offered = offered(palette)
    let chosen = offered.indices.contains(palette.chosen) ? offered[palette.chosen] : nil
    switch key {
    case .escape:
      overlay = under
      return []
    case .backspace where palette.line.text.isEmpty:
      overlay = under
      return []
    case .enter:
      overlay = under
      return chosen.map { command($0) } ?? []
    case .down, .control("n"): palette.chosen = min(max(0, offered.count - 1), palette.chosen + 1)
    case .up, .control("p"): palette.chosen = max(0, palette.chosen - 1)
    case .tab:
      guard let chosen else { break }
      palette.line = LineEditor(chosen.id.rawValue)
      palette.chosen = 0
    default:
      let before = palette.line.text
      if palette.line.take(key), palette.line.text != before { palette.chosen = 0 }
    }
    overlay = .command(palette, over: under)
    return []
  }

  /// Does an action by its name, or says where it can be done.
  private mutating func command(_ action: Action) -> [Effect] {
    guard action.works(in: view) else {
      notice = Notice(text: Words.worksElsewhere(action), ink: .warning)
      return []
    }
    return perform(action)
  }
}
