import SessionCore
import Support
import Testing

@Suite struct OverviewServiceTests {
  private let database: TestDatabase
  private var service: SessionService { database.service }

  init() throws {
    // A round hour, so that slots are where a test counts them.
    database = try TestDatabase()
    let now = database.clock.now.milliseconds
    database.clock.advance(Interval(milliseconds: 3_600_000 - now % 3_600_000))
    for name in ["alice", "bob"] { try database.addUser(name) }
  }

  private func fail(_ login: String) {
    _ = try? service.logIn(
      login: login, password: "wrong",
      from: LoginSource(address: IPAddress(text: "192.0.2.1"), userAgent: "curl/8", simulatedBy: nil))
  }

  @Test func `logins and failures stand in their slots`() throws {
    try database.logIn("alice")
    database.clock.advance(.minutes(2))
    try database.logIn("bob")
    fail("bob")
    fail("nobody")
    let slots = try service.overview(.hour).slots
    #expect(slots.count == 60)
    #expect(slots.suffix(3).map(\.logins.value) == [1, 0, 1])
    #expect(slots.suffix(3).map(\.failures.value) == [0, 0, 2])
    #expect(slots.last?.start == database.clock.now)
  }

  @Test func `what was simulated is counted, and said to be`() throws {
    try database.logIn("alice")
    #expect(try service.overview(.hour).simulatedWords == nil)
    try database.logIn("bob", simulated: true)
    database.clock.advance(.minutes(1))
    try database.logIn("bob", simulated: true)
    let overview = try service.overview(.hour)
    #expect(overview.slots.suffix(3).map(\.simulated.value) == [0, 1, 1])
    #expect(overview.slots.suffix(3).map(\.logins.value) == [0, 2, 1])
    #expect(overview.simulatedWords?.english == "2 of these simulated")
    let real = AttemptQuery(filter: try AttemptFilter(text: "-kind:simulated"))
    #expect(try database.store.countAttempts(real.filter, at: database.clock.now).value == 1)
  }

  @Test func `live sessions are counted back through what began and what ended`() throws {
    let first = try database.logIn("alice").session
    database.clock.advance(.minutes(1))
    try database.logIn("bob")
    database.clock.advance(.minutes(1))
    try service.end(.one(first.id), by: TestDatabase.operator, reason: "")
    database.clock.advance(.minutes(1))
    let overview = try service.overview(.hour)
    #expect(overview.live.value == 1)
    #expect(overview.slots.suffix(5).map(\.live) == [0, 1, 2, 1, 1])
  }

  @Test func `a session that ran out has ended, swept or not`() throws {
    try database.logIn("alice")
    database.clock.advance(.minutes(31))
    for _ in 0..<2 {
      let overview = try service.overview(.hour)
      #expect(overview.live.value == 0)
      #expect(overview.slots.compactMap(\.live).max() == 1 && overview.slots.last?.live == 0)
      _ = try service.sweep(by: TestDatabase.operator)
    }
  }

  @Test func `when they end is counted by the filter that shows them`() throws {
    try database.logIn("alice")
    database.clock.advance(.minutes(20))
    try database.logIn("bob")
    database.clock.advance(.minutes(6))
    let overview = try service.overview(.hour)
    #expect(overview.ends.map(\.count.value).reduce(0, +) == 2)
    #expect(overview.ends[0].count.value == 1 && overview.ends[2].count.value == 1)
    for ends in overview.ends {
      let rows = try service.sessionWindow(SessionQuery(filter: ends.filter), at: .start, cursor: nil, reach: 9)
      #expect(rows.matching == ends.count)
    }
  }

  @Test func `addresses and clients by how many have them, and what is gone is not counted`() throws {
    for address in ["203.0.113.7", "203.0.113.7", "203.0.113.9"] { try database.logIn("alice", from: address) }
    let gone = try database.logIn("bob", from: "192.0.2.1").session
    try service.end(.one(gone.id), by: TestDatabase.operator, reason: "")
    let overview = try service.overview(.day)
    #expect(overview.addresses.map(\.value.description) == ["203.0.113.7", "203.0.113.9"])
    #expect(overview.addresses.map(\.count) == [2, 1])
    #expect(overview.clients == [Overview.Share(UserAgent.Name(app: "curl", system: nil), 3)])
    #expect(overview.ranked.value == 3 && !overview.ranked.isCapped)
  }

  @Test func `words say the most, the fewest and when`() throws {
    try database.logIn("alice")
    database.clock.advance(.minutes(2))
    fail("bob")
    let overview = try service.overview(.hour)
    let time = overview.time(overview.slots[57].start)
    #expect(overview.loginWords(.english) == "1 in all, most 1 at \(time)")
    #expect(overview.liveWords(.english).hasPrefix("1 now, most 1 at \(time), fewest 0 at "))
    #expect(try TestDatabase().service.overview(.hour).isEmpty)
  }

  @Test(
    arguments: [
      ("2026-11-22T14:03:22Z", 1_795_356_202_000), ("2026-11-22T14:03", 1_795_356_180_000),
      ("2026-11-22", 1_795_305_600_000), ("1970-01-01", 0), ("2024-02-29T00:00:00", 1_709_164_800_000),
    ] as [(String, Int64)])
  func `moments are read as they are written`(_ text: String, _ milliseconds: Int64) {
    #expect(Timestamp(text: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "now", "2026", "2026-11", "2026-02-29", "2026-13-01", "2026-11-22T24:00", "2026-11-22T14:60", "2026-11-22T14",
    "26-11-22", "2026-11-22T14:03+01:00", "2026-11-22 14:03", "２０２６-11-22", "2026-11-22T14:03:22.5Z", "2026-11-22T",
  ])
  func `what is no moment is none`(_ text: String) { #expect(Timestamp(text: text) == nil) }
}
