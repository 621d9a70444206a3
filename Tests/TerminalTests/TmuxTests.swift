import Foundation
import Screen
import Support
import Testing

/// A second opinion: tmux reads what the program writes, and draws what it has understood.
@Suite("In tmux", .serialized)
struct TmuxTests {
  @Test("The frame, a key, another size and the end, in tmux")
  func tmux() throws {
    let socket = FileManager.default.temporaryDirectory.appendingPathComponent("tmux-\(UUID().uuidString)").path
    defer {
      // The server is nobody's child: what a failed test leaves behind is asked to go.
      _ = try? tmux(socket, ["kill-server"]).waitForExit()
      try? FileManager.default.removeItem(atPath: socket)
    }
    let command = "COLORTERM=truecolor '\(Products.path("TerminalProbe"))'; echo status $?; exec cat"
    let terminal = try tmux(socket, ["-f", "/dev/null", "new-session", command, ";", "set", "status", "off"])
    try terminal.wait {
      $0.lines.first == "ready truecolor 16x80" && $0.lines.last == String(repeating: "#", count: 80)
    }
    #expect(terminal.lines[1].hasPrefix("王小明|éä|") || terminal.lines[1].hasPrefix("王小明|éa\u{308}|"))
    try terminal.press(.function(5))
    try terminal.wait(for: "function(5)")
    terminal.resize(Size(rows: 12, columns: 60))
    try terminal.wait {
      $0.lines.first == "ready truecolor 12x60" && $0.lines.last == String(repeating: "#", count: 60)
    }
    try terminal.type("q")
    try terminal.wait { $0.contains("status 0") && !$0.contains("ready") }
    // The end of its input ends cat, the last program ends the session, and the last session the server.
    try terminal.press(.control("d"))
    #expect(try terminal.waitForExit() == .exited(0))
  }

  private func tmux(_ socket: String, _ arguments: [String]) throws -> PseudoTerminal {
    try PseudoTerminal(
      program: "/usr/bin/tmux", arguments: ["-u", "-S", socket] + arguments, environment: ["LANG": "C.UTF-8"],
      size: Size(rows: 16, columns: 80))
  }
}
