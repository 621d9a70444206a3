import Support

/// What of the console's screen says that it has come to what a key leads to: which list, in which order, which rows, where the
/// cursor is. Not ages, clocks and counts: they change by themselves.
enum ConsoleView {
  private static let rows = 4..<(Watched.size.rows - 2)

  /// A list: its filter, the heads of its columns, and of each row the cursor's mark and the user.
  static func list(_ screen: VirtualTerminal) -> [String] {
    [String(screen.line(2).prefix(60)), screen.line(3)] + users(screen)
  }

  /// A detail or the Overview, which is there when these texts are.
  static func texts(_ texts: [String]) -> (VirtualTerminal) -> [String] {
    { screen in texts.filter { screen.contains($0) } }
  }

  static func users(_ screen: VirtualTerminal) -> [String] {
    rows.map { String(screen.line($0).prefix(25)) }
  }

  /// Whether the list's rows are there: all that fit on the screen.
  static func isFull(_ screen: VirtualTerminal) -> Bool { users(screen).allSatisfy { $0.contains { $0 != " " } } }

  /// Whether the list says that it is being read: its count is not known yet, or its rows are not.
  static func isReady(_ screen: VirtualTerminal) -> Bool {
    let line = screen.line(2)
    let count = line.dropFirst(60)
    return !(count.hasSuffix("…") || count.contains("… · ")) && !screen.contains("Reading…")
  }
}
