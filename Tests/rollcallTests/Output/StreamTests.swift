import Foundation
import Support
import Testing

/// Lists as programs take them: long, cut short, and where nothing can be written.
@Suite struct StreamTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.addUser("alice")
  }

  @Test(arguments: [("--json", 200_001), ("--csv", 200_001), ("", 200_001)])
  func `200,000 rows go through a pipe in little memory`(_ option: String, _ lines: Int) throws {
    try bench.addSessions(200_000)
    // A process that is started takes over the most memory that its parent ever had, and these tests have much: so
    // something small starts it.
    let measure = """
      import resource, subprocess, sys
      lines = subprocess.run(sys.argv[1], shell=True, capture_output=True, check=True).stdout.strip().decode()
      print(lines, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
      """
    let command = "'\(Products.release("rollcall"))' sessions list \(option) | wc -l"
    let out = bench.files.file("count")
    let child = try ChildProgram(
      "/usr/bin/python3", ["-c", measure, command], environment: bench.environment, output: out)
    #expect(try child.wait(timeout: 120) == 0)
    let words = try String(contentsOf: URL(filePath: out), encoding: .utf8).split { $0 == " " || $0 == "\n" }
    #expect(words.first.map(String.init) == String(lines))
    let kilobytes = try #require(words.last.flatMap { Int($0) })
    #expect(kilobytes > 0 && kilobytes < 60_000, "\(kilobytes) KiB")
  }

  @Test func `a reader that has seen enough is no error`() throws {
    try bench.addSessions(5000)
    for ignored in ["", "trap '' PIPE; "] {
      for option in ["", "--json", "--csv"] {
        let result = try bench.shell(
          "\(ignored)rollcall sessions list \(option) | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}")
        #expect(["0\n", "141\n"].contains(result.output))
        #expect(result.errors.isEmpty)
      }
    }
  }

  @Test(arguments: [
    "sessions list", "sessions list --json", "users list --csv", "policy show", "config show", "--help",
  ])
  func `a full disk is said`(_ command: String) throws {
    try bench.addSessions(10)
    let result = try bench.shell("rollcall \(command) >/dev/full")
    #expect(result.status == 3)
    #expect(result.errors.contains("No space left on device"))
  }

  @Test func `one format at a time`() throws {
    #expect(try bench.rollcall("users", "list", "--json", "--csv").status == 2)
  }

  @Test func `CSV has a heading and every field`() throws {
    try bench.logIn("alice")
    let sessions = try bench.rollcall("sessions", "list", "--csv").output.split(separator: "\r\n")
    #expect(sessions.first == "id,user,state,kind,started,last_seen,ends,from,client")
    #expect(sessions.last?.contains(",alice,live,browser,") == true)
    let users = try bench.rollcall("users", "list", "--csv").output.split(separator: "\r\n")
    #expect(users.first == "id,login,state,sessions,last_login,last_login_from,created")
  }

  @Test func `words and headings are coloured on a terminal, and lines are cut at its edge`() throws {
    try bench.logIn("alice")
    let forced = try bench.rollcall("sessions", "list", environment: ["CLICOLOR_FORCE": "1"]).output
    #expect(forced.contains("\u{1B}[32mlive\u{1B}[0m") && forced.contains("\u{1B}[1mUSER"))
    #expect(try !bench.rollcall("sessions", "list").output.contains("\u{1B}"))
    let terminal = try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["sessions", "list"], environment: bench.environment)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.contains("alice") && terminal.screen.contains("…"))
    #expect(!terminal.screen.contains("curl"))
  }
}
