import Console
import Screen
import SessionCore
import Testing

@Suite struct OverviewTests {
  private func overview(_ bench: Bench = .loaded()) -> Bench {
    bench.press(.character("5"))
    return bench
  }

  @Test func `every figure stands in words as well`() {
    let bench = overview()
    #expect(bench.text.contains("Live sessions") && bench.text.contains("9 now"))
    #expect(bench.text.contains("failures 2 in all"))
    #expect(bench.text.contains("1 session ends within 5m") == false)
    bench.press(.down)
    #expect(bench.text.contains("1 session ends within 5m if nothing happens"))
    #expect(bench.text.contains("as of 14:03:22"))
  }

  @Test func `each bar leads to the rows that it counts`() throws {
    let bench = overview()
    bench.press(.down)
    for _ in 0..<(bench.state.overview.data?.ends.count ?? 0) {
      let data = try #require(bench.state.overview.data)
      let index = data.ends.firstIndex { bench.text.contains("\($0.words.english) if nothing") } ?? 0
      bench.press(.enter)
      #expect(bench.state.view == .sessions && bench.state.sessions.rows.count == data.ends[index].count.value)
      bench.press(.escape, .character("5"), .down)
    }
  }

  @Test func `a client's bar leads to its sessions and to no other's`() throws {
    let bench = overview()
    bench.press(.down, .right, .right)
    let first = try #require(bench.state.overview.data?.clients.first)
    bench.press(.enter)
    #expect(bench.state.view == .sessions)
    #expect(bench.state.sessions.rows.count == first.count)
    #expect(bench.state.sessions.rows.allSatisfy { UserAgent.name($0.userAgent) == first.value })
  }

  @Test func `an address's bar leads to its sessions`() throws {
    let bench = overview()
    bench.press(.down, .right, .down)
    let second = try #require(bench.state.overview.data?.addresses.dropFirst().first)
    bench.press(.enter)
    #expect(bench.state.sessions.filter == "from:\(second.value)")
    #expect(bench.state.sessions.rows.count == second.count)
  }

  @Test func `a slot of time leads to the attempts in it, and one of the curve to what was done then`() throws {
    let bench = overview()
    let slot = try #require(bench.state.overview.data?.slots.last)
    bench.press(.enter)
    #expect(bench.state.view == .attempts)
    #expect(bench.state.attempts.rows.count == slot.logins.value + slot.failures.value)
    bench.press(.character("5"), .up, .enter)
    #expect(bench.state.view == .audit && bench.state.audit.list.filter.hasPrefix("since:2026-11-22T14:03 until:"))
  }

  @Test func `the chosen slot stays chosen while time goes on, and the present one goes with it`() {
    let bench = overview()
    bench.press(.left, .left)
    #expect(bench.text.contains("14:01 to 14:02"))
    bench.pass(.minutes(6))
    #expect(bench.text.contains("14:01 to 14:02"))
    bench.press(.character("G"))
    bench.pass(.minutes(6))
    #expect(bench.text.contains("14:15 to 14:16"))
  }

  @Test func `it looks further back, and round again`() {
    let bench = overview()
    for (span, count) in [("6h", 72), ("24h", 48), ("7d", 56), ("1h", 60)] {
      bench.press(.character(">"))
      #expect(bench.state.overview.data?.span.rawValue == span && bench.state.overview.data?.slots.count == count)
    }
    bench.press(.character("<"))
    #expect(bench.state.overview.span == .week)
  }

  @Test func `a crowd of changes is read every three seconds, and nothing at all when nothing changes`() {
    let bench = overview()
    func asked(_ event: Event) -> Bool {
      bench.send(event).contains { if case .loadOverview = $0 { true } else { false } }
    }
    #expect(!asked(.databaseChanged) && !asked(.databaseChanged))
    #expect(!asked(.tick(Sample.now + .seconds(2))))
    #expect(asked(.tick(Sample.now + .seconds(3))))
    bench.settle()
    for second in 4..<64 { #expect(!asked(.tick(Sample.now + .seconds(Int64(second))))) }
    #expect(asked(.tick(Sample.now + .seconds(400))))
  }

  @Test func `an unchanged database leaves the picture as it is for a minute`() {
    let bench = overview()
    let before = bench.lines.dropFirst()
    for second in 1..<60 { bench.send(.tick(Sample.now + .seconds(Int64(second)))) }
    bench.settle()
    #expect(bench.lines.dropFirst() == before)
  }

  @Test func `nobody and nothing yet`() {
    let bench = overview(.loaded(sessions: [], attempts: [], throttles: []))
    #expect(bench.text.contains("Nobody is logged in, and nobody has tried to."))
    #expect(bench.text.contains("http://localhost:8080/login.cgi"))
  }

  @Test func `what could not be counted back says so`() {
    let bench = overview()
    var data = bench.world.overview(.hour, Sample.now)
    for index in 0..<30 { data.slots[index].live = nil }
    for case .loadOverview(_, let serial) in bench.tap(.character(">")) {
      data.span = .quarter
      bench.send(.overviewLoaded(data, serial: serial))
    }
    bench.asked = []
    bench.press(.up, .character("g"))
    #expect(bench.text.contains("too many to count back"))
  }

  @Test func `the header counts what the panels count`() {
    let bench = overview()
    bench.pass(.seconds(4))
    bench.change { $0.sessions.removeFirst(3) }
    #expect(bench.lines[0].contains("6 live") && bench.text.contains("6 now"))
  }

  @Test func `under another length of time no figures of the old one stand`() {
    let bench = overview()
    bench.tap(.character(">"))
    #expect(bench.text.contains("Reading…"))
    bench.settle()
    #expect(!bench.text.contains("Reading…"))
  }

  @Test func `an answer to an older request is dropped`() {
    let bench = overview()
    let before = bench.state.overview.data
    bench.tap(.character(">"))
    bench.send(.overviewLoaded(bench.world.overview(.week, Sample.now), serial: 0))
    #expect(bench.state.overview.data == before)
  }

  @Test(arguments: [(10, 40), (16, 60), (24, 80), (60, 200), (30, 61)])
  func `every bar can be reached at every size`(_ rows: Int, _ columns: Int) {
    let bench = overview(.loaded(rows: rows, columns: columns))
    var met: Set<OverviewPanel> = []
    for key in [Key.up, .up, .down, .down, .right, .right] + [Key](repeating: .down, count: 30) {
      bench.press(key)
      met.insert(bench.state.overview.panel)
    }
    #expect(met == Set(OverviewPanel.allCases))
  }
}
