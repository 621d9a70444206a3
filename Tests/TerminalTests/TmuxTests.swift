import Foundation
import Support
import Testing

/// A second opinion, by a terminal that others wrote.
@Suite("In tmux", .serialized)
struct TmuxTests {
  @Test("The frame, a key, another size and the end, in tmux")
  func tmux() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("probe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let socket = folder.appendingPathComponent("tmux").path
    defer {
      _ = try? run(["-S", socket, "kill-server"])
      try? FileManager.default.removeItem(at: folder)
    }
    let command = "COLORTERM=truecolor '\(Products.path("TerminalProbe"))'; echo status $?; exec cat"
    try run(["-S", socket, "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "16", command])
    func screen() throws -> [String] {
      try run(["-S", socket, "capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
    }
    try wait(screen) { $0.first == "ready truecolor 16x80" && $0.contains(String(repeating: "#", count: 80)) }
    #expect(try screen()[1].hasPrefix("王小明|éä|"))
    try run(["-S", socket, "send-keys", "F5"])
    try wait(screen) { $0.contains("1 function(5)") }
    try run(["-S", socket, "resize-window", "-x", "60", "-y", "12"])
    try wait(screen) { $0.first == "ready truecolor 12x60" && $0.contains(String(repeating: "#", count: 60)) }
    try run(["-S", socket, "send-keys", "q"])
    try wait(screen) { $0.contains("status 0") && !$0.contains { $0.hasPrefix("ready") } }
  }

  private func wait(_ screen: () throws -> [String], until condition: ([String]) -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    while true {
      let lines = try screen()
      if condition(lines) { return }
      if Date() > deadline { throw PseudoTerminal.Failure(description: lines.joined(separator: "\n")) }
      usleep(20_000)
    }
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    // A file: the server that tmux leaves behind would keep a pipe open.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tmux-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try FileHandle(forWritingTo: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/tmux")
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: file, encoding: .utf8)
  }
}
