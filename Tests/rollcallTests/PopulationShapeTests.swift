import SessionCore
import SessionStore
import Support
import Testing

@testable import rollcall

/// Populations that are made to be hard on a database.
@Suite struct PopulationShapeTests {
  @Test(arguments: [true, false]) func `one user has nine of ten sessions, and may have them`(atOnce: Bool) throws {
    let database = try TestDatabase()
    let made = try database.make(atOnce, users: 50, sessions: 2000, shape: .oneUser)
    for (login, token) in made.tokens { #expect(try database.service.check(token)?.owner.login == login) }
    let counts = try database.texts(
      "SELECT count(*) FROM sessions GROUP BY user_id ORDER BY count(*) DESC LIMIT 2", columns: 1)
    #expect(counts.first == "1800" && counts.last != "1800")
    #expect(try database.texts("SELECT max_sessions FROM users WHERE max_sessions > 0", columns: 1) == ["1800"])
  }

  @Test func `one user alone has all of them`() throws {
    let database = try TestDatabase()
    let made = try database.make(true, users: 1, sessions: 500, shape: .oneUser)
    #expect(made.result.sessions == 500)
  }

  @Test(arguments: [true, false]) func `all sessions end in one second, which is to come`(atOnce: Bool) throws {
    let database = try TestDatabase()
    let made = try database.make(atOnce, users: 50, sessions: 1000, shape: .oneSecond)
    let ends = try made.tokens.map { try #require(try database.store.session(id: $0.token.id)).expiresAt }
    #expect(Set(ends.map { $0.milliseconds / 1000 }).count == 1 && Set(ends).count > 1)
    let (first, last) = (try #require(ends.min()), try #require(ends.max()))
    #expect(first > database.clock.now + .minutes(10))
    for (_, token) in made.tokens {
      #expect(try database.store.session(id: token.id)?.isProved(by: token, key: database.key) == true)
    }
    database.clock.advance(last - database.clock.now)
    #expect(try database.service.sweep(by: TestDatabase.operator).moved == 1000)
  }

  @Test(arguments: [true, false]) func `everybody comes from one address`(atOnce: Bool) throws {
    let database = try TestDatabase()
    _ = try database.make(atOnce, users: 50, sessions: 1000, shape: .oneAddress)
    for table in ["sessions", "ended_sessions", "attempts"] {
      #expect(try database.texts("SELECT DISTINCT hex(address) FROM \(table)", columns: 1).count == 1, "\(table)")
    }
  }
}
