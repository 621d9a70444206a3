import Foundation
import Support
import Testing

@testable import Terminal

@Suite("Terminals that will not do", .serialized)
struct RefusalTests {
  @Test(
    "Each gets a sentence that says what to do, and is not touched",
    arguments: [
      ("dumb", "cannot show a full screen"), ("unknown", "cannot show a full screen"),
      ("no-such-terminal", "is not known here"),
      ("../../etc/passwd", "is not known here"), ("", "TERM is not set"),
    ])
  func refusal(name: String, reason: String) throws {
    let before = try PseudoTerminal(program: "/bin/true").settings
    let terminal = try probe(environment: ["TERM": name], waiting: false)
    #expect(try terminal.waitForExit() == .exited(2))
    let text = terminal.lines.joined()
    #expect(text.contains(reason), "\(text)")
    #expect(text.contains("rollcall sessions list"))
    #expect(terminal.settings == before)
    #expect(!terminal.output.contains(0x1B))
  }

  @Test("A file is no terminal")
  func redirected() throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Products.path("TerminalProbe"))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(text.contains("This is not a terminal"))
  }

  @Test("Every reason is told in both languages")
  func languages() {
    for error in [TerminalError.notATerminal, .unset, .incapable("dumb"), .unknown("x"), .refused] {
      #expect(error.english.contains("rollcall sessions list"))
      #expect(error.chinese.contains("rollcall sessions list"))
      #expect(error.description == error.english)
    }
  }
}
