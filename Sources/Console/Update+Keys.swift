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
    case .history(var history, let under)?: return take(key, &history, over: under)
    case .filter(var editor)?: return take(key, &editor)
    case .simulate(let dialog)?: return take(key, dialog)
    case .code(_, let under)?:
      // Only what closes it on purpose: what was typed ahead must not take the code away unread.
      guard key == .enter || key == .escape else { return [] }
      overlay = under
      notice = Notice(text: Words.codeGone, ink: .dim)
      return []
    case .help(let help)?: return take(key, help)
    case .command(let palette, let under)?: return take(key, palette, over: under)
    case .themes(let picker, let under)?: return take(key, picker, over: under)
    case .detail?, nil: break
    }
    if view == .simulate, overlay == nil, simulation.focus != nil {
      simulation.take(key)
      return []
    }
    guard let action = setting.keymap.action(of: key, in: view) else { return [] }
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
      return [.perform(confirm.order)]
    case .stop:
      overlay = .confirm(confirm, over: under)
      return [.stopAct]
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
