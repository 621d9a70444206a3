import Console
import Foundation
import Screen
import SessionCore
import Support
import Testing

/// Every walkthrough that comes with Rollcall, through the real program: what they show is what holds.
@Suite struct WalkthroughTests {
  @Test(arguments: WalkthroughPlayer.names) func `by the Space bar, to the end and out`(_ name: String) throws {
    let player = try WalkthroughPlayer(WalkthroughPlayer.path(name), .english)
    try player.wait(forStep: 0)
    for step in player.script.steps.indices.dropLast() { try player.goOn(from: step) }
    try player.terminal.press(.character(" "))
    try player.terminal.wait(for: "The console is yours now")
    try player.terminal.press(.character("q"))
    #expect(try player.terminal.waitForExit() == .exited(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: player.files.path) == [])
  }

  @Test(arguments: WalkthroughPlayer.names, [nil, Size(rows: 50, columns: 160)])
  func `by itself, in Chinese, on the smallest terminal that it names and on a large one`(_ name: String, _ size: Size?)
    throws
  {
    let player = try WalkthroughPlayer(
      WalkthroughPlayer.path(name), .chinese, ["--fast"], size: size)
    #expect(try player.terminal.waitForExit(timeout: 60) == .exited(0), "\(player.terminal.screen.picture)")
  }

  @Test func `there are five of them and more`() { #expect(WalkthroughPlayer.names.count >= 5) }

  @Test func `a terminal that is too small is told so before anything is drawn`() throws {
    let player = try WalkthroughPlayer(
      WalkthroughPlayer.path("three-steps"), .english, size: Size(rows: 24, columns: 80))
    #expect(try player.terminal.waitForExit() == .exited(3))
    #expect(player.terminal.screen.lines.joined().contains("needs 100 columns and 34 lines"))
  }

  @Test func `b goes back to the caption before, on a fresh copy`() throws {
    let player = try WalkthroughPlayer(WalkthroughPlayer.path("first-look"), .english)
    try player.wait(forStep: 0)
    for step in 0..<8 { try player.goOn(from: step) }
    #expect(player.terminal.screen.contains("Ended 1 session of bob"))
    try player.terminal.press(.character("b"))
    try player.wait(forStep: 7)
    try player.terminal.wait(for: "End this session of bob?")
    try player.terminal.press(.character("b"))
    try player.wait(forStep: 6)
    #expect(player.terminal.screen.contains("› bob"))
    // The end has not happened in this copy: the same steps lead there again.
    for step in 6..<9 { try player.goOn(from: step) }
    try player.terminal.press(.character("q"))
    #expect(try player.terminal.waitForExit() == .exited(0))
  }

  @Test func `what does not go as the script says is told with its file and line`() throws {
    let files = try TemporaryDirectory()
    let text = "title en: A\ntitle zh: 甲\n\nsay en: One.\nsay zh: 一。\npress: 2\nexpect: nobody shows this\n"
    try Data(text.utf8).write(to: URL(filePath: files.file("a.walk")))
    let player = try WalkthroughPlayer(files.file("a.walk"), .english, ["--fast"], size: Size(rows: 24, columns: 80))
    #expect(try player.terminal.waitForExit() == .exited(5))
    #expect(player.terminal.screen.lines.joined().contains("a.walk:7: “nobody shows this” does not show."))
  }

  @Test func `a demonstration that is killed is tidied up after by the next`() throws {
    let files = try TemporaryDirectory()
    func demo() throws -> PseudoTerminal {
      let terminal = try PseudoTerminal(
        program: Products.release("rollcall"), arguments: ["demo"],
        environment: ["LC_ALL": "C.UTF-8", "TMPDIR": files.path])
      try terminal.wait(for: "王小明")
      return terminal
    }
    let killed = try demo()
    killed.signal(SIGKILL)
    _ = try killed.waitForExit()
    let left = try FileManager.default.contentsOfDirectory(atPath: files.path)
    #expect(left.count == 1)
    let other = try demo()
    let next = try demo()
    let now = try FileManager.default.contentsOfDirectory(atPath: files.path)
    #expect(now.count == 2)
    #expect(!now.contains(left[0]))
    for terminal in [other, next] {
      try terminal.press(.character("q"))
      #expect(try terminal.waitForExit() == .exited(0))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: files.path) == [])
  }
}
