import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// Reads that see one moment, and counters that tell of another.
@Suite struct SnapshotTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `all that is read is of one moment, and nothing is written`() throws {
    let connection = try bench.connection()
    let other = try bench.connection()
    try connection.snapshot {
      try other.add(1)
      #expect(try connection.value() == 0)
      #expect(try connection.snapshot { try connection.value() } == 0)
      try other.add(1)
      #expect(try connection.value() == 0)
      #expect(!connection.isWriting)
      #expect(failure { try connection.add(1) }?.kind == .readOnly)
    }
    #expect(try connection.value() == 2)
    try connection.add(1)
    #expect(try other.value() == 3)
  }

  @Test func `a moment that is lost with its connection is not mixed with another`() throws {
    let connection = try bench.connection()
    let other = try bench.connection()
    let found = failure {
      try connection.snapshot {
        #expect(try connection.value() == 0)
        try other.run("KILL CONNECTION \(connection.serverID)", [])
        _ = try? connection.value()
        #expect(failure { _ = try connection.value() }?.kind == .unreachable)
        _ = try connection.value()
      }
    }
    #expect(found?.kind == .unreachable)
    #expect(try connection.snapshot { try connection.value() } == 0)
  }

  @Test func `a moment begins on a new connection when the old one is gone`() throws {
    let connection = try bench.connection()
    try bench.connection().run("KILL CONNECTION \(connection.serverID)", [])
    #expect(try connection.snapshot { try connection.value() } == 0)
  }

  @Test func `a change counts once it is committed`() throws {
    let connection = try bench.connection()
    let other = try bench.connection()
    // What was read while a change was not committed must not be taken for what is there afterwards.
    let during = try other.transaction(.full) {
      try other.add(1)
      return try connection.changeCounter()
    }
    #expect(try connection.changeCounter() != during)
    var last = try connection.changeCounter()
    for _ in 0..<5 {
      try other.transaction(.full) { try other.add(1) }
      let next = try connection.changeCounter()
      #expect(next != last)
      last = next
    }
  }
}
