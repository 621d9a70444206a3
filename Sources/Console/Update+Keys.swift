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
    case .simulate(let dialog)?: return take(key, dialog)
    case .filter(let editor)?: return take(key, editor, isFind: false)
    case .find(let editor)?: return take(key, editor, isFind: true)
    case .code(_, let under)?:
      // Only what closes it on purpose: what was typed ahead must not take the code away unread.
      guard key == .enter || key == .escape else { return [] }
      overlay = under
      notice = Notice(text: Words.codeGone, ink: .dim)
      return []
    case .export(let form)?: return take(key, form)
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
}
