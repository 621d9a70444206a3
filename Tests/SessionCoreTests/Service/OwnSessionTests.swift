import SessionCore
import Support
import Testing

/// What users see and end of their own sessions (OWASP ASVS 5.0, 7.5.2).
@Suite struct OwnSessionTests {
  private let database: TestDatabase
  private var service: SessionService { database.service }
  private let mine: (token: Token, session: Session)

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
    try database.addUser("bob")
    mine = try database.logIn("alice")
  }

  @Test func `the one that asks comes first, then the last seen, and nobody else's`() throws {
    var others: [SessionID] = []
    for _ in 0..<3 {
      database.clock.advance(.seconds(1))
      others.append(try database.logIn("alice").token.id)
      try database.logIn("bob")
    }
    let own = try service.ownSessions(of: mine.session)
    #expect(own.sessions.map(\.id) == [mine.token.id] + others.reversed())
    #expect(own.count.value == 4)
  }

  @Test func `of many, some are listed and all are counted`() throws {
    for _ in 0..<(SessionService.detailRows + 5) { try database.logIn("alice") }
    let own = try service.ownSessions(of: mine.session)
    #expect(own.sessions.count == SessionService.detailRows)
    #expect(own.sessions.first?.id == mine.token.id)
    #expect(own.count.value == SessionService.detailRows + 6)
  }

  @Test func `what is over is not listed`() throws {
    let (ended, _) = try database.logIn("alice")
    try service.endOwn(ended.id, as: mine.token, from: nil)
    #expect(try service.ownSessions(of: mine.session).sessions.map(\.id) == [mine.token.id])
  }

  @Test func `one's own ends once, with a line in the log that says from where`() throws {
    let (other, _) = try database.logIn("alice")
    #expect(try service.endOwn(other.id, as: mine.token, from: IPAddress(text: "2001:db8::1")))
    #expect(try service.check(other) == nil)
    let record = try #require(try database.store.audit(before: nil, limit: 1).first?.record)
    #expect(
      record
        == AuditRecord(
          at: database.clock.now, actor: Actor(name: "alice", address: "2001:db8::1"), action: .endSession,
          user: mine.session.userID, session: other.id))
    let number = try database.store.lastAuditNumber()
    #expect(try !service.endOwn(other.id, as: mine.token, from: nil))
    #expect(try database.store.lastAuditNumber() == number)
    #expect(try service.verifyAudit().fault == nil)
  }

  @Test func `nobody ends another user's, with whatever token`() throws {
    let (theirs, _) = try database.logIn("bob")
    #expect(try !service.endOwn(theirs.id, as: mine.token, from: nil))
    let forged = Token(time: database.clock.now, random: .system)
    #expect(try !service.endOwn(theirs.id, as: forged, from: nil))
    #expect(try service.endOthers(than: forged) == [])
    #expect(try service.check(theirs) != nil)
  }

  @Test func `who was locked or logged out meanwhile ends nothing`() throws {
    let (other, _) = try database.logIn("alice")
    let (third, _) = try database.logIn("alice")
    try service.logOut(other)
    #expect(try !service.endOwn(third.id, as: other, from: nil))
    #expect(try service.endOthers(than: other) == [])
    #expect(try service.check(third) != nil)
    try service.lock(mine.session.userID, by: TestDatabase.operator, reason: "")
    #expect(try !service.endOwn(third.id, as: mine.token, from: nil))
  }

  @Test func `ten minutes after the login it takes a new one`() throws {
    let (other, _) = try database.logIn("alice")
    database.clock.advance(Interval(milliseconds: Session.recency.milliseconds - 1))
    _ = try service.check(mine.token)
    #expect(mine.session.isRecent(at: database.clock.now))
    database.clock.advance(Interval(milliseconds: 1))
    #expect(throws: AuthenticationTooOld.self) { try service.endOwn(other.id, as: mine.token, from: nil) }
    #expect(throws: AuthenticationTooOld.self) { try service.endOthers(than: mine.token) }
    #expect(try service.check(other) != nil)
    let (next, _) = try service.logIn(
      login: "alice", password: TestDatabase.password, from: LoginSource(address: nil, userAgent: ""),
      LoginWish(replacing: mine.token, carriesData: true))
    #expect(try service.endOthers(than: next) == [other.id])
  }
}
