import Foundation
import Support
import Testing

/// What the console cannot do together is refused before anything happens.
@Suite struct ConsoleOptionTests {
  private let bench: CommandBench
  private var recording: String { bench.files.file("a.cast") }

  init() throws { bench = try CommandBench() }

  @Test func `line by line there is no screen to record, nor one for a walkthrough`() throws {
    for arguments in [
      ["--linear", "--record", recording], ["demo", "--linear", "--record", recording],
      ["demo", "--linear", "--walkthrough", "first-look"],
    ] {
      let result = try ChildProgram.run(Products.release("rollcall"), arguments, environment: bench.environment)
      #expect(result.status == 2 && result.errors.contains("--linear"), "\(arguments): \(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: recording))
  }

  @Test func `without a terminal there is no recording, and no empty file`() throws {
    let result = try bench.rollcall("--record", recording)
    #expect(result.status == 3, "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: recording))
  }

  @Test func `what was recorded before stays`() throws {
    try Data("mine".utf8).write(to: URL(filePath: recording))
    #expect(try bench.rollcall("--record", recording).status == 3)
    #expect(try String(contentsOfFile: recording, encoding: .utf8) == "mine")
  }
}
