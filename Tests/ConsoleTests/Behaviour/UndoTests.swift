import Console
import Screen
import SessionCore
import Testing

@Suite struct UndoTests {
  private func ended() -> Bench {
    let bench = Bench.loaded()
    bench.press(.character("x"), .character("e"))
    return bench
  }

  @Test func `an end says that it can be taken back, and u takes it back without a question`() {
    let bench = ended()
    #expect(bench.text.contains("Ended 1 session of 王小明. u takes it back for 5 minutes."))
    #expect(bench.world.sessions.count == Sample.sessions.count - 1)
    bench.press(.character("u"))
    #expect(bench.text.contains("Taken back: 1 session lives again."))
    #expect(bench.world.sessions.count == Sample.sessions.count)
    #expect(!bench.state.sessions.isGone && bench.here == "王小明")
  }

  @Test func `with nothing to take back, u says so, and the keys do not offer it`() {
    let bench = Bench.loaded()
    #expect(bench.lines.last?.contains("undo") == false)
    bench.press(.character("u"))
    #expect(bench.text.contains("Nothing was done from here in the last 5 minutes"))
    #expect(bench.world.done.isEmpty)
    #expect(ended().lines.last?.contains("u undo") == true)
  }

  @Test func `after 5 minutes it is too late`() {
    let bench = ended()
    bench.pass(.minutes(5) + .seconds(1))
    bench.press(.character("u"))
    #expect(bench.text.contains("Nothing was done from here"))
    #expect(bench.world.done.count == 1)
  }

  @Test func `one act after another is taken back, the last first, each once`() {
    let bench = ended()
    bench.press(.down, .character("x"), .character("e"))
    #expect(bench.world.sessions.count == Sample.sessions.count - 2)
    bench.tap(.character("u"))
    bench.tap(.character("u"))
    bench.settle()
    #expect(bench.world.sessions.count == Sample.sessions.count - 1)
    #expect(bench.world.sessions.contains { $0.owner.login == "carol" })
    bench.press(.character("u"))
    #expect(bench.world.sessions.count == Sample.sessions.count)
    bench.press(.character("u"))
    #expect(bench.text.contains("Nothing was done from here"))
  }

  @Test func `what is gone meanwhile is said`() {
    let bench = ended()
    bench.world.ended = [:]
    bench.press(.character("u"))
    #expect(bench.text.contains("Too late: it cannot be taken back any more."))
  }

  @Test func `an act whose sessions may not live again says why`() {
    let bench = ended()
    for key in bench.world.ended.keys { bench.world.ended[key] = [] }
    bench.press(.character("u"))
    #expect(bench.text.contains("None lives again"))
  }

  @Test func `a database that fails leaves it to be tried again`() {
    let bench = ended()
    bench.tap(.character("u"))
    bench.asked = []
    bench.send(.refused(Phrase("Locked.", "已锁。")))
    #expect(bench.text.contains("Locked."))
    bench.press(.character("u"))
    #expect(bench.world.sessions.count == Sample.sessions.count)
  }

  @Test func `locking is taken back with the sessions that it ended`() {
    let bench = Bench.loaded()
    bench.press(.character("L"), .character("e"))
    #expect(bench.world.sessions.count == Sample.sessions.count - 1)
    bench.press(.character("u"))
    #expect(bench.text.contains("Taken back: 王小明 is not locked, 1 session lives again."))
    #expect(bench.world.sessions.count == Sample.sessions.count)
  }

  @Test func `a database that is only read offers nothing`() {
    let bench = Bench.loaded(isReadOnly: true)
    bench.press(.character("u"))
    #expect(bench.text.contains("open for reading only"))
  }

  @Test(arguments: ViewID.allCases) func `u takes it back in every view`(_ view: ViewID) {
    let bench = ended()
    bench.press(.character(view.rawValue))
    #expect(bench.state.view == view)
    bench.press(.character("u"))
    #expect(bench.text.contains("Taken back: 1 session lives again."))
    #expect(bench.world.sessions.count == Sample.sessions.count)
  }
}
