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
    ("exec sleep 600", "did not end within 1 seconds."), ("echo something; exec sleep 600", "within 1 seconds."),
    ("exec >&-; exec sleep 600", "within 1 seconds."), ("sleep 600", "within 1 seconds."),
    ("exec yes", "says more than 256 KiB: it was stopped."),
  ]) func `a program that does not come to its end is killed`(_ script: String, _ why: String) throws {
    let pid = files.file("pid")
    let error = #expect(throws: CommandFailure.self) {
      try ChildProcess.run(program("echo $$ >\(pid); " + script), environment: [:], input: [], patience: 1)
    }
    #expect(error?.phrase.english.hasSuffix(why) == true)
    let number = try #require(Int32(try String(contentsOfFile: pid, encoding: .utf8).trimmingCharacters(in: .newlines)))
    #expect(kill(number, 0) == -1 && errno == ESRCH)
  }

  @Test func `nobody waits for programs that were stopped, what they started ends too, and no more begin`() throws {
    let path = try program("echo $$ >\(files.file("pid")); sleep 600")
    let children = ChildProcesses()
    DispatchQueue.global().async {
      while !FileManager.default.fileExists(atPath: files.file("pid")) { usleep(1000) }
      children.stop()
    }
    #expect(try ChildProcess.run(path, environment: [:], input: [], among: children).isEmpty)
    let number = try #require(
      Int32(try String(contentsOfFile: files.file("pid"), encoding: .utf8).trimmingCharacters(in: .newlines)))
    // The group is empty: neither it nor what it had started is there.
    for _ in 0..<500 where kill(-number, 0) == 0 { usleep(10_000) }
    #expect(kill(-number, 0) == -1 && errno == ESRCH)
    #expect(throws: CommandFailure.self) {
      try ChildProcess.run(path, environment: [:], input: [], among: children)
    }
  }

  @Test func `a program that is not there cannot be started`() throws {
    let error = #expect(throws: CommandFailure.self) {
      try ChildProcess.run(files.file("none"), environment: [:], input: [])
    }
    #expect(error?.phrase.english.hasSuffix("cannot be started.") == true)
  }
}
