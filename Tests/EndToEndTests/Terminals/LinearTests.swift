import Foundation
import Screen
import Support
import Testing

/// The console line by line: the same acts, told in words.
@Suite(.serialized) struct LinearTests {
  private let site: RunningSite

  init() throws { site = try RunningSite() }

  private func lines(_ typed: String, _ arguments: [String] = []) throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), ["--database", site.database, "--linear"] + arguments,
      environment: ["LC_ALL": "C.UTF-8", "TERM": "dumb"], input: Array(typed.utf8))
  }

  @Test func `a session is heard, ended with a reason, and heard to be ended`() throws {
    let client = try HTTPClient(site.server.address)
    try client.logIn("alice")
    let result = try lines("list\nend\ntab\nlost laptop\ne\n\nquit\n")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("user alice, state live"))
    #expect(result.output.contains("End this session of alice?"))
    #expect(result.output.contains("Ended 1 session of alice."))
    // What was done, where one is, and the row as it is now.
    let last = result.output.split(separator: "\n").suffix(3).map(String.init)
    #expect(last.dropLast() == ["Ended 1 session of alice. u takes it back for 5 minutes.", "Sessions"])
    let row = "user alice, state ended, started <1m, last seen <1m, from 127.0.0.1"
    #expect(last.last?.hasPrefix(row) == true, "\(result.output)")
    #expect(result.output.hasSuffix("\n"))
    #expect(result.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    #expect(try client.get("/members.cgi").status == 401)
  }

  @Test func `a password that is typed does not stand on the screen`() throws {
    let database = try SampleDatabase()
    let before = try RunningConsole.untouchedSettings()
    let terminal = try database.console(["--linear"]).terminal
    func isShown() -> Bool { terminal.settings.modes[3] & UInt32(ECHO) != 0 }
    try terminal.wait(for: "Nobody is logged in.")
    try terminal.type("6\nedit\n")
    try terminal.wait(for: "as Firefox")
    #expect(isShown())
    try terminal.type("tab\n")
    try terminal.wait("the password's field") { _ in !isShown() }
    try terminal.type("nobody may read this\n")
    try terminal.wait("the field's end") { _ in isShown() }
    try terminal.type("quit\n")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("nobody may read this"))
    #expect(terminal.settings == before)
  }

  @Test func `views, filters and help are lines, and what is not known is said`() throws {
    let result = try lines("users\nfilter user:王\nlist\nesc\nnonsense\nhelp\n", ["--language", "en"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Users, filter user:王"))
    #expect(result.output.contains("user 王小明"))
    #expect(result.output.contains("'nonsense' is not known."))
    #expect(result.output.contains("keys that work here"))
    #expect(!result.output.contains("│") && !result.output.contains("\u{1B}"))
  }
}
