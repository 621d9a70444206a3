import Screen
import SessionCore

extension State {
  /// Takes a key: for what stands over the view first, then for a field being typed in, then as an action.
  mutating func take(_ key: Key) -> [Effect] {
    notice = nil
    if key == .control("c"), overlay == nil || isOverlayClosable { return [.quit] }
    if key == .control("z") { return [.suspend] }
    if key == .control("l") { return [.redraw] }
    switch overlay {
    case .confirm(var confirm, let under)?: return take(key, &confirm, over: under)
    case .filter(var editor)?: return take(key, &editor)
    case .code(_, let under)?:
      // Only what closes it on purpose: what was typed ahead must not take the code away unread.
      guard key == .enter || key == .escape else { return [] }
      overlay = under
      notice = Notice(text: Words.codeGone, ink: .dim)
      return []
    case .help(let scroll)?:
      takeHelp(key, scroll)
      return []
    case .detail?, nil: break
    }
    if view == .simulate, overlay == nil, simulation.focus != nil {
      simulation.take(key)
      return []
    }
    guard let action = Action.of(key, in: view) else { return [] }
    return perform(action)
  }

  /// An act that is being done must be seen to its end.
  private var isOverlayClosable: Bool {
    if case .confirm(let confirm, _)? = overlay { return !confirm.isRunning }
    return true
  }

  private mutating func take(_ key: Key, _ confirm: inout Confirm, over under: Overlay?) -> [Effect] {
    switch confirm.take(key) {
    case .stay:
      overlay = .confirm(confirm, over: under)
      return []
    case .cancel:
      overlay = under
      notice = Notice(text: Words.nothingDone, ink: .dim)
      return []
    case .act:
      confirm.isRunning = true
      overlay = .confirm(confirm, over: under)
      return [.perform(confirm.act, reason: confirm.reason.text)]
    }
  }

  private mutating func take(_ key: Key, _ editor: inout FilterEditor) -> [Effect] {
    switch key {
    case .escape:
      overlay = nil
      return []
    case .enter, .tab:
      // Read as it stands, so that a mistake is marked where it stands.
      editor.error = filterError(editor.line.text)
      guard editor.error == nil else {
        overlay = .filter(editor)
        return []
      }
      overlay = nil
      return setFilter(editor.filter)
    default:
      _ = editor.line.take(key)
      // Said while typing only for what was wrong before: nobody wants to be told off in the middle of a word.
      if editor.error != nil { editor.error = filterError(editor.line.text) }
      overlay = .filter(editor)
      return []
    }
  }

  /// Shows the rows that match.
  mutating func setFilter(_ text: String) -> [Effect] {
    switch view {
    case .users: users.setFilter(text)
    case .attempts: attempts.setFilter(text)
    case .audit: audit.list.setFilter(text)
    case .sessions, .overview, .simulate: sessions.setFilter(text)
    }
    return reload()
  }

  private mutating func takeHelp(_ key: Key, _ scroll: Int) {
    switch key {
    case .down, .character("j"): overlay = .help(scroll: scroll + 1)
    case .up, .character("k"): overlay = .help(scroll: max(0, scroll - 1))
    case .pageDown, .character(" "), .control("f"): overlay = .help(scroll: scroll + max(1, size.rows - 4))
    case .pageUp, .control("b"): overlay = .help(scroll: max(0, scroll - max(1, size.rows - 4)))
    default:
      overlay = underHelp
      underHelp = nil
    }
    if case .help(let scroll)? = overlay { overlay = .help(scroll: min(scroll, helpScrollLimit)) }
  }
}
