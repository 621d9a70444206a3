import Screen
import SessionCore

extension State {
  /// How long nothing has to be typed before what is typed is asked of the database: so that what comes in one go, as on
  /// a slow line, is one question. A question that another key makes pointless is broken off.
  static let typingPause = Interval(milliseconds: 1)

  mutating func openFilter() -> [Effect] {
    overlay = .filter(FilterEditor(line: LineEditor(shownFilter), before: shownFilter, shown: shownValues))
    noteTyping(true)
    return []
  }

  mutating func openFind() -> [Effect] {
    overlay = .find(FilterEditor(line: LineEditor(), origin: currentRow, shown: shownValues))
    return []
  }

  /// Takes a key for a filter, or for a text to be found, that is being typed.
  mutating func take(_ key: Key, _ editor: FilterEditor, isFind: Bool) -> [Effect] {
    var editor = editor
    let typed = editor.line.text
    switch key {
    case .escape:
      overlay = nil
      if isFind { return editor.origin.map { cancelFinding($0) } ?? [] }
      return endTyping(editor.before)
    case .enter:
      // Read as it stands, so that a mistake is marked where it stands.
      editor.error = filterError(editor.line.text)
      guard editor.error == nil else { break }
      overlay = nil
      return (history.add(editor.filter, in: view).map { [.keepHistory($0)] } ?? []) + settle(editor, isFind: isFind)
    case .tab, .backTab: editor.complete(key == .tab ? 1 : -1, completion(editor))
    case .up, .control("p"):
      if let text = editor.walk.step(1, history.of(view), typed: typed) { editor.turn(to: text) }
    case .down, .control("n"):
      if let text = editor.walk.step(-1, history.of(view), typed: typed) { editor.turn(to: text) }
    default:
      editor.completion = nil
      if editor.line.take(key), editor.line.text != typed { editor.walk = HistoryWalk() }
    }
    // Said while typing only for what was wrong before: nobody wants to be told off in the middle of a word.
    if editor.error != nil { editor.error = filterError(editor.line.text) }
    var effects: [Effect] = []
    if editor.line.text != typed {
      reminders += 1
      editor.serial = reminders
      effects = [.remind(serial: reminders, after: Self.typingPause)]
    }
    overlay = isFind ? .find(editor) : .filter(editor)
    return effects
  }

  /// Nothing was typed for a moment: what is there is asked of the database, if it can be read.
  mutating func reminded(_ serial: Int) -> [Effect] {
    switch overlay {
    case .filter(let editor)? where editor.serial == serial && filterError(editor.line.text) == nil:
      return editor.filter == shownFilter ? [] : setFilter(editor.filter)
    case .find(let editor)? where editor.serial == serial:
      guard !editor.filter.isEmpty else { return editor.origin.map { cancelFinding($0) } ?? [] }
      return filterError(editor.line.text) == nil ? find(editor.filter, from: editor.origin, .after) : []
    default: return []
    }
  }

  private mutating func settle(_ editor: FilterEditor, isFind: Bool) -> [Effect] {
    guard isFind else { return endTyping(editor.filter) }
    guard !editor.filter.isEmpty else { return findDisabled == nil ? findAgain(.after) : [] }
    finding.texts[view] = editor.filter
    return find(editor.filter, from: editor.origin, .after)
  }

  private mutating func endTyping(_ filter: String) -> [Effect] {
    let effects = filter == shownFilter ? [] : setFilter(filter)
    noteTyping(false)
    return effects
  }

  private mutating func noteTyping(_ isTyping: Bool) {
    switch view {
    case .users: users.noteTyping(isTyping)
    case .attempts: attempts.noteTyping(isTyping)
    case .audit: audit.list.noteTyping(isTyping)
    case .sessions, .overview, .simulate: sessions.noteTyping(isTyping)
    }
  }

  /// Back to where the looking began.
  mutating func cancelFinding(_ origin: AnyRow) -> [Effect] {
    finding.serial += 1
    return currentRow == origin ? [] : go(to: origin)
  }

  /// Shows the rows that match.
  mutating func setFilter(_ text: String) -> [Effect] {
    switch view {
    case .users:
      users.setFilter(text)
      marks.users.filterChanged()
    case .attempts: attempts.setFilter(text)
    case .audit: audit.list.setFilter(text)
    case .sessions, .overview, .simulate:
      sessions.setFilter(text)
      marks.sessions.filterChanged()
    }
    return reload()
  }
}
