import SessionCore
import SessionStore
import Support
import Testing

/// Somebody who can read or write the database, but does not hold the key, gets nobody in.
@Suite struct ForgeryTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
    try database.addUser("bob")
  }

  @Test(arguments: [
    "user_id = 2", "kind = 1", "kind = 9", "created_at = created_at + 1",
    "absolute_expires_at = absolute_expires_at + 86400000, expires_at = expires_at + 86400000",
    "proof = x'0000000000000000000000000000000000000000000000000000000000000000'",
    "proof = x''",
    "user_id = 999",
  ]) func `a row edited by hand is refused`(_ edit: String) throws {
    let (token, _) = try database.logIn("alice")
    #expect(try database.service.check(token) != nil)
    let raw = try database.address.connection()
    // SQLite asks for that only of whoever turns it on.
    if database.engine == .mariadb { try raw.run("SET SESSION foreign_key_checks = 0", []) }
    #expect(try raw.run("UPDATE sessions SET \(edit)", []) == 1)
    #expect(try database.service.check(token) == nil)
    #expect(try !database.service.logOut(token))
  }

  @Test func `an end that was moved by hand does not outlive the absolute limit`() throws {
    let (token, session) = try database.logIn("alice")
    let raw = try database.address.connection()
    try raw.run(
      "UPDATE sessions SET expires_at = expires_at + 31536000000, last_seen_at = last_seen_at + 31536000000", [])
    database.clock.advance(session.absoluteExpiresAt - database.clock.now)
    #expect(try database.service.check(token) == nil)
    #expect(try database.store.countSessions(.one(token.id), at: database.clock.now).value == 0)
  }

  @Test(arguments: [
    "expires_at = expires_at + 3600000", "expires_at = expires_at + 3600000, last_seen_at = last_seen_at + 3600000",
    "expires_at = expires_at + 3600000, sealed_until = sealed_until + 3600000",
    "expires_at = expires_at + 3600000, sealed_until = sealed_until + 3600000, seal = x'0000000000000000000000000000000000000000000000000000000000000000'",
  ]) func `an end that was moved by hand is where it was`(_ edit: String) throws {
    let (token, session) = try database.logIn("alice")
    let raw = try database.address.connection()
    try raw.run("UPDATE sessions SET \(edit)", [])
    database.clock.advance(session.expiresAt - database.clock.now)
    #expect(try database.service.check(token) == nil)
  }

  @Test func `limits that no command writes are refused, not reckoned with`() throws {
    let raw = try database.address.connection()
    try raw.run("INSERT INTO settings(name, value) VALUES('idle', 9223372036854775807)", [])
    #expect(throws: SettingsError.self) { try database.logIn("alice") }
  }

  @Test func `a touch does not undo a limit that was made stricter meanwhile`() throws {
    let (token, session) = try database.logIn("alice")
    database.clock.advance(.minutes(10))
    let strict = try #require(SessionPolicy(idle: .minutes(5), absolute: .minutes(5)))
    try database.service.setPolicy(strict, by: TestDatabase.operator)
    try database.store.touch(
      session, at: database.clock.now, expiresAt: database.clock.now + .minutes(30), seal: session.seal)
    #expect(try database.service.check(token) == nil)
  }

  @Test func `proofs swapped between two sessions prove neither`() throws {
    let (alice, aliceSession) = try database.logIn("alice")
    let (bob, bobSession) = try database.logIn("bob")
    let raw = try database.address.connection()
    for (id, proof) in [(alice.id, bobSession.proof), (bob.id, aliceSession.proof)] {
      try raw.run("UPDATE sessions SET proof = ? WHERE id = ?", [.blob(proof.bytes), .blob(id.bytes)])
    }
    #expect(try database.service.check(alice) == nil)
    #expect(try database.service.check(bob) == nil)
  }

  @Test func `a row made by hand from another's proof is refused`() throws {
    let (token, session) = try database.logIn("alice")
    var forged = session
    forged.userID = try database.service.user(login: "bob").id
    try database.service.end(.one(token.id), by: TestDatabase.operator, reason: "")
    try database.store.addSession(forged)
    #expect(try database.service.check(token) == nil)
  }

  @Test func `the database with another key lets nobody in`() throws {
    let (token, _) = try database.logIn("alice")
    let other = SessionService(
      store: try database.anotherStore(), keys: KeyRing(ServerKey(random: .system)), clock: database.clock.clock)
    #expect(try other.check(token) == nil)
    #expect(try !other.logOut(token))
    #expect(try database.service.check(token) != nil)
  }

  @Test(.onSQLite) func `no stored value, sent as a cookie, lets anybody in`() throws {
    let (live, session) = try database.logIn("alice")
    let (ended, _) = try database.logIn("alice")
    try database.service.end(.one(ended.id), by: TestDatabase.operator, reason: "")
    var tried = 0
    for value in try storedValues() {
      let padded = Array((value + [UInt8](repeating: 0, count: 48)).prefix(48))
      var cookies = [value, Array(Base64URL.encode(value).utf8), Array(Base64URL.encode(padded).utf8)]
      for id in [live.id, ended.id] {
        cookies.append(
          Array(Base64URL.encode(Array((id.bytes + value + [UInt8](repeating: 0, count: 48)).prefix(48))).utf8))
      }
      for cookie in cookies {
        guard let token = Token(text: cookie) else { continue }
        tried += 1
        #expect(try database.service.check(token) == nil)
      }
    }
    #expect(tried > 100)
    #expect(try database.service.check(live)?.id == session.id)
  }

  /// Every value of every column of every table, as bytes.
  private func storedValues() throws -> [[UInt8]] {
    let raw = try database.address.connection()
    var columns: [(String, String)] = []
    try raw.query(
      """
      SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'
      """, []
    ) { columns.append(($0.text(0), $0.text(1))) }
    var values: [[UInt8]] = []
    for (table, column) in columns {
      try raw.query("SELECT CAST(\"\(column)\" AS BLOB) FROM \"\(table)\"", []) { values.append($0.blob(0)) }
    }
    return values
  }
}
