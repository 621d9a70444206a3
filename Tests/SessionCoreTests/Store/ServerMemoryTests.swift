import SessionCore
import Support
import Synchronization
import Testing

@Suite struct ServerMemoryTests {
  /// A clock that a test sets.
  private final class Hand: Sendable {
    private let time = Mutex(Timestamp(milliseconds: 1_000_000))
    var now: Timestamp { time.withLock { $0 } }
    var clock: Clock { Clock { self.now } }
    func pass(_ milliseconds: Int64) { time.withLock { $0.milliseconds += milliseconds } }
  }

  private let hand = Hand()

  private func memory(_ hosts: String...) -> ServerMemory { ServerMemory(hosts: hosts, clock: hand.clock) }

  @Test func `before anything was tried, nothing is known`() {
    let reach = memory("db1", "db2").reach
    #expect(reach.hosts.map(\.condition) == [.untried, .untried])
    #expect(reach.current == nil && reach.lostSince == nil && reach.failOver == nil)
  }

  @Test
  func `a host that is lost and the next that answers make a fail-over, with its time, its length and its reason`() {
    let memory = memory("db1", "db2")
    memory.tries(0)
    memory.reached(0)
    hand.pass(60_000)
    memory.lost(0, .silent, after: .seconds(5))
    #expect(memory.reach.name == "db1")
    #expect(memory.reach.current == nil && memory.reach.lostSince == hand.now - .seconds(5))
    memory.tries(1)
    #expect(memory.reach.trying == 1)
    hand.pass(200)
    memory.reached(1)
    let expected = FailOver(
      from: "db1", to: "db2", at: hand.now, took: Interval(milliseconds: 5200), why: .silent)
    #expect(memory.reach.failOver == expected)
    #expect(memory.reach.current == 1 && memory.reach.trying == nil && memory.reach.lostSince == nil)
    #expect(expected.words.english == "db1 stopped answering: went over to db2 in 5.2 s")
  }

  @Test func `it is the first loss that counts, and since when each host was not well`() {
    let memory = memory("db1", "db2")
    memory.reached(0)
    memory.lost(0, .brokenOff)
    let first = hand.now
    memory.lost(1, .refused)
    memory.gaveUp()
    for _ in 0..<3 {
      hand.pass(2000)
      memory.lost(0, .refused)
      memory.lost(1, .refused)
      memory.gaveUp()
    }
    #expect(memory.reach.hosts[0].condition == .lost(since: first, .refused))
    #expect(memory.reach.lostSince == first && memory.reach.trying == nil)
    memory.reached(0)
    #expect(memory.reach.failOver?.words.english == "db1 stopped answering, and answers again after 6.0 s")
    #expect(memory.reach.failOver?.why == .brokenOff)
  }

  @Test func `a host that answered none from the start did not stop answering`() {
    let memory = memory("db1", "db2")
    memory.lost(0, .refused)
    memory.reached(1)
    #expect(memory.reach.failOver?.wasInUse == false)
    #expect(memory.reach.failOver?.words.english == "db1 does not answer: db2 did, after 0.0 s")
  }

  @Test func `an earlier host that is looked for and not there is no loss, and one that is back takes over`() {
    let memory = memory("db1", "db2")
    memory.lost(0, .refused)
    memory.reached(1)
    let before = memory.reach.failOver
    hand.pass(30_000)
    memory.tries(0)
    memory.lost(0, .refused)
    memory.gaveUp()
    #expect(memory.reach.current == 1 && memory.reach.lostSince == nil)
    hand.pass(30_000)
    memory.tries(0)
    memory.reached(0)
    #expect(memory.reach.hosts.map(\.condition) == [.inUse, .left(at: hand.now)])
    #expect(memory.reach.failOver == before)
  }

  @Test func `a connection that finds its host again at once was not lost for anybody`() {
    let memory = memory("db1")
    memory.reached(0)
    memory.lost(0, .brokenOff)
    hand.pass(20)
    memory.reached(0)
    #expect(memory.reach.failOver == nil && memory.reach.hosts[0].condition == .inUse)
  }

  @Test(arguments: [
    (["db1.example.org", "db2.example.org"], ["db1", "db2"]),
    (["db1.example.org:3307", "db1.example.org:3308"], ["db1:3307", "db1:3308"]),
    (["db.east.example.org", "db.west.example.org"], ["db.east.example.org", "db.west.example.org"]),
    (["10.0.0.1", "10.0.0.2:3307", "[2001:db8::1]:3307"], ["10.0.0.1", "10.0.0.2:3307", "[2001:db8::1]:3307"]),
    (["/run/mysqld/mysqld.sock"], ["/run/mysqld/mysqld.sock"]),
  ])
  func `names are as short as they can be and still differ`(_ hosts: [String], _ names: [String]) {
    #expect(ServerMemory(hosts: hosts).reach.hosts.map(\.name) == names)
  }
}
