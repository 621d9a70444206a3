import Foundation
import Support
import Testing

/// A second opinion on the whole console, by a terminal that others wrote.
@Suite(.serialized) struct ConsoleTmuxTests {
  private let site: RunningSite
  private var socket: String { site.files.file("tmux") }

  init() throws { site = try RunningSite() }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    let environment = ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "ROLLCALL_DATABASE": site.database]
    return try ChildProgram.run("tmux", ["-S", socket, "-f", "/dev/null"] + arguments, environment: environment).output
  }

  private func wait(for text: String) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    while true {
      let screen = try tmux("capture-pane", "-p")
      if screen.contains(text) { return }
      guard Date() < deadline else { throw ChildProgram.Failure("'\(text)' did not come:\n\(screen)") }
      usleep(20_000)
    }
  }

  @Test func `open, see a login, end it, suspend and go on, another size, leave`() throws {
    defer { _ = try? tmux("kill-server") }
    let client = try HTTPClient(site.server.address)
    try client.logIn("王小明")
    try tmux("new-session", "-d", "-x", "80", "-y", "24", "sh -i")
    try tmux("send-keys", "stty -g; '\(Products.release("rollcall"))'; stty -g; echo left", "Enter")
    try wait(for: "› 王小明            live")
    try tmux("send-keys", "C-z")
    try wait(for: "Stopped")
    try tmux("send-keys", "fg", "Enter")
    try wait(for: "› 王小明            live")
    try tmux("resize-window", "-x", "200", "-y", "60")
    try wait(for: "CLIENT")
    try tmux("send-keys", "x")
    try wait(for: "End 1 session")
    try tmux("send-keys", "e")
    try wait(for: "Ended 1 session of 王小明.")
    #expect(try client.get("/members.cgi").status == 401)
    try tmux("send-keys", "q")
    try wait(for: "left")
    // The line's settings before and after are printed alike.
    let settings = try tmux("capture-pane", "-p", "-J").split(separator: "\n").filter {
      $0.wholeMatch(of: /[0-9a-f]+(:[0-9a-f]+){10,}\s*/) != nil
    }
    #expect(settings.count == 2)
    #expect(Set(settings).count == 1)
  }
}
