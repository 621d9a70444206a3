import Console
import Screen
import SessionCore
import Testing

/// A console on a database that is on a server, or on a cluster of them.
@Suite struct ServerTests {
  private func console(_ server: ServerState = Sample.server(), rows: Int = 24, columns: Int = 80) -> Bench {
    let bench = Bench.loaded(rows: rows, columns: columns)
    bench.send(.serverSeen(server, waitedSince: nil))
    return bench
  }

  private struct Missing: Error {}

  private func top(_ server: ServerState) -> String { console(server, columns: 200).lines[0] }

  @Test func `a file has no server, and nothing of one is shown`() {
    let bench = Bench.loaded(columns: 200)
    bench.press(.character("5"))
    #expect(bench.state.server == nil)
    #expect(!bench.text.contains("Database") && !bench.text.contains("node"))
  }

  @Test func `the top line names the host and the size of its cluster`() {
    #expect(top(Sample.server()).contains("db1 · 3 nodes"))
    var alone = Sample.server()
    (alone.cluster, alone.reach.hosts) = (nil, [ServerReach.Host("db1", .inUse)])
    let line = top(alone)
    #expect(line.contains("db1") && !line.contains("node"))
  }

  @Test func `the top line says what is wrong, the worst first`() {
    #expect(top(Sample.server(size: 2)).contains("db1 · 2 of 3 nodes"))
    #expect(top(Sample.server(size: 2, state: "Joining")).contains("db1 · not in step"))
    #expect(top(Sample.server(queue: ServerState.Cluster.queueLimit)).contains("db1 · behind"))
    #expect(top(Sample.server(isHeldUp: true)).contains("db1 · behind"))
    var replica = Sample.server()
    (replica.cluster, replica.replica) = (nil, .behind(seconds: 40))
    #expect(top(replica).contains("db1 · behind"))
    replica.replica = .behind(seconds: 1)
    #expect(!top(replica).contains("behind"))
  }

  @Test func `more nodes than the address names are no trouble`() {
    var server = Sample.server(size: 5)
    server.reach.hosts.removeLast()
    #expect(server.concern == nil)
    #expect(top(server).contains("db1 · 5 nodes"))
  }

  @Test
  func `where there is no room, what is wrong with the server goes before the counts, and what is well after them`() {
    let well = console(Sample.server()).lines[0]
    #expect(well.contains("db1") && well.contains("9 live"))
    let ill = console(Sample.server(size: 2)).lines[0]
    #expect(ill.contains("db1 · 2 of 3 nodes") && ill.contains("9 live"))
    #expect(console(Sample.server(size: 2), columns: 40).lines[0].contains("UTC"))
  }

  @Test func `how a fail-over went is said until the next key, and can be looked up after`() {
    let bench = console()
    bench.send(.serverSeen(Sample.secondServer, waitedSince: nil))
    let words = "db1 stopped answering: went over to db2 in 1.2 s"
    #expect(bench.text.contains(words + "."))
    bench.press(.down)
    #expect(!bench.text.contains(words))
    bench.press(.character("5"))
    #expect(bench.text.contains("last fail-over 14:03:22: from db1 to db2 in 1.2 s (broken off)"))
    #expect(bench.text.contains("db1 broken off since 14:03 · db2 in use · db3 not tried"))
    bench.send(.serverSeen(Sample.secondServer, waitedSince: nil))
    bench.press(.character("1"))
    #expect(!bench.text.contains(words))
  }

  @Test func `that the cluster is smaller is said after the fail-over that made it so, and does not take its place`() {
    let bench = console()
    var server = Sample.secondServer
    server.cluster?.size = 3
    bench.send(.serverSeen(server, waitedSince: nil))
    bench.send(.serverSeen(Sample.secondServer, waitedSince: nil))
    let text = bench.lines.suffix(3).joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(text.contains("went over to db2 in 1.2 s. The cluster has 2 of its 3 nodes"))
    bench.press(.down)
    bench.send(.serverSeen(Sample.server(size: 2), waitedSince: nil))
    #expect(!bench.text.contains("went over"))
  }

  @Test func `what an act did and how a fail-over went are both said`() throws {
    let bench = console()
    bench.press(.character("x"))
    bench.tap(.character("e"))
    bench.send(.serverSeen(Sample.secondServer, waitedSince: nil))
    bench.settle()
    #expect(bench.text.contains("Ended 1 session") && bench.text.contains("went over to db2"))
  }

  @Test func `a cluster that shrinks and is whole again is said each time, once`() {
    let bench = console()
    bench.send(.serverSeen(Sample.server(size: 2), waitedSince: nil))
    #expect(bench.text.contains("The cluster has 2 of its 3 nodes"))
    bench.press(.down)
    bench.send(.serverSeen(Sample.server(size: 2, queue: 1), waitedSince: nil))
    #expect(!bench.text.contains("The cluster has"))
    bench.send(.serverSeen(Sample.server(), waitedSince: nil))
    #expect(bench.text.contains("The cluster is whole again: 3 nodes"))
  }

  @Test func `how far a node is behind changes no line of its own`() {
    let bench = console(columns: 200)
    let before = bench.lines.dropFirst()
    bench.send(.serverSeen(Sample.server(queue: 40), waitedSince: nil))
    #expect(bench.lines.dropFirst() == before)
    bench.send(.serverSeen(Sample.server(queue: 0), waitedSince: nil))
    #expect(bench.lines.dropFirst() == before)
  }

