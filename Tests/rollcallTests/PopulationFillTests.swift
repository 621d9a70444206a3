import SessionCore
import SessionStore
import Support
import Testing

@testable import rollcall

/// A database without users that is filled in one go: the same as in batches, all or nothing.
@Suite struct PopulationFillTests {
  private struct Enough: Error {}

  @Test func `every token authenticates its user, counts agree, and the log is whole`() throws {
    let database = try TestDatabase()
    let made = try database.fill(users: 200, sessions: 700, seed: 7)
    #expect(made.tokens.count == 700 && made.result.sessions == 700 && made.result.locked == 4)
    for (login, token) in made.tokens { #expect(try database.service.check(token)?.owner.login == login) }
    let now = database.clock.now
    #expect(try database.store.countSessions(.matching(SessionFilter()), at: now).value == 700)
    let users = try database.store.users(UserFilter(), from: nil, .after, limit: 500, at: now)
    #expect(users.count == 200 && users.map(\.liveSessions).reduce(0, +) == 700)
    #expect(users.filter { $0.user.state == .locked }.count == 4)
    #expect(try database.service.verifyAudit().fault == nil)
    let swept = try database.service.sweep(by: TestDatabase.operator)
    #expect(swept.moved == 0 && made.result.ended == 39)
  }

  @Test func `the shared password logs in, and who comes next is like any other`() throws {
    let database = try TestDatabase()
    let made = try database.fill(users: 20, sessions: 20, seed: 5, password: TestDatabase.password)
    _ = try database.logIn(try #require(made.tokens.first).login)
    let new = try database.addUser("somebody new")
    #expect(new == User.ID(rawValue: 21))
    _ = try database.logIn("somebody new")
    #expect(try database.service.verifyAudit().fault == nil)
  }

  @Test func `a seed makes the same people at the same addresses, whichever way they are written`() throws {
    let (first, second, batches) = (try TestDatabase(), try TestDatabase(), try TestDatabase())
    _ = try first.fill(users: 150, sessions: 600, seed: 9)
    second.clock.advance(.hours(1))
    _ = try second.fill(users: 150, sessions: 600, seed: 9)
    _ = try batches.populate(users: 150, sessions: 600, seed: 9)
    let people = "SELECT login, login_key, state, hex(last_login_from), max_sessions FROM users ORDER BY id"
    let addresses = "SELECT user_id, hex(address) FROM sessions ORDER BY user_id, address"
    let parts = "SELECT hex(part), user_id FROM login_parts ORDER BY part, user_id"
    let attempts = "SELECT login, user_id, hex(address), outcome FROM attempts ORDER BY id"
    let ended = "SELECT user_id, how, ended_by, hex(address) FROM ended_sessions ORDER BY user_id, ended_at"
    for query in [people, addresses, parts, attempts, ended] {
      let rows = try first.texts(query, columns: 2)
      #expect(!rows.isEmpty)
      #expect(try second.texts(query, columns: 2) == rows)
      #expect(try batches.texts(query, columns: 2) == rows)
    }
    let other = try TestDatabase()
    _ = try other.fill(users: 150, sessions: 600, seed: 10)
    #expect(try other.texts(people, columns: 1) != first.texts(people, columns: 1))
  }

  @Test func `all indexes are there afterwards, and rows refer to rows that are there`() throws {
    let (filled, fresh) = (try TestDatabase(), try TestDatabase())
    _ = try filled.fill(users: 100, sessions: 300, seed: 1)
    #expect(try filled.schema() == fresh.schema())
    #expect(try filled.schema().count > 20)
    for missing in [
      "SELECT id FROM sessions WHERE user_id NOT IN (SELECT id FROM users)",
      "SELECT id FROM sessions WHERE user_agent_id NOT IN (SELECT id FROM user_agents)",
      "SELECT user_id FROM credentials WHERE user_id NOT IN (SELECT id FROM users)",
      "SELECT id FROM attempts WHERE user_agent_id NOT IN (SELECT id FROM user_agents)",
    ] { #expect(try filled.texts(missing, columns: 1).isEmpty) }
  }

  @Test func `broken off, it has done nothing, and is done again`() throws {
    let (database, fresh) = (try TestDatabase(), try TestDatabase())
    var count = 0
    #expect(throws: Enough.self) {
      _ = try database.fill(users: 100, sessions: 6000, seed: 1) { _, _ in
        count += 1
        if count == 5500 { throw Enough() }
      }
    }
    for table in ["users", "login_parts", "credentials", "sessions", "ended_sessions", "attempts"] {
      #expect(try database.texts("SELECT 1 FROM \(table)", columns: 1).isEmpty, "\(table)")
    }
    #expect(try database.schema() == fresh.schema())
    #expect(try database.service.verifyAudit().fault == nil)
    let made = try database.fill(users: 100, sessions: 600, seed: 1)
    #expect(made.result.sessions == 600)
    #expect(try database.schema() == fresh.schema())
  }

  @Test func `on a server nobody else uses the database meanwhile`() throws {
    let database = try TestDatabase(.mariadb)
    var seen: [StoreError.Kind?] = []
    _ = try database.fill(users: 10, sessions: 10, seed: 1) { _, _ in
      guard seen.isEmpty else { return }
      let other = try database.anotherStore()
      for act in [{ try other.requireCurrentSchema() }, { _ = try other.takeBackFilling() }] {
        do {
          try act()
          seen.append(nil)
        } catch let error as StoreError { seen.append(error.kind) }
      }
    }
    #expect(seen == [.populating, .populating])
    #expect(try database.anotherStore().takeBackFilling() == false)
    #expect(try database.texts("SELECT 1 FROM users", columns: 1).count == 10)
  }

  @Test func `a file that others have open is filled all the same`() throws {
    let database = try TestDatabase(.sqlite)
    let other = try database.anotherStore()
    _ = try other.settings()
    let made = try database.fill(users: 50, sessions: 100, seed: 1)
    #expect(made.result.sessions == 100)
    #expect(try other.countUsers(UserFilter(), at: database.clock.now).value == 50)
    #expect(try database.texts("PRAGMA journal_mode", columns: 1) == ["wal"])
  }
}
