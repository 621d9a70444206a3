import Screen
import SessionCore

/// The lines below the console that a walkthrough speaks in. They are the console's no more while it is shown: what a
/// caption talks about is never behind it.
struct CaptionPanel {
  /// The lines that it takes: the same for each step, so that nothing jumps.
  let height: Int
  private let walk: Walk
  private let language: Language
  private let width: Int

  init(_ walk: Walk, in size: Size, _ language: Language) {
    self.walk = walk
    self.language = language
    let width = max(8, min(size.columns - 6, 110))
    self.width = width
    let longest = walk.script.steps.map { Self.lines($0.caption(language), width).count }.max() ?? 0
    // On a low screen the console needs the line more than the panel does.
    let space = size.rows >= 30 ? 2 : 1
    // Two lines for what went wrong, even where captions are short.
    height = max(0, min(max(2, longest) + space, size.rows - Layout.smallest.rows))
  }

  func draw(_ frame: inout Frame, language say: (Phrase) -> String) {
    let first = frame.size.rows - height
    for row in first..<frame.size.rows { frame.fill(row: row, Style(on: .dialog)) }
    guard height > 1 else { return }
    drawHead(&frame, first, say)
    let lines: [String]
    let ink: Ink
    if let failure = walk.failure {
      lines = Self.lines(say(Words.walkFailed(failure)), width)
      ink = .danger
    } else {
      lines = Self.lines(say(walk.script.steps[walk.step].caption), width)
      ink = .text
    }
    for (line, row) in zip(lines, (first + 1)..<frame.size.rows) {
      frame.put("▌", row: row, column: 1, Style(walk.failure == nil ? .accent : .danger, on: .dialog))
      frame.put(line, row: row, column: 3, Style(ink, on: .dialog))
    }
  }

  /// The title, how far it has come, and the keys.
  private func drawHead(_ frame: inout Frame, _ row: Int, _ say: (Phrase) -> String) {
    let dim = Style(.dim, on: .dialog)
    frame.put(String(repeating: "─", count: frame.size.columns), row: row, column: 0, dim)
    let end = frame.put(
      " " + say(walk.script.title) + " ", row: row, column: 2, limit: max(8, frame.size.columns - 30),
      Style(.accent, on: .dialog, bold: true))
    let count = "\(walk.step + 1)/\(walk.script.steps.count) "
    let afterCount = frame.put(count, row: row, column: end, dim)
    let isLast = walk.step + 1 == walk.script.steps.count
    let keys: [(String, Phrase)] =
      (walk.isWaiting && walk.failure == nil
        ? [(Key.character(" ").name, isLast ? Words.walkEnd : Words.walkNext)] : [])
      + (walk.step > 0 || !walk.isWaiting ? [("b", Words.walkBack)] : []) + [("q", Words.walkLeave)]
    let width = keys.reduce(1) { $0 + SafeText.width($1.0 + say($1.1)) + 3 }
    var column = frame.size.columns - width - 2
    guard column > afterCount else { return }
    column = frame.put(" ", row: row, column: column, dim)
    for (key, label) in keys {
      column = frame.put(key, row: row, column: column, Style(.link, on: .dialog, bold: true))
      column = frame.put(" " + say(label) + "  ", row: row, column: column, Style(on: .dialog))
    }
  }

  /// A text in lines: broken between words, and in Chinese anywhere but before what ends a phrase.
  static func lines(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(text) {
      if SafeText.width(line + piece.trimmed) > width, !line.isEmpty {
        lines.append(line.trimmed)
        line = ""
      }
      line += line.isEmpty && piece == " " ? "" : piece
    }
    return (lines + [line.trimmed]).filter { !$0.isEmpty }
  }

  /// What is never broken: a word with the blanks after it, a wide character with what closes or opens a phrase beside it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    for character in text {
      if let last = pieces.last?.last, goesOn(last, character) {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }

  private static func goesOn(_ last: Character, _ next: Character) -> Bool {
    if next == " " || closing.contains(next) || opening.contains(last) { return true }
    return last != " " && SafeText.width(String(last)) < 2 && SafeText.width(String(next)) < 2
  }

  private static let closing: Set<Character> = Set("，。、；：？！”’）》」』】…")
  private static let opening: Set<Character> = Set("“‘（《「『【")
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
