import Screen
import SessionCore

extension State {
  /// The top line: which database, how it stands, who acts, and the time.
  func drawHeader(_ frame: inout Frame) {
    let bar = Style(on: .bar)
    frame.fill(row: 0, bar)
    let clock = String(now.rfc3339.dropFirst(11).prefix(5)) + " UTC "
    let actor = say(Words.actor(setting.actor)) + "   "
    let parts = headerParts
    var left =
      (setting.banner.map { SafeText.width($0.text) + 2 } ?? 0) + 12
      + (setting.isReadOnly ? 2 + SafeText.width(say(Words.readOnlyMark)) : 0) + SafeText.width(setting.database)
      + parts.reduce(0) { $0 + 3 + SafeText.width(say($1.0)) }
    let server = serverMark.map { mark in
      // Counts go before how well a server is.
      let isWhole = left + 2 + SafeText.width(mark.long + clock) < size.columns
      return (text: "  " + (isWhole ? mark.long : mark.short), ink: mark.ink)
    }
    left += SafeText.width(server?.text ?? "")
    // What wants to be looked at goes before who looks.
    let hasRoom =
      SafeText.width(actor + clock) <= size.columns / 2 && left + SafeText.width(actor + clock) < size.columns
    let right = (hasRoom ? actor : "") + clock
    let rightStart = size.columns - SafeText.width(right)
    var column = frame.put(" rollcall", row: 0, column: drawBanner(&frame), Style(.accent, on: .bar, bold: true))
    column = frame.put("  " + setting.database, row: 0, column: column, limit: max(8, rightStart - column - 1), bar)
    if setting.isReadOnly {
      column = frame.put("  " + say(Words.readOnlyMark), row: 0, column: column, Style(.warning, on: .bar, bold: true))
    }
    if let server {
      column = frame.put(
        server.text, row: 0, column: column, limit: max(0, rightStart - column - 1), Style(server.ink, on: .bar))
    }
    for (index, (phrase, ink)) in parts.enumerated() {
      let text = say(phrase)
      let gap = index == 0 ? "   " : " · "
      guard column + SafeText.width(gap + text) < rightStart else { break }
      column = frame.put(gap, row: 0, column: column, Style(.dim, on: .bar))
      column = frame.put(text, row: 0, column: column, Style(ink, on: .bar))
    }
    if column < rightStart { frame.put(right, row: 0, column: rightStart, bar) }
  }

  private var headerParts: [(Phrase, Ink)] {
    guard let totals else { return [] }
    var parts: [(Phrase, Ink)] = [(Words.live(totals.live), .text)]
    if crowd.wish != nil { parts.append((Words.crowdRunning, .accent)) }
    if totals.ending.value > 0 { parts.append((Words.ending(totals.ending), .warning)) }
    if totals.waiting.value > 0 { parts.append((Words.slowed(totals.waiting), .warning)) }
    if totals.locked.value > 0 { parts.append((Words.locked(totals.locked), .danger)) }
    return parts
  }

  /// The line of views, and how to get help.
  func drawTabs(_ frame: inout Frame) {
    let keys = ViewID.allCases.map { tabKey($0) }
    let names = zip(ViewID.allCases, keys).map { SafeText.width(say(Words.view($0)) + $1) }
    // Where there is no room for all of the names, the digits still open the views.
    let hasRoom = names.reduce(0) { $0 + $1 + 4 } - 3 < size.columns
    var column = 1
    for (id, key) in zip(ViewID.allCases, keys) {
      let isHere = id == view
      let tab = column
      defer { frame.mark("do.\(id.name)", row: 1, columns: tab..<max(tab, column)) }
      column = frame.put(key, row: 1, column: column, Style(isHere ? .accent : .dim, bold: isHere))
      guard hasRoom || isHere else {
        column += 2
        continue
      }
      column = frame.put(
        say(Words.view(id)), row: 1, column: column + 1,
        Style(isHere ? .accent : .dim, bold: isHere, underlined: isHere))
      column += 3
    }
    let help = say(Words.help)
    let start = size.columns - SafeText.width(help) - 1
    // The key bar names the key too.
    if start >= column {
      frame.put(help, row: 1, column: start, Style(.dim))
      frame.mark("do.help", row: 1, columns: start..<size.columns)
    }
  }

