import Glibc
import Screen
import Support
import Testing

/// The console at the far end of a real SSH line, which breaks.
@Suite(.serialized) struct SSHLineTests {
  private let site: RunningSite
  private let ssh: SSHSite

  init() throws {
    site = try RunningSite()
    ssh = try SSHSite(database: site.database)
  }

  @Test func `a journey, and who acts from where`() throws {
    try HTTPClient(site.server.address).logIn("alice")
    let console = try ssh.console(size: Size(rows: 30, columns: 120))
    try console.wait(for: "› alice")
    try console.wait(for: "from 127.0.0.1")
    console.resize(Size(rows: 40, columns: 140))
    try console.wait("the last line, at its new place") { $0.line(39).contains("quit") }
    try console.type("q")
    #expect(try console.waitForExit() == .exited(0))
    try ssh.waitForNone()
  }

  @Test func `a line that is cut leaves no process and no lock`() throws {
    let console = try ssh.console()
    try console.wait(for: "Nobody is logged in.")
    #expect(ssh.consoles == 1)
    console.signal(SIGKILL)
    try ssh.waitForNone()
    try site.rollcall("users", "lock", "alice")
  }

  @Test func `a line on which nothing comes any more is given up`() throws {
    let console = try ssh.console()
    try console.wait(for: "Nobody is logged in.")
    console.signal(SIGSTOP)
    try ssh.waitForNone()
    console.signal(SIGCONT)
  }

  @Test func `a line cut in the middle of an act leaves all of it or nothing`() throws {
    // More than one transaction ends: some 500 in each.
    try HTTPClient(site.server.address).logIn("alice")
    let raw = try RawDatabase(site.database)
    try raw.run(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5999)
      INSERT INTO sessions(id, user_id, proof, created_at, authenticated_at, last_seen_at, absolute_expires_at,
        expires_at, kind, address, user_agent_id, created_by)
      SELECT randomblob(16), s.user_id, randomblob(32), s.created_at, s.authenticated_at, s.last_seen_at,
        s.absolute_expires_at, s.expires_at, s.kind, s.address, s.user_agent_id, s.created_by
      FROM n, (SELECT * FROM sessions LIMIT 1) s
      """)
    let console = try ssh.console()
    try console.wait(for: "› alice")
    try console.type("X")
    try console.wait(for: "End 6000 sessions")
    // So many are typed.
    try console.type("6000e")
    console.signal(SIGKILL)
    try ssh.waitForNone()
    let ended = try raw.count("SELECT count(*) FROM ended_sessions")
    #expect(try raw.count("SELECT count(*) FROM sessions") == 6000 - ended)
    #expect(ended % 500 == 0)
    // The act and the audit log say just that, whenever the line was cut.
    #expect(try raw.count("SELECT coalesce(sum(count), 0) FROM acts WHERE kind = 0") == ended)
    #expect(
      try raw.count("SELECT count(*) FROM ended_sessions WHERE act = (SELECT id FROM acts WHERE kind = 0)") == ended)
    let log = try site.rollcall("audit", "list", "--json")
    let told = log.matches(of: /"reason":"([0-9]+) sessions?"/).compactMap { Int($0.output.1) }
    #expect(told.reduce(0, +) == ended)
    try site.rollcall("audit", "verify")
  }
}
