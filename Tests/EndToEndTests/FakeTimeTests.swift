import Foundation
import Support
import Testing

/// Timeouts of the real programs, to the second, under a clock that is set (OWASP ASVS 5.0, 7.3.1 and 7.3.2).
///
/// login.cgi is static, and a preloaded library cannot reach it: `rollcall` answers here, by the same core.
@Suite struct FakeTimeTests {
  private let files: TemporaryDirectory
  private static let start = 1_800_000_000
  private static let password = "correct horse battery staple"

  init() throws {
    files = try TemporaryDirectory()
    try #require(try run(at: 0, "setup").status == 0)
    try #require(try run(at: 0, "users", "add", "alice", "--password-stdin", input: Self.password).status == 0)
  }

  /// Runs a command so many seconds after the start; the clock stands still while it runs.
  private func run(at seconds: Int, _ arguments: String..., input: String = "") throws -> ChildProgram.Result {
    // The wrapper and not the library by itself: that changes the environment while a program starts, and Swift then
    // finds no arguments.
    try ChildProgram.run(
      "faketime", ["-f", Self.date(Self.start + seconds), Products.release("rollcall")] + arguments,
      environment: [
        "ROLLCALL_DATABASE": files.file("rollcall.db"), "ROLLCALL_CONFIG": "/dev/null", "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
      ], input: Array(input.utf8))
  }

  private static func date(_ seconds: Int) -> String {
    let formatter = DateFormatter()
    formatter.dateFormat = "yyyy-MM-dd HH:mm:ss"
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.locale = Locale(identifier: "en_US_POSIX")
    return formatter.string(from: Date(timeIntervalSince1970: TimeInterval(seconds)))
  }

  private func isLive(at seconds: Int) throws -> Bool { try run(at: seconds, "sessions", "list").status == 0 }

  /// Puts a session of these limits, in seconds, into the database, as a login at the start makes it.
  private func open(idle: Int, absolute: Int) throws {
    let start = Self.start * 1000
    try RawDatabase(files.file("rollcall.db")).run(
      "INSERT INTO user_agents(text) VALUES('') ON CONFLICT DO NOTHING")
    try RawDatabase(files.file("rollcall.db")).run(
      """
      INSERT INTO sessions(id, user_id, proof, created_at, authenticated_at, last_seen_at, absolute_expires_at, expires_at,
        kind, address, user_agent_id, created_by)
      VALUES(randomblob(16), 1, randomblob(32), \(start), \(start), \(start), \(start + absolute * 1000),
        \(start + min(idle, absolute) * 1000), 0, NULL, (SELECT min(id) FROM user_agents), '')
      """)
  }

  @Test(arguments: [(1800, 43_200), (43_200, 43_200), (60, 3600)])
  func `a session is live until its last second and over in the next`(_ idle: Int, _ absolute: Int) throws {
    try open(idle: idle, absolute: absolute)
    let end = min(idle, absolute)
    #expect(try isLive(at: 0))
    #expect(try isLive(at: end - 1))
    #expect(try !isLive(at: end))
    #expect(try run(at: end - 1, "sweep", "--json").output.contains("\"moved\":0"))
    #expect(try run(at: end, "sweep", "--json").output.contains("\"moved\":1"))
  }

  @Test func `an act is taken back for five minutes to the second`() throws {
    try open(idle: 3600, absolute: 3600)
    let ended = try run(at: 10, "sessions", "end", "--user", "alice", "--json").output
    let act = try #require(ended.firstMatch(of: /"act":"([^"]*)"/)).1
    #expect(try run(at: 311, "sessions", "restore", String(act)).status == 3)
    #expect(try run(at: 310, "sessions", "restore", String(act)).status == 0)
    #expect(try isLive(at: 311))
  }
}