  @Test func `numbers that nobody is shown change nothing on the screen`() {
    let bench = console()
    let before = bench.lines
    for queue in 1..<10 {
      bench.send(.tick(Sample.now + .seconds(Int64(queue))))
      bench.send(.serverSeen(Sample.server(queue: queue), waitedSince: nil))
    }
    bench.settle()
    #expect(bench.lines == before)
  }

  @Test func `while a host is waited for it says so, which one is tried, and of when the rows are; the cursor moves`() {
    let bench = console()
    let asked = Sample.now - .seconds(3)
    bench.send(.serverSeen(Sample.server(), waitedSince: asked))
    #expect(bench.text.contains("db1 has not answered since 14:03:19 UTC"))
    #expect(bench.lines[2].contains("as of 14:03:22"))
    let line = bench.cursorLine
    bench.tap(.down)
    #expect(bench.cursorLine == line.map { $0 + 1 })
    let next = Sample.server([.lost(since: asked, .silent), .untried, .untried], current: nil, trying: 1)
    bench.send(.serverSeen(next, waitedSince: asked))
    #expect(bench.text.contains("No answer since 14:03:19 UTC: db1 says nothing; trying db2."))
    bench.send(.serverSeen(Sample.secondServer, waitedSince: nil))
    bench.settle()
    #expect(!bench.text.contains("No answer") && bench.text.contains("went over to db2"))
  }

  @Test func `where no host is left it says so, since when, why each, and that all are asked again`() {
    let bench = console()
    bench.send(.serverSeen(Sample.noServer, waitedSince: nil))
    bench.send(.failed(StoreError(.unreachable, database: "mariadb://r@db1,db2,db3/r").phrase, at: Sample.now))
    let text = bench.lines.suffix(4).joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(
      text.contains("No host answers since 14:03:15 UTC: db1 says nothing, db2 refuses connections, db3 is cut off"))
    #expect(text.contains("asked again at least every 10 seconds."))
    #expect(bench.lines[0].contains("no host answers"))
    let before = bench.lines
    // One that tries says nothing that changes.
    var trying = Sample.noServer
    for host in [0, 1, 2, nil] {
      trying.reach.trying = host
      bench.send(.serverSeen(trying, waitedSince: host == 1 ? Sample.now : nil))
      #expect(bench.lines == before)
    }
    bench.send(.serverSeen(Sample.secondServer, waitedSince: nil))
    bench.pass(.seconds(2))
    #expect(!bench.text.contains("No host"))
  }

  @Test func `an account that is refused is not taken for a lost host`() {
    let bench = console()
    bench.send(.failed(Phrase("Access denied.", "拒绝访问。"), at: Sample.now))
    #expect(bench.text.contains("Access denied."))
  }

  @Test(arguments: [(10, 40), (16, 60), (24, 80), (50, 200)])
  func `the overview keeps its panels beside the server, at every size`(_ rows: Int, _ columns: Int) {
    let bench = console(Sample.secondServer, rows: rows, columns: columns)
    bench.press(.character("5"))
    #expect(bench.text.contains("Database") && bench.text.contains("db2"))
    for panel in OverviewPanel.allCases {
      while bench.state.overview.panel.rawValue < panel.rawValue {
        bench.press(panel == .addresses || panel == .clients ? .right : .down)
      }
      #expect(!bench.lines.isEmpty)
    }
  }

  @Test func `whoever hears the console hears of its server`() {
    let bench = console(rows: 40, columns: 240)
    bench.send(.serverSeen(Sample.secondServer, waitedSince: nil))
    #expect(bench.state.speech.first == "db1 stopped answering: went over to db2 in 1.2 s.")
    bench.press(.character("5"))
    #expect(bench.state.speech.contains { $0.contains("Database db2 (node2), 2 of 3 nodes, Primary, Synced") })
    bench.send(.serverSeen(Sample.noServer, waitedSince: nil))
    bench.send(.failed(Phrase("", ""), at: Sample.now))
    #expect(bench.state.speech.first?.hasPrefix("No host answers since 14:03:15 UTC") == true)
  }

  @Test func `what became of an act whose host was lost is said, and what was done can be taken back`() throws {
    let bench = console()
    bench.press(.character("x"))
    let effects = bench.tap(.character("e"))
    bench.asked = []
    guard case .perform(let order)? = effects.first else { throw Missing() }
    let id = Sample.id(1, at: Sample.now)
    let done = DoneAct(id: id, at: Sample.now, by: "lin", reason: "", subject: "王小明", count: 1)
    bench.send(.settled(order.act, .done(done)))
    #expect(bench.text.contains("The connection was lost meanwhile. It was done to 1"))
    #expect(bench.tap(.character("u")).contains(.undo(id)))
  }

  @Test func `what was not done says so, and what nobody knows as well`() throws {
    for (settlement, words) in [(Settlement.notDone, "nothing was done"), (.unknown, "is not known")] {
      let bench = console()
      bench.press(.character("x"))
      let effects = bench.tap(.character("e"))
      bench.asked = []
      guard case .perform(let order)? = effects.first else { throw Missing() }
      bench.send(.settled(order.act, settlement))
      #expect(bench.text.contains(words))
      #expect(bench.state.overlay == nil)
    }
  }
}
