import Foundation
import Screen
import Support
import Testing

/// How much the console sends over a line, on a screen of 200 columns and 50 rows.
@Suite(.serialized) struct LineBytesTests {
  private let files: TemporaryDirectory
  private static let size = Size(rows: 50, columns: 200)

  init() throws {
    files = try TemporaryDirectory()
    for arguments in [["setup"], ["simulate", "population", "--users", "200", "--sessions", "400", "--yes"]] {
      let done = try ChildProgram.run(
        Products.release("rollcall"), arguments + ["--database", files.file("a.db")],
        environment: ["LC_ALL": "C.UTF-8"])
      #expect(done.status == 0, "\(done.errors)")
    }
  }

  private func console(_ arguments: [String] = [], _ environment: [String: String]) throws -> RunningConsole {
    let console = try RunningConsole(
      files.file("a.db"), arguments, size: Self.size, environment: environment)
    try console.wait(for: "›")
    console.terminal.settle(milliseconds: 400)
    return console
  }

  /// What a key costs, with all that follows from it.
  private func cost(_ keys: String, _ console: RunningConsole) throws -> Int {
    let before = console.terminal.bytesWritten
    try console.press(keys)
    // A machine that is busy answers late: what comes then is this key's, and not the next one's.
    for _ in 0..<100 where console.terminal.bytesWritten == before { _ = console.terminal.pump(milliseconds: 100) }
    console.terminal.settle(milliseconds: 300)
    return console.terminal.bytesWritten - before
  }

  @Test(arguments: [[:], ["COLORTERM": "truecolor"], ["TERM": "tmux-256color"], ["TERM": "screen-256color"]])
  func `the first picture is at most 8 KB, and a key 500 bytes`(_ environment: [String: String]) throws {
    let console = try console([], environment)
    #expect(console.terminal.bytesWritten <= 8192)
    for view in ["1", "2", "3", "4"] {
      _ = try cost(view, console)
      console.terminal.settle(milliseconds: 600)
      for key in ["j", "j", "k", "j"] + (["1", "2"].contains(view) ? [" ", " ", "\u{1B}", "*", "\u{1B}"] : []) {
        let bytes = try cost(key, console)
        #expect((1...500).contains(bytes), "\(key) in view \(view): \(bytes)")
      }
    }
    _ = try cost("1", console)
    let scrolled = try (0..<44).map { _ in try cost("j", console) }
    #expect(scrolled.allSatisfy { $0 <= 500 }, "\(scrolled)")
  }

  @Test(arguments: [[:], ["COLORTERM": "truecolor"], ["TERM": "xterm"]])
  func `with --low-bandwidth a move is at most 100 bytes and a scroll 300`(_ environment: [String: String]) throws {
    let console = try console(["--low-bandwidth"], environment)
    #expect(console.terminal.bytesWritten <= 6000)
    for _ in 1...5 { #expect(try cost("j", console) <= 100) }
    #expect(try cost("k", console) <= 100)
    let scrolled = try (0..<46).map { _ in try cost("j", console) }
    #expect(scrolled.allSatisfy { $0 <= 300 }, "\(scrolled)")
    #expect(scrolled.suffix(5).contains { $0 > 20 }, "it has scrolled")
  }

  @Test func `while nothing changes, nothing is sent`() throws {
    let console = try console([], [:])
    let before = console.terminal.bytesWritten
    console.terminal.settle(milliseconds: 3000)
    #expect(console.terminal.bytesWritten == before)
  }
}
