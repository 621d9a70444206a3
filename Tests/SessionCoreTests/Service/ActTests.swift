import SessionCore
import Support
import Testing

/// Acts of every kind: what they leave, and that each is taken back for 5 minutes.
@Suite struct ActTests {
  private let database: TestDatabase
  private var service: SessionService { database.service }
  private var by: Actor { TestDatabase.operator }

  init() throws {
    database = try TestDatabase()
    for name in ["alice", "bob", "lin"] { try database.addUser(name) }
  }

  private func look(_ session: Session) -> SessionLook { SessionLook(session, at: database.clock.now) }
  private func user(_ login: String) throws -> User { try service.user(login: login) }

  private func logIn(_ login: String, from address: String = "203.0.113.7") throws -> Session {
    try database.logIn(login, from: address).session
  }

  @Test func `a session that rested and was used since is left, and said`() throws {
    let (token, session) = try database.logIn("alice")
    database.clock.advance(.minutes(20))
    let seen = look(try #require(try database.store.session(id: session.id)))
    #expect(try service.check(token) != nil)
    let result = try service.perform(.end, on: .listed([seen]), by: by, reason: "")
    #expect(result.changed == ["alice"] && result.count == 0 && result.act == nil)
    #expect(try service.check(token) != nil)
    #expect(try service.preview(.listed([seen]), own: OwnMark(by)).changed == ["alice"])
  }

  @Test func `many are one act with one audit record a batch`() throws {
    let looks = try (0..<4).map { _ in look(try logIn("bob")) }
    try service.end(.one(looks[0].id), by: by, reason: "")
    let number = try database.store.lastAuditNumber()
    let result = try service.perform(.end, on: .listed(looks), by: by, reason: "all")
    #expect(result.count == 3 && result.gone == 1)
    #expect(try database.store.audit(after: number, limit: 9).map(\.record.reason) == ["3 sessions: all"])
    #expect(try service.undo(#require(result.act), by: by).sessions == 3)
  }

  @Test func `who came after a filter was looked at is left`() throws {
    let old = try logIn("alice")
    let at = database.clock.now
    database.clock.advance(.seconds(1))
    let new = try logIn("alice")
    let filter = try SessionFilter(text: "user:alice")
    var ended: [SessionID] = []
    _ = try service.perform(.end, on: .matching(filter, asOf: at), by: by, reason: "", each: { ended += $0 })
    #expect(ended == [old.id])
    #expect(try database.store.session(id: new.id) != nil)
  }

  @Test func `what is looked at again is what was looked at first, as far as it is there`() throws {
    for login in ["alice", "bob"] { _ = try logIn(login) }
    let first = try service.preview(.matching(SessionFilter(), asOf: nil), own: OwnMark(by))
    #expect(first.at == database.clock.now && first.count.value == 2)
    database.clock.advance(.seconds(1))
    for login in ["alice", "lin"] { _ = try logIn(login, from: "198.51.100.4") }
    let again = try service.preview(.matching(SessionFilter(), asOf: first.at), own: OwnMark(by))
    #expect(again.count.value == 2 && again.users.value == 2 && again.own.value == 0 && again.at == first.at)
  }

  @Test func `who was added after users were looked at is left`() throws {
    let first = try service.preview(UserTargets.matching(UserFilter()), own: OwnMark(by))
    let last = try #require(first.lastUser)
    try database.addUser("carol")
    let targets = UserTargets.matching(UserFilter().and(.upTo(last)))
    let again = try service.preview(targets, own: OwnMark(by))
    #expect(again.users.value == 3 && again.lastUser == last)
    #expect(try service.perform(.lock, on: targets, by: by, reason: "").count == 3)
    #expect(try user("carol").state == .active)
  }

  @Test func `very many are left out of a filter`() throws {
    let all = try (0..<5).map { _ in try logIn("alice").id }
    let strangers = (0..<9_000).map { _ in SessionID(time: database.clock.now, random: .system) }
    let filter = SessionFilter().and(not: .ids(strangers + all.dropFirst()))
    #expect(try service.preview(.matching(filter, asOf: nil), own: OwnMark(by)).count.value == 1)
    let result = try service.perform(.end, on: .matching(filter, asOf: nil), by: by, reason: "")
    #expect(result.count == 1)
    #expect(try database.store.session(id: all[0]) == nil)
    let keys = UserFilter().and(not: .keys((0..<9_000).map { "nobody\($0)" } + ["alice", "bob"]))
    #expect(try service.perform(.lock, on: .matching(keys), by: by, reason: "").count == 1)
    #expect(try user("lin").state == .locked)
  }

  @Test func `who comes while an act by a filter runs is left`() throws {
    let pattern = try logIn("alice")
    try database.store.transaction(.normal) {
      for _ in 0..<600 {
        var session = pattern
        session.id = SessionID(time: pattern.createdAt, random: .system)
        try database.store.addSession(session)
      }
    }
    var new: [SessionID] = []
    for act in [SessionAct.extend, .end] {
      _ = try service.perform(
        act, on: .matching(SessionFilter(), asOf: nil), by: by, reason: "",
        progress: { _ in
          database.clock.advance(.seconds(1))
          if let session = try? logIn("bob") { new.append(session.id) }
          return true
        })
    }
    let ended = try service.end(.matching(SessionFilter(text: "user:alice")), by: by, reason: "").ended
    #expect(new.count == 2 && ended.isEmpty)
    // Whoever came during the first was there before the second.
    #expect(try new.map { try database.store.session(id: $0) != nil } == [false, true])
  }

  @Test func `the operator's own sessions are spared, by account and address, and what they simulate`() throws {
    let own = try logIn("lin", from: "198.51.100.4")
    let elsewhere = try logIn("lin", from: "198.51.100.5")
    let simulated = try database.logIn("alice", simulated: true).session
    let targets = SessionTargets.matching(SessionFilter(), asOf: nil)
    #expect(try service.preview(targets, own: OwnMark(by)).own.value == 2)
    var ended: [SessionID] = []
    _ = try service.perform(.end, on: targets, sparing: OwnMark(by), by: by, reason: "", each: { ended += $0 })
    #expect(ended == [elsewhere.id])
    let again = try service.perform(.end, on: targets, sparing: OwnMark(by), by: by, reason: "")
    #expect(again.own == 2 && again.count == 0)
    #expect(try service.perform(.end, on: .user(own.userID), sparing: OwnMark(by), by: by, reason: "").own == 1)
    let users = UserTargets.listed([UserLook(try user("lin"))])
    #expect(try service.perform(.endAll, on: users, sparing: OwnMark(by), by: by, reason: "").own == 1)
    for kept in [own, simulated] { #expect(try database.store.session(id: kept.id) != nil) }
    let named = try service.perform(
      .end, on: .listed([look(simulated)]), sparing: OwnMark(by, countsSimulated: false), by: by, reason: "")
    #expect(named.count == 1)
  }

  @Test func `extending is a request that never came, within the absolute limit, and taken back if unused`() throws {
    let (token, session) = try database.logIn("alice")
    database.clock.advance(.minutes(25))
    let result = try service.perform(.extend, on: .listed([look(session)]), by: by, reason: "long form")
    let extended = try #require(try database.store.session(id: session.id))
    #expect(extended.expiresAt == database.clock.now + .minutes(30))
    #expect(extended.absoluteExpiresAt == session.absoluteExpiresAt)
    #expect(try service.undo(#require(result.act), by: by).sessions == 1)
    #expect(try database.store.session(id: session.id)?.expiresAt == session.expiresAt)
    let again = try service.perform(.extend, on: .user(session.userID), by: by, reason: "")
    database.clock.advance(.minutes(3))
    #expect(try service.check(token) != nil)
    #expect(throws: RestoreError.nothingLeft) { try service.undo(#require(again.act), by: by) }
  }

  @Test func `extending makes no forged row good`() throws {
    let session = try logIn("alice")
    try RawDatabase(database.path).run("UPDATE sessions SET seal = x'00', expires_at = expires_at + 1000")
    let result = try service.perform(.extend, on: .listed([look(session)]), by: by, reason: "")
    #expect(result.gone == 1 && result.count == 0)
  }

  @Test func `letting time out is an idle end that lives again when taken back`() throws {
    let (token, session) = try database.logIn("alice")
    let result = try service.perform(.expire, on: .listed([look(session)]), by: by, reason: "")
    #expect(try service.check(token) == nil)
    #expect(try database.store.ending(of: token.id)?.how == .idle)
    #expect(try service.undo(#require(result.act), by: by).sessions == 1)
    #expect(try service.check(token) != nil)
  }

  @Test func `locking is taken back with the sessions, unless somebody changed the user since`() throws {
    let (token, _) = try database.logIn("alice")
    let lock = try service.perform(.lock, on: .listed([UserLook(user("alice"))]), by: by, reason: "")
    #expect(try user("alice").state == .locked)
    let undone = try service.undo(#require(lock.act), by: by)
    #expect(undone.users == 1 && undone.sessions == 1)
    #expect(try service.check(token) != nil)
    let other = try service.perform(.lock, on: .listed([UserLook(user("alice"))]), by: by, reason: "")
    try service.unlock(user("alice").id, by: by, reason: "")
    #expect(throws: RestoreError.nothingLeft) { try service.undo(#require(other.act), by: by) }
  }

  @Test func `a user who changed since they were looked at is left`() throws {
    let seen = UserLook(try user("bob"))
    try service.setMaximumSessions(3, of: seen.id, by: by)
    let result = try service.perform(.lock, on: .listed([seen]), by: by, reason: "")
    #expect(result.changed == ["bob"] && result.count == 0)
    #expect(try user("bob").state == .active)
  }

  @Test func `unlocking is taken back, and who logged in meanwhile is out`() throws {
    try service.lock(user("alice").id, by: by, reason: "")
    let unlock = try service.perform(.unlock, on: .listed([UserLook(user("alice"))]), by: by, reason: "")
    database.clock.advance(.seconds(1))
    let (token, _) = try database.logIn("alice")
    #expect(try service.undo(#require(unlock.act), by: by).users == 1)
    #expect(try user("alice").state == .locked)
    #expect(try service.check(token) == nil)
  }

  @Test func `a code, a new user and a removed one are taken back`() throws {
    let code = service.newAct(.giveCode, by: by, reason: "", subject: "bob")
    _ = try service.giveCode(to: user("bob").id, by: by, as: code)
    #expect(try service.undo(code.id, by: by).users == 1)
    #expect(try database.store.activation(of: user("bob").id) == nil)

    let added = service.newAct(.addUser, by: by, reason: "", subject: "eve")
    _ = try service.addUser(Login("eve"), by: by, as: added)
    #expect(try service.undo(added.id, by: by).users == 1)
    #expect(throws: UserError.unknown("eve")) { try user("eve") }

    let (token, _) = try database.logIn("bob")
    let bob = try user("bob")
    let removed = service.newAct(.remove, by: by, reason: "", subject: "bob")
    try service.remove(bob, by: by, reason: "", as: removed)
    #expect(throws: UserError.unknown("bob")) { try user("bob") }
    #expect(try service.undo(removed.id, by: by).sessions == 1)
    #expect(try service.check(token) != nil)
    _ = try database.logIn("bob")
    #expect(try user("bob").id == bob.id)
  }

  @Test func `each act is looked up, taken back or not, and undone once`() throws {
    let session = try logIn("alice")
    let act = try #require(try service.perform(.end, on: .listed([look(session)]), by: by, reason: "why").act)
    _ = try service.undo(act, by: by)
    let found = try #require(try service.history().first { $0.id == act })
    #expect(found.count == 1 && found.reason == "why" && found.undoneBy == by.summary && found.undoableUntil == nil)
    #expect(throws: RestoreError.unknown) { try service.undo(act, by: by) }
    database.clock.advance(.minutes(6))
    _ = try service.sweep(by: by)
    #expect(try service.history().contains { $0.id == act })
  }

  @Test func `what was kept to go back to goes after 5 minutes`() throws {
    let bob = try user("bob")
    try service.remove(bob, by: by, reason: "")
    _ = try service.perform(.extend, on: .listed([look(try logIn("alice"))]), by: by, reason: "")
    database.clock.advance(.minutes(6))
    _ = try service.sweep(by: by)
    let raw = try RawDatabase(database.path)
    for table in ["removed_users", "extended_sessions", "changed_users", "forgiven", "kept_activations"] {
      #expect(try raw.count("SELECT count(*) FROM \(table)") == 0)
    }
  }

  @Test func `an act on many stops after the batch in hand`() throws {
    let looks = try (0..<3).map { _ in look(try logIn("alice")) }
    let users = try ["alice", "bob", "lin"].map { UserLook(try user($0)) }
    let result = try service.perform(.lock, on: .listed(users), by: by, reason: "", progress: { $0 < 2 })
    #expect(result.isStopped && result.count == 2 && looks.count == 3)
    #expect(try user("lin").state == .active)
    #expect(try service.undo(#require(result.act), by: by).users == 2)
  }
}
