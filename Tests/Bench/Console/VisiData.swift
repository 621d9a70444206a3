import Support

/// VisiData on the same file.
enum VisiData {
  static func command(_ set: DataSet, home: String) -> Command {
    Command(
      program: "/usr/bin/vd", arguments: ["-f", "sqlite", set.database],
      environment: ["HOME": home, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"])
  }

  /// Opens the table of sessions from the list of tables.
  ///
  /// - Returns: milliseconds from the start to that list, and from the key to its rows, together.
  static func openSessions(_ program: Watched) throws -> Double {
    let list = try program.first { screen in screen.lines.contains { $0.hasPrefix(" sessions ") } }
    program.settle(200)
    let rows = program.screen.lines.filter { $0.contains("║") }
    let place = rows.firstIndex { $0.hasPrefix(" sessions ") } ?? 1
    for _ in 1..<max(2, place) {
      try program.send("j")
      program.settle(30)
    }
    let paint = try program.press(
      [0x0D], quiet: 0.2, timeout: 60, view: { screen in [screen.contains("created_at") ? screen.line(5) : ""] },
      isReady: { !$0.line(5).isEmpty })
    return list.time + (paint?.time ?? .nan)
  }
}
