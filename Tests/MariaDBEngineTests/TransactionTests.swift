import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// What is done as one, or not at all, or again.
@Suite struct TransactionTests {
  struct Mistake: Error {}

  let bench: Workbench
  let proxy: CommitProxy

  init() throws {
    bench = try Workbench()
    proxy = try CommitProxy(to: bench.server.port)
  }

  @Test func `all of it is kept, or nothing when it throws`() throws {
    let connection = try bench.connection()
    try connection.transaction(.full) {
      #expect(connection.isWriting)
      try connection.add(1)
      try connection.transaction(.normal) { try connection.add(1, to: 2) }
      #expect(try bench.value() == 0)
    }
    #expect(!connection.isWriting)
    #expect(throws: Mistake.self) {
      try connection.transaction(.full) {
        try connection.add(5)
        throw Mistake()
      }
    }
    #expect(try bench.values() == [1, 1])
  }

  @Test func `of two that wait for each other one is run again`() async throws {
    let address = bench.database.address
    let meeting = Meeting()
    async let one = inThread { try Self.cross(address, from: 1, to: 2, meeting) }
    async let two = inThread { try Self.cross(address, from: 2, to: 1, meeting) }
    let runs = try await one + two
    #expect(runs == 3)
    #expect(try bench.values() == [2, 2])
  }

  /// Changes two rows, the second only once another one has changed it first; returns how often it ran.
  private static func cross(_ address: MariaDBAddress, from: Int64, to: Int64, _ meeting: Meeting) throws -> Int {
    let connection = try MariaDBConnection(address)
    var runs = 0
    try connection.transaction(.full) {
      runs += 1
      try connection.add(1, to: from)
      meeting.arrive(once: Int(from))
      try connection.add(1, to: to)
    }
    return runs
  }

  @Test func `what fails and is passed over makes all of it run again`() throws {
    let connection = try bench.connection()
    var runs = 0
    try connection.transaction(.full) {
      runs += 1
      try connection.add(1)
      if runs < 3 {
        _ = try? connection.run("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213", [])
        // The server would take this as a statement that stands alone.
        #expect(failure { try connection.add(100, to: 2) }?.kind == .conflict)
      }
    }
    #expect(runs == 3)
    #expect(try bench.values() == [1, 0])
  }

  @Test func `conflicts without end are an error after several times`() throws {
    let connection = try bench.connection()
    var runs = 0
    let found = failure {
      try connection.transaction(.full) {
        runs += 1
        try connection.add(1)
        try connection.run("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213", [])
      }
    }
    #expect(found?.kind == .conflict)
    #expect(runs >= 5)
    #expect(try bench.value() == 0)
  }

  @Test func `a lock that is held for long is waited for, and then a conflict`() throws {
    let holder = try bench.connection()
    let connection = try MariaDBConnection(bench.address([bench.server.port], "&read-timeout=3"))
    try holder.transaction(.full) {
      try holder.add(1)
      #expect(failure { try connection.transaction(.full) { try connection.add(1) } }?.kind == .conflict)
    }
    #expect(try connection.value() == 1)
    try connection.transaction(.full) { try connection.add(1) }
    #expect(try bench.value() == 2)
  }

  @Test func `another error in the middle leaves the rest to who asked`() throws {
    let connection = try bench.connection()
    try connection.transaction(.full) {
      try connection.add(1)
      #expect(failure { try connection.run("INSERT INTO bench VALUES(1, 1)", []) }?.kind == .duplicate)
      try connection.add(1)
    }
    #expect(try bench.value() == 2)
  }

  @Test(arguments: [CommitProxy.AtCommit.cutBefore, .cutAfter, .silentBefore])
  func `a commit whose answer is lost is asked after`(_ fate: CommitProxy.AtCommit) throws {
    let connection = try MariaDBConnection(bench.address([proxy.port], "&read-timeout=1&connect-timeout=1"))
    proxy.atCommits([fate])
    var (runs, questions) = (0, 0)
    let result = try connection.transaction(
      .full,
      isDone: {
        questions += 1
        return try connection.value() == 1
      },
      {
        runs += 1
        try connection.add(1)
        return "run \(runs)"
      })
    #expect(questions == 1)
    #expect(runs == (fate == .cutAfter ? 1 : 2))
    #expect(result == "run \(runs)")
    #expect(try bench.value() == 1)
  }

  @Test func `what may be done twice is, when nobody knows`() throws {
    let connection = try MariaDBConnection(bench.address([proxy.port]))
    proxy.atCommits([.cutAfter])
    try connection.transaction(.normal) { try connection.add(1) }
    #expect(try bench.value() == 2)
  }

  @Test func `a host that is lost while it commits is asked after at the next one`() throws {
    let second = try CommitProxy(to: bench.server.port)
    let connection = try MariaDBConnection(
      bench.address([proxy.port, second.port], "&read-timeout=1&connect-timeout=1"))
    proxy.atCommits([.silentBefore])
    try connection.transaction(.full, isDone: { try connection.value() == 1 }) { try connection.add(1) }
    #expect(second.accepted == 1)
    #expect(try bench.value() == 1)
  }

  @Test func `a connection that a lost one leaves behind holds no locks`() throws {
    let proxy = try CommitProxy(to: bench.server.port, isHolding: true)
    let connection = try MariaDBConnection(bench.address([proxy.port], "&read-timeout=1&connect-timeout=1"))
    var runs = 0
    try connection.transaction(.full) {
      runs += 1
      try connection.add(1)
      // The server still believes in the first connection, and keeps the row locked for it.
      if runs == 1 { proxy.fallSilent() }
      defer { proxy.fallSilent(false) }
      try connection.add(1)
    }
    #expect(runs == 2)
    #expect(try bench.value() == 2)
  }
}