  /// The key that opens a view; nothing where none does.
  private func tabKey(_ id: ViewID) -> String {
    Action.ID(rawValue: id.name).flatMap(Action.of).flatMap { setting.keymap.keys(of: $0).first?.name } ?? ""
  }

  /// The last line: the keys that matter here.
  func drawKeys(_ frame: inout Frame) {
    let row = Layout(size).keys
    frame.fill(row: row, Style(on: .bar))
    var labels = keyLabels
    func width(_ gap: Int) -> Int { labels.reduce(1) { $0 + SafeText.width($1.key + $1.label) + 1 + gap } - gap }
    // What cannot be done to this row stays where there is room, so that no key moves with the cursor.
    let isNothingHere = overlay == nil && subjectHere == nil
    if width(3) > size.columns || setting.isReadOnly || isNothingHere { labels.removeAll(where: \.isDisabled) }
    // The way out and the help are always named; of the others, the first are the most needed.
    while width(2) > size.columns, labels.count > 2 { labels.remove(at: labels.count - 3) }
    let gap = width(3) > size.columns ? 2 : 3
    let marked = markedText
    frame.put(marked, row: row, column: 1, Style(on: .bar, bold: true))
    // It takes the place of the first keys; the others stay where they are.
    let start = marked.isEmpty ? 0 : SafeText.width(marked) + 3
    var column = 1
    for (id, key, label, isDisabled) in labels {
      let first = column
      defer { column += gap }
      guard first >= start else {
        column += SafeText.width(key + label) + 1
        continue
      }
      let next = frame.put(key, row: row, column: column, Style(isDisabled ? .dim : .link, on: .bar))
      column = frame.put(" " + label, row: row, column: next, Style(isDisabled ? .dim : .text, on: .bar))
      frame.mark("do.\(id.rawValue)", row: row, columns: first..<column)
    }
  }

  /// How many rows are marked, before the keys: an act is about them.
  var markedText: String {
    guard hasMarks else { return "" }
    return say(marked.map(Words.marked) ?? Words.choosingRange)
  }

  /// What needs a row to be pressed on, and harms nobody.
  private static let shownWhereTheyWork: Set<Action.ID> = [.open, .mark]

  /// The keys that do something here, whether it can be done now, and those for help and for leaving last.
  private var keyLabels: [(id: Action.ID, key: String, label: String, isDisabled: Bool)] {
    let isDetail = !isInList
    let actions = Action.all.filter { action in
      action.works(in: view) && !(isDetail && [.open, .filter, .find].contains(action.id))
    }
    let labels = actions.compactMap { action in
      action.label.flatMap { label in
        setting.keymap.keys(of: action).first.map {
          let mayBe = action.isDangerous || Self.shownWhereTheyWork.contains(action.id)
          let isDisabled = mayBe && action.obstacle(self) != nil
          return (action.id, $0.name, say(label), isDisabled)
        }
      }
    }
    return (isDetail ? [(.back, Key.escape.name, say(Words.back), false)] : []) + labels
  }

  /// What there is to say, in place of the details above the keys.
  func drawNotice(_ frame: inout Frame) {
    let row = Layout(size).detail
    let text: String
    let ink: Ink
    if let standing {
      (text, ink) = standing
    } else if let notice = said {
      text = say(notice.text)
      ink = notice.ink
    } else {
      return
    }
    let style = Style(ink, on: .bar, bold: ink != .dim)
    let width = size.columns - 2
    // What is to be done often stands at the end of a sentence: a long one takes the lines above as well.
    let lines = Prose.lines(text, width)
    let most = size.rows < 20 ? 2 : 3
    for (index, line) in lines.prefix(most).enumerated() {
      let row = row - min(most, lines.count) + 1 + index
      frame.fill(row: row, Style(on: .bar))
      let isCut = index == most - 1 && lines.count > most
      frame.put(isCut ? SafeText.fit(line + "…", width) : line, row: row, column: 1, limit: width, style)
    }
  }
}
