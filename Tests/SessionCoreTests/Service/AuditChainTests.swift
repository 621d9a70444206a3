import SessionCore
import SessionStore
import Support
import Testing

/// Whoever changes the log is found out (OWASP ASVS 5.0, 16.4.2).
@Suite struct AuditChainTests {
  private let database: TestDatabase
  private var service: SessionService { database.service }

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
    for _ in 0..<9 {
      let (token, _) = try database.logIn("alice")
      database.clock.advance(.minutes(1))
      try service.logOut(token)
    }
  }

  private func verify() throws -> (entries: Int, last: AuditLink, fault: AuditFault?) { try service.verifyAudit() }

  @Test func `a log that nobody touched is right, to the last entry`() throws {
    let found = try verify()
    #expect(found.fault == nil)
    #expect(found.entries == 19 && found.last.number == 19)
  }

  @Test(arguments: [
    ("UPDATE audit SET reason = 'nothing' WHERE id = 7", 7, AuditFault.Kind.changed),
    ("UPDATE audit SET actor = 'mallory' WHERE id = 1", 1, .changed),
    ("UPDATE audit SET at = at + 1 WHERE id = 19", 19, .changed),
    ("UPDATE audit SET action = 'something new' WHERE id = 3", 3, .changed),
    ("UPDATE audit SET target_session = NULL WHERE id = 2", 2, .changed),
    (
      "UPDATE audit SET hash = x'0000000000000000000000000000000000000000000000000000000000000000' WHERE id = 5", 5,
      .changed
    ),
    (
      "UPDATE audit SET previous_hash = x'0000000000000000000000000000000000000000000000000000000000000000' WHERE id = 5",
      5, .unlinked
    ),
    ("DELETE FROM audit WHERE id = 8", 9, .unlinked), ("DELETE FROM audit WHERE id = 1", 2, .cut),
    ("UPDATE audit SET id = 30 WHERE id = 19", 30, .unlinked),
    ("DELETE FROM audit WHERE id = 19", 18, .cut), ("DELETE FROM audit", 0, .cut),
    ("UPDATE audit_ends SET number = 18, hash = (SELECT hash FROM audit WHERE id = 18)", 18, .unsealed),
    (
      "INSERT INTO audit SELECT 20, at, actor, terminal, address, action, target_user, target_session, reason, hash, hash FROM audit WHERE id = 19",
      20, .changed
    ),
  ]) func `the first row that is wrong is named`(_ edit: String, _ number: Int64, _ kind: AuditFault.Kind) throws {
    let raw = try database.address.connection()
    try raw.run(edit, [])
    #expect(try verify().fault == AuditFault(number: number, kind: kind))
  }

  @Test(arguments: [
    "DELETE FROM audit WHERE id > 12", "DELETE FROM audit WHERE id = 5", "UPDATE audit SET reason = 'x' WHERE id = 19",
    "DELETE FROM audit_ends", "DELETE FROM audit; DELETE FROM audit_ends WHERE name = 'head'",
    "UPDATE audit_ends SET seal = x'0000000000000000000000000000000000000000000000000000000000000000'",
  ]) func `what comes after does not make it good`(_ edit: String) throws {
    let raw = try database.address.connection()
    for statement in edit.split(separator: ";") { try raw.run(String(statement), []) }
    for _ in 0..<3 { try database.logIn("alice") }
    _ = try service.sweep(by: TestDatabase.operator)
    #expect(try verify().fault != nil)
  }

  @Test func `a log from before its ends were noted is sealed when the key is adopted`() throws {
    let raw = try database.address.connection()
    try raw.run("DELETE FROM audit_ends", [])
    try raw.run("DELETE FROM settings WHERE name = 'key_check'", [])
    try service.adoptKey(isOlder: true)
    try database.logIn("alice")
    #expect(try verify().fault == nil)
    // And not again, nor when it merely looks as if it were.
    for statement in ["DELETE FROM audit_ends", "DELETE FROM settings WHERE name = 'key_check'"] {
      try service.adoptKey(isOlder: true)
      try raw.run(statement, [])
      try service.adoptKey()
      #expect(try verify().fault?.kind == .unsealed)
    }
  }

  @Test func `a log made anew by somebody without the key is found out`() throws {
    let raw = try database.address.connection()
    for statement in ["DELETE FROM audit", "DELETE FROM audit_ends"] { try raw.run(statement, []) }
    let forger = SessionService(
      store: database.store, keys: KeyRing(ServerKey(random: .system)), clock: database.clock.clock, hasher: .cheap)
    let check = try #require(try database.store.settings()[.keyCheck])
    try raw.run("DELETE FROM settings WHERE name = 'key_check'", [])
    try forger.adoptKey()
    try forger.lock(try service.user(login: "alice").id, by: TestDatabase.operator, reason: "forged")
    try database.store.set([.keyCheck: check])
    #expect(try verify().fault?.kind == .unsealed)
  }

  @Test func `what is kept long enough goes, and the chain holds`() throws {
    let middle = database.clock.now - .minutes(5)
    let removed = try service.pruneAudit(before: middle, by: TestDatabase.operator)
    #expect(removed > 0)
    let found = try verify()
    #expect(found.fault == nil)
    #expect(found.entries == 19 - removed + 1)
    #expect(try database.store.audit(after: 0, limit: 1).first?.number == Int64(removed) + 1)
    let raw = try database.address.connection()
    try raw.run("DELETE FROM audit WHERE id = (SELECT min(id) FROM audit)", [])
    #expect(try verify().fault?.kind == .unlinked)
  }

  @Test func `what was tampered with is not signed away by pruning`() throws {
    let raw = try database.address.connection()
    try raw.run("UPDATE audit SET at = 0 WHERE id = 3", [])
    try service.pruneAudit(before: database.clock.now + .days(1), by: TestDatabase.operator)
    #expect(try verify().fault == AuditFault(number: 3, kind: .changed))
    try raw.run("DELETE FROM audit WHERE id = 3", [])
    try service.pruneAudit(before: database.clock.now + .days(1), by: TestDatabase.operator)
    #expect(try verify().fault?.kind == .unlinked)
  }

  @Test func `all of it may go, and the next entry follows the last`() throws {
    database.clock.advance(.minutes(1))
    try service.pruneAudit(before: database.clock.now, by: TestDatabase.operator)
    #expect(try verify().fault == nil)
    let log = try database.store.audit(after: 0, limit: 10)
    #expect(log.map(\.record.action) == [.pruneAudit])
    #expect(log.map(\.number) == [20])
  }

  @Test func `the sweep prunes by the policy, in batches`() throws {
    for _ in 0..<600 { try service.unlock(lockAgain(), by: TestDatabase.operator, reason: "") }
    var retention = Retention.standard
    retention.audit = .days(30)
    try service.setRetention(retention, by: TestDatabase.operator)
    database.clock.advance(.days(31))
    let report = try service.sweep(by: TestDatabase.operator)
    #expect(report.isDone && report.pruned > 1200)
    #expect(try verify().fault == nil)
    #expect(try database.store.audit(after: 0, limit: 100).allSatisfy { $0.record.action == .pruneAudit })
  }

  private func lockAgain() throws -> User.ID {
    let alice = try service.user(login: "alice").id
    try service.lock(alice, by: TestDatabase.operator, reason: "")
    return alice
  }

  @Test func `a key that was rotated verifies what was sealed before`() throws {
    let path = database.directory.file("site.key")
    try KeyRing(database.key).write(toNewFile: path)
    try service.pruneAudit(before: database.clock.now - .minutes(5), by: TestDatabase.operator)
    try service.rotateKey(file: path, grace: .hours(1), by: TestDatabase.operator)
    let rotated = SessionService(
      store: database.store, keys: try KeyRing(file: path), clock: database.clock.clock, hasher: .cheap)
    #expect(try rotated.verifyAudit().fault == nil)
  }
}
