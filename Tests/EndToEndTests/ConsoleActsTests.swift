import Screen
import SessionCore
import Support
import Testing

/// What goes wrong at the page is seen in the console and mended there.
@Suite(.serialized) struct ConsoleActsTests {
  private let site: RunningSite
  private let settings: PseudoTerminal.Settings

  /// The sessions ran out a minute ago.
  private static var runOut: String {
    "UPDATE sessions SET expires_at = \((Clock.system.now() - .minutes(1)).milliseconds)"
  }

  init() throws {
    site = try RunningSite()
    settings = try RunningConsole.untouchedSettings()
  }

  @Test func `wrong passwords are seen as they come, and whoever has to wait is forgiven`() throws {
    // However slow the machine is, the wait is not over before it was seen.
    try site.rollcall("policy", "set", "--first-delay", "1h")
    let console = try RunningConsole(site.database)
    try console.wait(for: "Nobody is logged in.")
    try console.press("3")
    try console.wait(for: "Nobody has tried to log in yet.")
    try console.wait(for: "Nobody has to wait")
    let client = try HTTPClient(site.server.address)
    for _ in 1...5 { try client.logIn("alice", password: "wrong", status: 401) }
    try console.wait(for: "SLOWED  1")
    try console.wait(for: "alice          wrong password")
    try client.logIn("alice", status: 429)
    try console.press("f")
    try console.wait(for: "outcome:wrong-password")
    try console.press("user:ali -outcome:ok\r")
    try console.wait(for: "5 · newest first")

    try console.press("a")
    try console.wait(for: "Forget the failed logins of alice?")
    try console.confirm()
    try console.wait(for: "Forgot the failed logins of alice.")
    try console.wait(for: "Nobody has to wait")
    try client.logIn("alice")
    try console.press("\u{1B}")
    try console.wait(for: "logged in")
    try console.leave(settings: settings)
  }

  @Test func `a session that was ended and taken back lives again for its browser`() throws {
    let client = try HTTPClient(site.server.address)
    try client.logIn("alice")
    let console = try RunningConsole(site.database)
    try console.wait(for: "› alice")
    try console.press("x")
    try console.wait(for: "End 1 session")
    try console.confirm()
    try console.wait(for: "Ended 1 session of alice. u takes it back for 5 minutes.")
    #expect(try client.get("/members.cgi").status == 401)
    try console.press("u")
    try console.wait(for: "Taken back: 1 session lives again.")
    #expect(try client.get("/members.cgi").status == 200)

    try console.press("E")
    try console.wait(for: "Log everybody out, and end 1 session?")
    try console.confirm()
    try console.wait(for: "Logged everybody out: 1 session.")
    #expect(try client.get("/members.cgi").status == 401)
    try console.press("u")
    try console.wait(for: "Taken back: 1 session lives again.")
    #expect(try client.get("/members.cgi").status == 200)
    try console.leave(settings: settings)
  }

  @Test func `a one-time code is shown once and chooses a password at the page it names`() throws {
    let console = try RunningConsole(site.database, ["--page-url", site.server.address + "/login.cgi"])
    try console.wait(for: "Nobody is logged in.")
    try console.press("2")
    try console.wait(for: "› alice")
    try console.press("c")
    try console.wait(for: "Give out a one-time code for alice?")
    try console.confirm()
    try console.wait(for: "It is shown this once")
    try console.wait(for: site.server.address + "/login.cgi/activate")
    let code = try #require(
      console.terminal.lines.joined().firstMatch(of: /[0-9A-Z]{5}(-[0-9A-Z]{5}){3}/)?.output.0.description)
    try console.press("\r")
    try console.wait(for: "The code is not shown again")
    #expect(!console.terminal.screen.contains(code))
    let client = try HTTPClient(site.server.address)
    let form = try client.get("/login.cgi/activate")
    let password = "another horse, another battery"
    let answer = try client.post(
      "/login.cgi/activate",
      form: [
        "token": form.hiddenFields["token"] ?? "", "login": "alice", "code": code, "password": password,
      ])
    #expect(answer.status < 400)
    try client.logIn("alice", password: password)
    #expect(try !site.rollcall("sessions", "list", "--json").contains(code))
    try console.leave(settings: settings)
  }

  @Test func `a user is removed with their sessions`() throws {
    let client = try HTTPClient(site.server.address)
    try client.logIn("王小明")
    let console = try RunningConsole(site.database)
    try console.wait(for: "› 王小明")
    try console.press("2")
    try console.wait(for: "› alice")
    try console.press("j")
    try console.wait(for: "› 王小明")
    try console.press("D")
    try console.wait(for: "Remove 王小明 and end 1 session?")
    try console.confirm()
    try console.wait(for: "Removed 王小明, ended 1 session.")
    #expect(try client.get("/members.cgi").status == 401)
    try console.leave(settings: settings)
  }

  @Test func `while the console is open, sessions that ran out are moved away`() throws {
    try HTTPClient(site.server.address).logIn("alice")
    let raw = try RawDatabase(site.database)
    try raw.run(Self.runOut)
    let console = try RunningConsole(site.database)
    try console.wait(for: "Nobody is logged in.")
    try console.terminal.wait("the sweep") { _ in
      (try? raw.count("SELECT count(*) FROM ended_sessions WHERE how = 1")) == 1
    }
    #expect(try raw.count("SELECT count(*) FROM sessions") == 0)
    try console.leave(settings: settings)
  }

  @Test func `a console that may only read moves nothing`() throws {
    try HTTPClient(site.server.address).logIn("alice")
    let raw = try RawDatabase(site.database)
    try raw.run(Self.runOut)
    let console = try RunningConsole(site.database, ["--read-only"])
    try console.wait(for: "Nobody is logged in.")
    try console.press("3")
    try console.wait(for: "logged in")
    try console.press("a")
    try console.wait(for: "open for reading only")
    try console.leave(settings: settings)
    #expect(try raw.count("SELECT count(*) FROM sessions") == 1)
  }
}
