import Foundation
import SessionCore
import Support
import Testing

@Suite struct KeyRotationTests {
  private let database: TestDatabase
  private let path: String

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
    path = database.directory.file("site.key")
    try KeyRing(database.key).write(toNewFile: path)
    try database.service.adoptKey()
  }

  private func service() throws -> SessionService {
    SessionService(
      store: database.store, keys: try KeyRing(file: path), clock: database.clock.clock, hasher: .cheap)
  }

  private func rotate(_ grace: Interval = .minutes(10)) throws {
    try service().rotateKey(file: path, grace: grace, by: TestDatabase.operator)
  }

  @Test func `sessions go over to the new key with a request, and live on after the grace`() throws {
    let (busy, _) = try database.logIn("alice")
    let (lazy, _) = try database.logIn("alice")
    try rotate()
    let rotated = try service()
    #expect(rotated.keys.grace(at: database.clock.now).keys == 1)
    #expect(try rotated.check(busy) != nil)
    database.clock.advance(.minutes(10))
    #expect(try rotated.check(busy) != nil)
    #expect(try rotated.check(lazy) == nil)
    #expect(try service().logOut(busy))
  }

  @Test func `without grace all sessions of the old key end at once`() throws {
    let (token, _) = try database.logIn("alice")
    try rotate(Interval(milliseconds: 0))
    #expect(try service().check(token) == nil)
    let (new, _) = try service().logIn(
      login: "alice", password: TestDatabase.password, from: LoginSource(address: nil, userAgent: ""))
    #expect(try service().check(new) != nil)
  }

  @Test func `forms and codes that were given out before are taken`() throws {
    let field = database.service.loginField()
    let (user, code) = try database.service.addUser(Login("bob"), by: TestDatabase.operator)
    try rotate()
    #expect(try service().acceptsLogin(field))
    try service().activate(
      login: "bob", code: code.text, password: Password("a long enough passphrase"),
      from: LoginSource(address: nil, userAgent: ""))
    #expect(try database.store.credential(of: user) != nil)
  }

  @Test func `a program that was open while the key was replaced changes nothing, and the log stays whole`() throws {
    let (token, _) = try database.logIn("alice")
    let open = try service()
    try rotate()
    #expect(throws: KeyFileError.self) { try open.end(.one(token.id), by: TestDatabase.operator, reason: "") }
    database.clock.advance(.hours(1))
    #expect(throws: KeyFileError.self) { try open.sweep(by: TestDatabase.operator) }
    _ = try service().sweep(by: TestDatabase.operator)
    #expect(try service().verifyAudit().fault == nil)
  }

  @Test func `whoever has seen the file has seen all its keys: none of them outlives the shortest grace`() throws {
    let (token, _) = try database.logIn("alice")
    try rotate(.days(30))
    try rotate(Interval(milliseconds: 0))
    #expect(try service().check(token) == nil)
    #expect(try service().keys.grace(at: database.clock.now).keys == 0)
  }

  @Test func `a program that still holds the old key alone is refused, with what mends it`() throws {
    try rotate()
    #expect(throws: KeyFileError.self) { try database.service.requireKey() }
    #expect(throws: KeyFileError.self) { try database.logIn("alice") }
    try service().requireKey()
  }

  @Test func `another site's key is refused`() throws {
    let other = SessionService(
      store: database.store, keys: KeyRing(ServerKey(random: .system)), clock: database.clock.clock, hasher: .cheap)
    let error = #expect(throws: KeyFileError.self) { try other.requireKey() }
    #expect(error?.description.contains("not this database's") == true)
  }

  @Test func `a rotation that broke off after the file was written is no harm`() throws {
    let (token, _) = try database.logIn("alice")
    let ring = try KeyRing(file: path)
    try ring.rotated(
      to: ServerKey(random: .system), acceptingOldUntil: database.clock.now + .hours(1)
    ).replace(file: path)
    try service().requireKey()
    #expect(try service().check(token) != nil)
    try rotate()
    try service().requireKey()
  }

  @Test func `a few old keys are kept, to know a backup by, and the oldest leave the file`() throws {
    let old = try KeyRing(file: path)
    for _ in 0..<12 {
      try rotate()
      database.clock.advance(.hours(1))
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.split(separator: "\n").count == 9)
    #expect(try service().keys.grace(at: database.clock.now).keys == 0)
    let backup = SessionService(
      store: database.store, keys: old, clock: database.clock.clock, hasher: .cheap)
    #expect(throws: KeyFileError.self) { try backup.requireKey() }
  }

  @Test func `a second rotation by a program that knows nothing of the first loses no key`() throws {
    let (token, _) = try database.logIn("alice")
    let first = try service()
    let second = try service()
    try first.rotateKey(file: path, grace: .hours(1), by: TestDatabase.operator)
    try second.rotateKey(file: path, grace: .hours(1), by: TestDatabase.operator)
    try service().requireKey()
    #expect(try service().check(token) != nil)
    #expect(try service().verifyAudit().fault == nil)
  }

  @Test func `who has not come by during the grace is out, and takes nobody's room`() throws {
    var policy = SessionPolicy.standard
    policy.maximumSessions = 1
    policy.atMaximum = .refuseNew
    policy.browser = try #require(SessionPolicy.Limits(idle: .hours(10), absolute: .hours(12)))
    try database.service.setPolicy(policy, by: TestDatabase.operator)
    let (token, _) = try database.logIn("alice")
    database.clock.advance(.minutes(1))
    try rotate(.minutes(10))
    database.clock.advance(.minutes(10))
    _ = try service().sweep(by: TestDatabase.operator)
    #expect(try database.store.ending(of: token.id)?.reason == "the key was replaced")
    _ = try service().logIn(
      login: "alice", password: TestDatabase.password, from: LoginSource(address: nil, userAgent: ""))
  }

  @Test func `a key that cannot be written leaves everything as it was`() throws {
    let log = try database.store.lastAuditNumber()
    #expect(throws: KeyFileError.self) {
      try service().rotateKey(file: path + ".not-there", grace: .hours(1), by: TestDatabase.operator)
    }
    #expect(try database.store.lastAuditNumber() == log)
    try service().requireKey()
  }
}
