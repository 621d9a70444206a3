import Screen
import SessionCore

extension State {
  /// Rows that a turn of the wheel moves by.
  private static let wheelStep = 3

  /// Turns the mouse on or off: while it is on, the terminal selects text only with Shift held.
  mutating func toggleMouse() -> [Effect] {
    isMouseOn.toggle()
    notice = Notice(text: isMouseOn ? Words.mouseOn : Words.mouseOff, ink: .accent)
    return []
  }

  /// Why there is no mouse; nil when there is.
  var mouseDisabled: Phrase? { setting.hasMouse ? nil : Words.noMouse }

  /// Takes what was done with the mouse, as the keys that do the same.
  mutating func take(_ mouse: Mouse) -> [Effect] {
    guard isMouseOn else { return [] }
    switch mouse.act {
    case .wheelUp: return wheel(-1)
    case .wheelDown: return wheel(1)
    case .press(let count):
      guard let spot = picture.spot(at: mouse.place) else { return [] }
      return press(Substring(spot), count)
    }
  }

  private mutating func wheel(_ direction: Int) -> [Effect] {
    switch overlay {
    case nil, .detail?:
      notice = nil
      return move(direction * Self.wheelStep)
    case .help?, .command?: return take(direction < 0 ? .up : .down)
    default: return []
    }
  }

  /// A press on what a part of the screen stands for. What stands over the view takes it first, as it takes the keys.
  private mutating func press(_ spot: Substring, _ count: Int) -> [Effect] {
    let parts = spot.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return [] }
    switch (parts[0], overlay) {
    case ("do", nil), ("do", .detail?):
      notice = nil
      guard let action = Action.ID(rawValue: String(parts[1])).flatMap(Action.of), action.works(in: view) else {
        return []
      }
      return perform(action)
    case ("sort", nil): return Int(parts[1]).map { press(sort: $0) } ?? []
    case ("row", nil): return Int(parts[1]).map { press(row: $0, count) } ?? []
    case ("line", .command(var palette, let under)?):
      guard let line = Int(parts[1]) else { return [] }
      palette.chosen = line
      overlay = .command(palette, over: under)
      return count > 1 ? take(.enter) : []
    case ("dialog", .confirm(let confirm, _)?) where !confirm.isRunning:
      // The way out is a press away; the act is chosen by a press, and done by a key.
      if parts[1] == "cancel" { return take(.escape) }
      if parts[1] == "act" { editConfirm { $0.focus = .act } }
      return []
    default: return []
    }
  }

  /// A press on a column's title: rows are sorted by it, or the other way round where they are already.
  private mutating func press(sort: Int) -> [Effect] {
    notice = nil
    let (all, current): (Int, Int?) =
      switch view {
      case .sessions: (SessionSort.allCases.count, SessionSort.allCases.firstIndex(of: self.sort))
      case .users: (UserSort.allCases.count, UserSort.allCases.firstIndex(of: orders.users))
      case .attempts, .audit, .overview, .simulate: (1, 0)
      }
    guard let current, sort != current, sort < all else { return reverseSort() }
    return turnSort(sort - current)
  }

  private mutating func press(row: Int, _ count: Int) -> [Effect] {
    notice = nil
    let cursor =
      switch view {
      case .sessions: sessions.cursor
      case .users: users.cursor
      case .attempts: attempts.cursor
      case .audit: audit.list.cursor
      case .overview, .simulate: row
      }
    guard row == cursor else { return move(row - cursor) }
    return count > 1 ? Action.of(.open).map { perform($0) } ?? [] : []
  }
}

extension Words {
  static let mouseOn = Phrase(
    "The mouse is on: hold Shift to select text. \(key(.mouse)) turns it off.",
    "鼠标已开启：按住 Shift 可选择文字。按 \(key(.mouse)) 关闭。")
  static let mouseOff = Phrase("The mouse is off: it selects text as ever.", "鼠标已关闭：可照常选择文字。")
  static let noMouse = Phrase("This terminal does not tell of its mouse.", "此终端不报告鼠标操作。")
}
