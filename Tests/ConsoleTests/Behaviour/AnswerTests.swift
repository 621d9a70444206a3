import Console
import Screen
import SessionCore
import Testing

@Suite struct AnswerTests {
  private func answer(_ effect: Effect?, _ bench: Bench) -> Event? {
    effect.flatMap { bench.world.answer($0, at: bench.state.now) }
  }

  @Test func `an answer to an older question is dropped`() {
    let bench = Bench(sessions: Sample.sessions)
    let first = bench.asked.removeFirst()
    bench.tap(.character("r"))
    let second = bench.asked.first
    #expect(first != second)
    if let old = answer(first, bench) { bench.send(old) }
    #expect(!bench.state.sessions.isLoaded)
    bench.settle()
    #expect(bench.here == "alice")
  }

  @Test func `moving while an answer is on its way does not throw the cursor back`() throws {
    let bench = Bench.loaded()
    bench.press(.down)
    bench.send(.databaseChanged)
    let question = bench.asked.first
    bench.asked = []
    for _ in 0..<3 { bench.tap(.down) }
    let here = bench.here
    bench.send(try #require(answer(question, bench)))
    bench.settle()
    #expect(bench.here == here)
    #expect(bench.cursorLine == 8)
  }

  @Test func `moving to a row that has ended meanwhile finds it ended, not its neighbour`() throws {
    let bench = Bench.loaded()
    bench.world.sessions.removeAll { $0.owner.login == "carol" }
    bench.send(.databaseChanged)
    let question = bench.asked.first
    bench.asked = []
    bench.tap(.down)
    #expect(bench.here == "carol")
    bench.send(try #require(answer(question, bench)))
    bench.settle()
    #expect(bench.here == "carol" && bench.state.sessions.isGone)
  }

  @Test func `many changes at once are one question at a time`() {
    let bench = Bench.loaded()
    for _ in 0..<50 { bench.send(.databaseChanged) }
    #expect(bench.asked.count == 1)
    bench.settle()
    #expect(bench.asked.isEmpty)
  }

  @Test func `nothing is asked while nothing happens`() {
    let bench = Bench.loaded()
    for second in 1...20 { #expect(bench.send(.tick(Sample.now + .seconds(Int64(second)))).isEmpty) }
  }

  @Test func `near the edge of what is loaded, more is asked for`() {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(1000))
    #expect(bench.state.sessions.rows.count < 200)
    var asked = 0
    for _ in 0..<60 {
      asked += bench.tap(.pageDown).count
      bench.settle()
    }
    #expect(bench.here == "user999")
    #expect((3...60).contains(asked))
    for _ in 0..<60 { bench.press(.pageUp) }
    #expect(bench.here == "王小明" && bench.state.sessions.top == 0)
  }

  @Test func `every row is met once on the way down`() {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(400))
    var met: [SessionID] = []
    for _ in 0..<409 {
      bench.state.sessions.current.map { met.append($0.id) }
      bench.press(.down)
    }
    #expect(met.count == 409 && Set(met).count == 409)
  }
}
