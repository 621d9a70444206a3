import Foundation
import Support
import Testing

extension ServerTests {
  @Test(
    "A session that is ended, or whose user is locked, is refused at the next request", arguments: ServerKind.allCases)
  func ends(kind: ServerKind) throws {
    let site = try ServedSite(kind)
    let (alice, bob) = (try site.visitor(), try site.visitor())
    try alice.logInAtServer()
    try bob.logInAtServer(as: "bob")
    func readers() throws -> [String?] { try [alice, bob].map { OldPage(try $0.get(OldPage.cgi))?.reader } }
    #expect(try readers() == ["alice", "bob"])

    let session = try #require(try site.sessions().first { $0["user"] as? String == "alice" }?["id"] as? String)
    try site.rollcall("sessions", "end", session)
    #expect(try readers() == [nil, "bob"])
    #expect(try alice.get(OldPage.minutes).status == 401)
    try alice.logInAtServer()
    #expect(try readers() == ["alice", "bob"])

    try site.rollcall("users", "lock", "bob")
    #expect(try readers() == ["alice", nil])
    #expect(try bob.logInAtServer(as: "bob").status == 401)
    #expect(try readers() == ["alice", nil])
  }

  @Test("A place for some users is closed to the others", arguments: ServerKind.allCases)
  func someUsers(kind: ServerKind) throws {
    let site = try ServedSite(kind, users: "carol bob")
    let (alice, bob, stranger) = (try site.visitor(), try site.visitor(), try site.visitor())
    try alice.logInAtServer()
    try bob.logInAtServer(as: "bob")
    for path in OldPage.paths + [OldPage.minutes] {
      let refused = try alice.open(path)
      #expect(refused.status == 403 && !OldPage.isLeak(refused), "\(path) \(refused.status)")
      #expect(try bob.open(path).status == 200, "\(site.log)")
      #expect(try stranger.get(path).status == 401)
    }
  }

  @Test("Without the login program nobody is let in", arguments: ServerKind.allCases)
  func programLost(kind: ServerKind) throws {
    let site = try ServedSite(kind)
    let (alice, stranger) = (try site.visitor(), try site.visitor())
    try alice.logInAtServer()
    #expect(OldPage(try alice.get(OldPage.cgi))?.reader == "alice")
    try site.loseLogin()
    for visitor in [alice, stranger] {
      for path in OldPage.paths + [OldPage.minutes, "/login.cgi"] {
        let answer = try visitor.open(path)
        #expect(answer.status >= 400, "\(path) \(answer.status)")
        #expect(answer.status != 401 && !OldPage.isLeak(answer), "\(path)")
      }
    }
    // What needs no login is still there.
    #expect(try stranger.get("/").status == 200)
  }

  @Test("Without the database nobody is let in; when it is back, it goes on", arguments: ServerKind.allCases)
  func databaseLost(kind: ServerKind) throws {
    let site = try ServedSite(kind)
    let (alice, stranger) = (try site.visitor(), try site.visitor())
    try alice.logInAtServer()
    #expect(OldPage(try alice.get(OldPage.php))?.reader == "alice")
    try site.moveDatabase(away: true)
    for path in OldPage.paths + [OldPage.minutes] {
      let answer = try alice.open(path)
      #expect([500, 503].contains(answer.status), "\(path) \(answer.status)")
      #expect(!OldPage.isLeak(answer))
      #expect(!OldPage.isLeak(try stranger.open(path)))
    }
    // Caddy 2.6 does not log what a FastCGI program says, though it is told to.
    #expect(site.log.contains("login.cgi: ") || kind == .caddyFastCGI, "\(site.log)")
    try site.moveDatabase(away: false)
    #expect(OldPage(try alice.get(OldPage.php))?.reader == "alice", "\(site.log)")
  }
}
