import Foundation
import Screen
import Support
import Testing

/// A crowd in the real console, through the real login.cgi.
@Suite(.serialized) struct CrowdTests {
  private let database: SampleDatabase
  private let demo = ["ROLLCALL_DEMO": "alice:\(SampleDatabase.password)"]

  init() throws { database = try SampleDatabase() }

  private func start(_ size: Size = Size(rows: 40, columns: 160)) throws -> RunningConsole {
    let console = try database.console([], size: size, demo)
    try console.wait(for: "Nobody is logged in.")
    try console.press("6")
    try console.wait(for: "through the real login.cgi")
    try console.press("C")
    try console.wait(for: "Let a crowd come?")
    try console.press("6\t\u{15}20\te")
    try console.wait(for: "of 6 logged in")
    return console
  }

  @Test func `it logs in, marked as simulated, and leaves when it is told to`() throws {
    let console = try start()
    try console.terminal.wait("somebody to come") { screen in
      ["1", "2", "3", "4", "5", "6"].contains { screen.contains("\($0) of 6 logged in") }
    }
    try console.press("1")
    try console.wait(for: "simulated")
    #expect(try database.sessions("kind").allSatisfy { $0 == "simulated" })
    try console.press("6C")
    try console.wait(for: "The crowd has left after")
    let count = try attempts()
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
    for _ in 0..<200 where database.processes() > 0 { usleep(20_000) }
    #expect(try database.processes() == 0 && attempts() == count)
  }

  @Test(arguments: [SIGKILL, SIGHUP, SIGTERM, SIGSEGV]) func `it stops with the console, whatever way that dies`(
    _ signal: Int32
  ) throws {
    let console = try start()
    try console.wait(for: "of 6 logged in")
    console.terminal.signal(signal)
    _ = try console.terminal.waitForExit()
    for _ in 0..<200 where database.processes() > 0 { usleep(20_000) }
    #expect(database.processes() == 0)
  }

  @Test func `K ends all that is simulated by one act, which is taken back`() throws {
    let console = try start()
    try console.terminal.wait("some to come") { screen in
      (2...6).contains { screen.contains("\($0) of 6 logged in") }
    }
    try console.press("C")
    try console.wait(for: "The crowd has left after")
    let count = try database.sessions("kind").count
    #expect(count > 0)
    try console.press("K")
    try console.wait(for: "kind:simulated")
    try console.wait(for: "End \(count) session")
    try console.confirm()
    try console.wait(for: "Ended \(count) session")
    #expect(try database.sessions("kind").isEmpty)
    try console.press("1")
    try console.wait(for: " 0 live")
    try console.press("u")
    try console.terminal.wait("them to live again") { $0.contains("live again") || $0.contains("lives again") }
    #expect(try database.sessions("kind").count == count)
  }

  @Test func `q leaves at once, crowd or not`() throws {
    let console = try start()
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
    for _ in 0..<200 where database.processes() > 0 { usleep(20_000) }
    #expect(database.processes() == 0)
  }

  @Test(arguments: [SIGKILL, SIGHUP, SIGTERM, 0])
  func `a login.cgi that never answers goes with the console, and at once`(
    _ signal: Int32
  ) throws {
    let program = database.files.file("never.cgi")
    try Data("#!/bin/sh\nexec sleep 600\n".utf8).write(to: URL(filePath: program))
    chmod(program, 0o755)
    let console = try database.console([], demo.merging(["ROLLCALL_LOGIN_CGI": program]) { $1 })
    try console.wait(for: "Nobody is logged in.")
    try console.press("6C")
    try console.wait(for: "Let a crowd come?")
    try console.press("6\t\u{15}20\te")
    try console.press("r")
    try console.wait(for: "Working…")
    // The console, the step's and those of the crowd.
    for _ in 0..<500 where database.processes() < 4 { usleep(10_000) }
    if signal == 0 { try console.press("q") } else { console.terminal.signal(signal) }
    _ = try console.terminal.waitForExit(timeout: 10)
    for _ in 0..<500 where database.processes() > 0 { usleep(10_000) }
    #expect(database.processes() == 0)
  }

  /// How many logins were tried.
  private func attempts() throws -> Int {
    try database.rollcall(["attempts", "list", "--json"]).output.split(separator: "\"outcome\"").count
  }
}
