import Foundation
import Support
import Testing

@testable import rollcall

@Suite struct ChildProcessTests {
  private let files: TemporaryDirectory

  init() throws { files = try TemporaryDirectory() }

  private func program(_ script: String) throws -> String {
    let path = files.file("program")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
    chmod(path, 0o755)
    return path
  }

  @Test func `what a program says is taken whole`() throws {
    let said = try ChildProcess.run(program("cat; echo \"$GREETING\""), environment: ["GREETING": "好"], input: [65])
    #expect(String(decoding: said, as: UTF8.self) == "A好\n")
  }

  @Test(arguments: [
    "exec sleep 600", "echo something; exec sleep 600", "exec >&-; exec sleep 600", "exec yes",
  ]) func `a program that does not come to its end is killed`(_ script: String) throws {
    let pid = files.file("pid")
    let error = #expect(throws: CommandFailure.self) {
      try ChildProcess.run(program("echo $$ >\(pid); " + script), environment: [:], input: [], patience: 1)
    }
    #expect(error?.phrase.english.hasSuffix("did not end within 1 seconds.") == true)
    let number = try #require(Int32(try String(contentsOfFile: pid, encoding: .utf8).trimmingCharacters(in: .newlines)))
    #expect(kill(number, 0) == -1 && errno == ESRCH)
  }
}
