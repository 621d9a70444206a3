import Screen
import SessionCore

/// The keys that work here, of which those are shown that have what was typed in them.
public struct Help: Equatable, Sendable {
  var search = LineEditor()
  var scroll = 0

  init() {}
}

/// A line of the help: keys and what they do, a word of the filter language and what it means, or a heading.
struct HelpLine {
  var keys = ""
  var text = ""
  /// Why it cannot be done now.
  var obstacle: String?
  /// Whether it cannot be done now.
  var isDim = false
  var isHeading = false
}

extension State {
  /// What the help says, of this view alone.
  func helpLines(_ help: Help) -> [HelpLine] {
    let sought = help.search.text.lowercased()
    let keys = Action.all.filter { $0.works(in: view) }.map { action in
      HelpLine(
        keys: setting.keymap.keys(of: action).prefix(3).map(\.name).joined(separator: " "),
        text: say(action.help), obstacle: action.isDangerous ? action.obstacle(self).map(say) : nil)
    }
    let words = Set<ViewID>.lists.contains(view) ? filterWords.all : []
    let language = words.map { HelpLine(keys: $0.example, text: say($0.meaning)) }
    func matching(_ lines: [HelpLine]) -> [HelpLine] {
      // One character is a key: that comes first, and letters alone would be in every line.
      let exact = lines.filter { $0.keys.split(separator: " ").contains { $0 == help.search.text } }
      guard exact.isEmpty else { return exact }
      return lines.filter {
        sought.isEmpty || $0.keys.lowercased().contains(sought) || $0.text.lowercased().contains(sought)
      }
    }
    let (found, spoken) = (matching(keys), matching(language))
    guard !spoken.isEmpty else { return broken(found) }
    return broken(found + [HelpLine(text: say(Words.filterHelp), isHeading: true)] + spoken)
  }

  /// The lines broken to the box: a reason that is cut is none.
  private func broken(_ lines: [HelpLine]) -> [HelpLine] {
    let room = helpWidth - helpColumn(lines)
    return lines.flatMap { line in
      guard !line.isHeading else { return [line] }
      let text = line.text + (line.obstacle.map { " (\($0))" } ?? "")
      return Prose.lines(text, room).enumerated().map { index, piece in
        HelpLine(keys: index == 0 ? line.keys : "", text: piece, isDim: line.obstacle != nil)
      }
    }
  }

  /// Cells inside of the box.
  var helpWidth: Int { max(1, min(84, size.columns - 6)) }

  /// Where the texts begin.
  func helpColumn(_ lines: [HelpLine]) -> Int {
    let most = helpWidth < 50 ? 10 : 22
    return min(most, max(min(14, most), lines.map { SafeText.width($0.keys) }.max() ?? 0)) + 1
  }

  /// Lines of the help on the screen.
  var helpHeight: Int { max(1, size.rows - 7) }

  private func helpScrollLimit(_ help: Help) -> Int { max(0, helpLines(help).count - helpHeight) }

  mutating func take(_ key: Key, _ help: Help) -> [Effect] {
    var help = help
    let isEmpty = help.search.text.isEmpty
    let page = max(1, helpHeight - 1)
    switch key {
    case .escape where !isEmpty: help = Help()
    case .down, .control("n"): help.scroll += 1
    case .up, .control("p"): help.scroll -= 1
    case .pageDown, .control("f"): help.scroll += page
    case .pageUp, .control("b"): help.scroll -= page
    case .home: help.scroll = 0
    case .end: help.scroll = .max
    case .escape, .enter, .function(1): return closeHelp()
    case .character("q") where isEmpty, .backspace where isEmpty: return closeHelp()
    case _ where isEmpty && setting.keymap.action(of: key, in: view)?.id == .help: return closeHelp()
    default:
      _ = help.search.take(key)
      help.scroll = 0
    }
    help.scroll = max(0, min(help.scroll, helpScrollLimit(help)))
    overlay = .help(help)
    return []
  }

  private mutating func closeHelp() -> [Effect] {
    overlay = underHelp
    underHelp = nil
    return []
  }
}
