import Foundation
import Screen
import SessionCore
import Support
import Testing

/// Several rows are chosen and acted on together, in the real program, while somebody else changes the database.
@Suite(.serialized) struct ConsoleMarksTests {
  private let site: RunningSite
  private let settings: PseudoTerminal.Settings

  init() throws {
    site = try RunningSite()
    settings = try RunningConsole.untouchedSettings()
  }

  /// So many sessions of 王小明, the newest on top; and alice's under them.
  private func logIn(_ count: Int) throws -> [HTTPClient] {
    try HTTPClient(site.server.address).logIn("alice")
    return try (0..<count).map { _ in
      let client = try HTTPClient(site.server.address)
      try client.logIn("王小明")
      return client
    }
  }

  @Test func `marked sessions end together, the others stay, and the history takes them back`() throws {
    let clients = try logIn(3)
    let console = try RunningConsole(site.database)
    try console.wait(for: "4 · last seen")
    try console.press(" ")
    try console.wait(for: "1 marked")
    try console.press("j ")
    try console.wait(for: "2 marked")
    try console.press("x")
    try console.wait(for: "End 2 sessions of 1 user?")
    try console.confirm()
    try console.wait(for: "Ended 2 sessions. u takes it back for 5 minutes.")
    let lives = try clients.map { try $0.get("/members.cgi").status == 200 }
    #expect(lives == [false, true, false])

    try console.press("H")
    try console.wait(for: "What was done")
    try console.wait(for: "ended 2 sessions")
    try console.press("u")
    try console.wait(for: "taken back")
    try console.press("\u{1B}")
    try console.wait(for: "4 · last seen")
    for client in clients { #expect(try client.get("/members.cgi").status == 200) }
    try console.leave(settings: settings)
  }

  @Test func `a range is about the rows that were chosen, though its last is used meanwhile`() throws {
    let clients = try logIn(4)
    let raw = try RawDatabase(site.database)
    // A minute between any two, so that nothing but this test decides their order.
    try raw.run(
      """
      UPDATE sessions SET last_seen_at = last_seen_at - 60000 * (SELECT count(*) FROM sessions o
        WHERE o.id > sessions.id)
      """)
    let console = try RunningConsole(site.database)
    try console.wait(for: "5 · last seen")
    try console.press("jv")
    try console.wait(for: "range…")
    try console.press("j")
    #expect(try clients[1].get("/members.cgi").status == 200)
    try console.press("x")
    try console.wait(for: "End 2 sessions of 1 user?")
    try console.confirm()
    try console.wait(for: "Ended 2 sessions.")
    let lives = try clients.map { try $0.get("/members.cgi").status == 200 }
    #expect(lives == [true, false, false, true])
    try console.leave(settings: settings)
  }

  @Test func `all that match end by the filter, and who logs in while the question stands does not`() throws {
    let clients = try logIn(2)
    let console = try RunningConsole(site.database)
    try console.wait(for: "3 · last seen")
    try console.press("f")
    try console.press("user:王\r")
    try console.wait(for: "2 of 3")
    try console.press("*x")
    try console.wait(for: "End 2 sessions of 1 user?")
    let late = try HTTPClient(site.server.address)
    try late.logIn("王小明")
    try console.wait(for: "3 of 4")
    try console.wait(for: "End 2 sessions of 1 user?")
    try console.confirm()
    try console.wait(for: "Ended 2 sessions.")
    #expect(try late.get("/members.cgi").status == 200)
    for client in clients { #expect(try client.get("/members.cgi").status == 401) }
    try console.leave(settings: settings)
  }

  @Test func `a session is extended, as if it had been used now`() throws {
    try HTTPClient(site.server.address).logIn("alice")
    let raw = try RawDatabase(site.database)
    let ends = "SELECT (expires_at - \(Clock.system.now().milliseconds)) / 1000 FROM sessions"
    let console = try RunningConsole(site.database)
    try console.wait(for: "› alice")
    // The seal says until when it may last: what ends sooner was set by a policy, and may be extended up to that.
    try raw.run("UPDATE sessions SET last_seen_at = last_seen_at - 600000, expires_at = expires_at - 600000")
    try console.wait(for: "19m")
    try console.press("+")
    try console.wait(for: "Extend this session of alice?")
    try console.confirm()
    try console.wait(for: "Extended 1 session of alice.")
    #expect(try raw.count(ends) > 1700)
    try console.press("u")
    try console.wait(for: "Taken back: 1 session ends when it would have.")
    #expect(try raw.count(ends) < 1300)
    try console.leave(settings: settings)
  }

  @Test func `a user is added, chooses a password with the code, and is taken for a user like others`() throws {
    let console = try RunningConsole(site.database)
    try console.wait(for: "Nobody is logged in.")
    try console.press("2")
    try console.wait(for: "› alice")
    try console.press("i")
    try console.wait(for: "Add a user?")
    try console.press("Ébba\r")
    try console.confirm()
    try console.wait(for: "One-time code for Ébba")
    let code = try #require(
      console.terminal.lines.joined().firstMatch(of: /[0-9A-Z]{5}(-[0-9A-Z]{5}){3}/)?.output.0.description)
    try console.press("\r")
    try console.wait(for: "The code is not shown again")
    let client = try HTTPClient(site.server.address)
    let form = try client.get("/login.cgi/activate")
    let password = "another horse, another battery"
    let answer = try client.post(
      "/login.cgi/activate",
      form: ["token": form.hiddenFields["token"] ?? "", "login": "ébba", "code": code, "password": password])
    #expect(answer.status < 400)
    try client.logIn("ébba", password: password)
    try console.press("u")
    try console.wait(for: "They have chosen a password since: remove them instead.")
    #expect(try client.get("/members.cgi").status == 200)
    try console.leave(settings: settings)
  }

  @Test func `the audit log is walked, and an entry that was changed is found`() throws {
    try site.rollcall("users", "lock", "alice", "--reason", "lost laptop")
    try site.rollcall("users", "unlock", "alice")
    let console = try RunningConsole(site.database)
    try console.wait(for: "Nobody is logged in.")
    try console.press("4")
    try console.wait(for: "lost laptop")
    try console.press("V")
    try console.wait(for: "entries are right, walked at")
    let raw = try RawDatabase(site.database)
    try raw.run("UPDATE audit SET reason = 'nothing at all' WHERE reason = 'lost laptop'")
    try console.wait(for: "nothing at all")
    try console.press("V")
    try console.wait(for: "Found at")
    try console.leave(settings: settings)
  }
}
