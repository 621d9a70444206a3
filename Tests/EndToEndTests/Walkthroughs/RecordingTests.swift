import Console
import Foundation
import Screen
import SessionCore
import Support
import Testing

/// What `--record` writes is what the terminal was sent.
@Suite struct RecordingTests {
  private let files: TemporaryDirectory
  private var cast: String { files.file("a.cast") }

  init() throws { files = try TemporaryDirectory() }

  /// An event of a recording: its time, its kind and what it says.
  private struct Event {
    let time: Double
    let kind: String
    let text: String
  }

  private func read() throws -> (head: [String: Any], events: [Event]) {
    let lines = try String(contentsOf: URL(filePath: cast), encoding: .utf8).split(separator: "\n")
    let head = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    let events = try lines.dropFirst().map { line in
      let event = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
      return Event(
        time: try #require(event[0] as? Double), kind: try #require(event[1] as? String),
        text: try #require(event[2] as? String))
    }
    return (head, events)
  }

  /// What a terminal shows that is sent a recording.
  private func replay(_ events: [Event], _ size: Size) -> VirtualTerminal {
    let terminal = VirtualTerminal(size: size)
    for event in events where event.kind == "o" { _ = terminal.feed(Array(event.text.utf8)) }
    return terminal
  }

  @Test(arguments: [[:], ["COLORTERM": "truecolor"]]) func `played again it shows what was seen`(
    _ environment: [String: String]
  ) throws {
    let size = Size(rows: 24, columns: 100)
    let terminal = try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["demo", "--record", cast],
      environment: ["LC_ALL": "C.UTF-8", "TMPDIR": files.path].merging(environment) { $1 }, size: size)
    try terminal.wait(for: "王小明")
    try terminal.press(.character("2"))
    try terminal.wait(for: "› ")
    try terminal.wait(for: "LAST LOGIN")
    try terminal.press(.character("?"))
    try terminal.wait(for: "keys that work here")
    terminal.settle()
    let seen = terminal.lines
    try terminal.press(.escape)
    try terminal.press(.character("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    let (head, events) = try read()
    #expect(head["version"] as? Int == 2)
    #expect(head["width"] as? Int == 100 && head["height"] as? Int == 24)
    let help = try #require(events.lastIndex { $0.text.contains("keys that work here") })
    #expect(replay(Array(events[...help]), size).lines == seen)
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.time <= $1.time })
    let mode = try FileManager.default.attributesOfItem(atPath: cast)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `a file that is there is not touched`() throws {
    try Data("mine".utf8).write(to: URL(filePath: cast))
    let terminal = try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["demo", "--record", cast],
      environment: ["LC_ALL": "C.UTF-8", "TMPDIR": files.path])
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.screen.contains("already"))
    #expect(!terminal.screen.isOnOtherScreen)
    #expect(try String(contentsOf: URL(filePath: cast), encoding: .utf8) == "mine")
  }

  @Test func `with fixed times a walkthrough takes as long in each recording, and no time to record`() throws {
    var ends: [Double] = []
    for number in 1...2 {
      let player = try WalkthroughPlayer(
        WalkthroughPlayer.path("first-look"), .chinese, ["--record", cast, "--fixed-times"])
      #expect(try player.terminal.waitForExit() == .exited(0))
      let (head, events) = try read()
      #expect(head["timestamp"] == nil)
      #expect(head["title"] as? String == player.script.title.chinese)
      #expect(events.first?.time == 0)
      ends.append(try #require(events.last).time)
      try FileManager.default.moveItem(atPath: cast, toPath: cast + "\(number)")
    }
    #expect(ends[0] == ends[1] && ends[0] > 30)
  }

  @Test func `another size is in the recording`() throws {
    let terminal = try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["demo", "--record", cast],
      environment: ["LC_ALL": "C.UTF-8", "TMPDIR": files.path])
    try terminal.wait(for: "王小明")
    terminal.resize(Size(rows: 30, columns: 120))
    try terminal.wait(for: "CLIENT")
    terminal.settle()
    try terminal.press(.character("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try read().events.contains { $0.kind == "r" && $0.text == "120x30" })
  }
}
