import Screen
import Support
import Testing

/// The main job, whole: a login on the page shows up in the console, and is ended there.
@Suite(.serialized) struct ConsoleJourneyTests {
  private let site: RunningSite
  private let settings: PseudoTerminal.Settings

  init() throws {
    site = try RunningSite()
    settings = try RunningConsole.untouchedSettings()
  }

  @Test func `a login is seen, ended, and refused at the next click`() throws {
    let console = try RunningConsole(
      site.database, ["--page-url", "http://localhost/login.cgi"],
      environment: [
        "ROLLCALL_SIMULATION": "on", "ROLLCALL_DEMO": "alice:\(RunningSite.people["alice"] ?? "")",
      ])
    try console.wait(for: "Nobody is logged in.")
    try console.wait(for: "http://localhost/login.cgi")
    let client = try HTTPClient(site.server.address)
    try client.logIn("alice")
    try console.wait(for: "› alice")
    #expect(try client.get("/members.cgi").status == 200)

    try console.press("x")
    try console.wait(for: "End this session of alice?")
    try console.wait(for: "End 1 session")
    try console.confirm()
    try console.wait(for: "Ended 1 session of alice.")
    let refused = try client.get("/members.cgi")
    #expect(refused.status == 401)
    if TestEngine.chosen == .sqlite { #expect(refused.text.contains("3 seconds")) }

    try console.press("6")
    try console.wait(for: "through the real login.cgi")
    try console.press("r")
    try console.wait(for: "Status: 303 See Other")
    try console.wait(for: "simulated  ends in 15m")
    #expect(!console.terminal.screen.contains("correct horse"))
    try console.press("n")
    try console.wait(for: "Remote-User: alice")
    try console.press("n")
    try console.wait(for: "Clear-Site-Data")
    try console.wait(for: "+ ended_sessions")
    try console.leave(settings: settings)
  }

  @Test func `new rows come beneath the cursor, which stays on its session`() throws {
    let first = try HTTPClient(site.server.address)
    try first.logIn("王小明")
    let console = try RunningConsole(site.database)
    try console.wait(for: "› 王小明")
    let second = try HTTPClient(site.server.address)
    try second.logIn("alice")
    try console.wait(for: "2 live")
    try console.terminal.wait("the new row, without the cursor") { $0.contains("   alice") && $0.contains("› 王小明") }
    // The session under the cursor ends: the cursor stays, and the next act does not fall on the neighbour.
    let id = try #require(try site.sessions().first { $0["user"] as? String == "王小明" }?["id"] as? String)
    try site.rollcall("sessions", "end", id)
    try console.wait(for: "The session of 王小明 has ended.")
    try console.wait(for: "› 王小明            ended")
    try console.press("x")
    try console.wait(for: "That session has ended already")
    #expect(try site.sessions().count == 1)
    try console.leave(settings: settings)
  }

  @Test func `columns stand straight beside Chinese names, in both languages`() throws {
    for name in ["alice", "王小明"] { try HTTPClient(site.server.address).logIn(name) }
    for (language, heading) in [("en", "FROM"), ("zh", "来自")] {
      let console = try RunningConsole(site.database, ["--language", language])
      try console.terminal.wait("both rows") { $0.contains("alice") && $0.contains("王小明") }
      let column = try #require(console.terminal.screen.place(of: heading)).column
      for row in console.terminal.lines.indices where console.terminal.lines[row].contains("127.0.0.1") {
        let cells = (column..<(column + 9)).compactMap { console.terminal.screen[row, $0]?.text }
        #expect(cells.joined() == "127.0.0.1")
      }
      try console.leave(settings: settings)
    }
  }

  @Test func `a user is found, locked with a reason, and unlocked`() throws {
    let client = try HTTPClient(site.server.address)
    try client.logIn("王小明")
    let console = try RunningConsole(site.database)
    try console.wait(for: "› 王小明")
    try console.press("2")
    try console.wait(for: "› alice")
    try console.press("f")
    try console.wait(for: "state:locked")
    try console.press("state:nonsense\r")
    try console.wait(for: "is not known")
    try console.press("\u{15}user:王\r")
    try console.wait(for: "› 王小明")
    try console.press("L")
    try console.wait(for: "Lock 王小明 and end 1 session?")
    try console.press("\tlost laptop\r")
    try console.wait(for: "lost laptop")
    try console.confirm()
    try console.wait(for: "Locked 王小明, ended 1 session.")
    #expect(try client.get("/members.cgi").status == 401)
    try console.press("U")
    try console.wait(for: "Unlock 王小明?")
    try console.confirm()
    try console.wait(for: "Unlocked 王小明.")
    try client.logIn("王小明")
    try console.press("?")
    try console.wait(for: "keys that work here")
    try console.press("\u{1B}")
    try console.leave(settings: settings)
  }
}
