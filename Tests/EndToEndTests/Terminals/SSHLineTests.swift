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
    for _ in 1...20 { try HTTPClient(site.server.address).logIn("alice") }
    let console = try ssh.console()
    try console.wait(for: "› alice")
    try console.type("X")
    try console.wait(for: "End 20 sessions")
    try console.type("e")
    console.signal(SIGKILL)
    try ssh.waitForNone()
    let left = try site.sessions().count
    #expect(left == 0 || left == 20)
    let acts = try RawDatabase(site.database).count("SELECT count(*) FROM ended_sessions")
    #expect(acts == 20 - left)
    try site.rollcall("audit", "verify")
  }
}
