import Console
import Screen
import SessionCore
import Testing

/// An act on many rows shows how far it has come, can be stopped, and says what was done.
@Suite struct BulkTests {
  private func running() -> Bench {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(500))
    bench.press(.character("*"), .character("x"), .character("m"))
    bench.type("509")
    bench.tap(.enter)
    return bench
  }

  private func order(_ bench: Bench) -> Order? {
    bench.asked.lazy.compactMap { if case .perform(let order) = $0 { order } else { nil } }.first
  }

  @Test func `it shows how far it has come, and the lists go on`() throws {
    let bench = running()
    let act = try #require(order(bench)).act
    #expect(bench.text.contains("Working…"))
    bench.send(.progressed(act, 250))
    #expect(bench.text.contains("250 of 509") && bench.text.contains("██") && bench.text.contains("Esc stop"))
    let effects = bench.send(.databaseChanged)
    #expect(effects.contains { if case .loadSessions = $0 { true } else { false } })
  }

  @Test(arguments: [Key.escape, .control("c")]) func `it is stopped once, and says what was done`(_ key: Key) throws {
    let bench = running()
    let act = try #require(order(bench)).act
    bench.send(.progressed(act, 250))
    #expect(bench.tap(key) == [.stopAct])
    #expect(bench.tap(key) == [])
    #expect(bench.text.contains("Stopping…"))
    bench.asked = []
    var result = ActResult()
    (result.count, result.ended, result.isStopped) = (300, 300, true)
    bench.send(.performed(act, Outcome(result)))
    #expect(bench.text.contains("Ended 300 sessions. Stopped: the others are as they were."))
    #expect(bench.state.overlay == nil)
  }

  @Test func `other keys do nothing while it runs, and hanging up leaves at once`() {
    let bench = running()
    for key in "exq uH".map(Key.character) + [.enter, .tab] { #expect(bench.tap(key) == []) }
    #expect(bench.send(.input(.hangUp)) == [.quit])
  }

  @Test func `who comes while the question stands is not meant, however many`() {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(500))
    bench.press(.character("*"), .character("x"), .character("m"))
    bench.type("50")
    bench.pass(.seconds(2))
    let late = (0..<300).map {
      Sample.session(2000 + $0, login: "late\($0)", seen: .seconds(-2), age: .seconds(-2))
    }
    bench.change { $0.sessions = late + $0.sessions }
    #expect(bench.text.contains("End 509 sessions") && bench.text.contains("Type 509"))
    bench.type("9")
    bench.press(.enter)
    #expect(bench.world.sessions.map(\.id) == late.map(\.id))
  }

  @Test func `who goes meanwhile is not counted any more`() {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(500))
    bench.press(.character("*"), .character("x"), .character("m"))
    bench.change { $0.sessions.removeLast(300) }
    #expect(bench.text.contains("End 209 sessions") && bench.text.contains("Type 209"))
  }

  @Test func `who is added while the question stands is not locked`() {
    let bench = Bench.loaded()
    bench.press(.character("2"), .character("*"), .character("L"))
    let count = bench.world.users.count
    let asked = bench.lines.first { $0.contains("Lock \(count) users") }
    #expect(asked != nil)
    bench.change { world in
      guard var new = world.users.first else { return }
      new.user.id = User.ID(rawValue: 900)
      new.user.state = .active
      world.users.append(new)
    }
    #expect(bench.lines.contains { $0.contains("Lock \(count) users") })
    bench.press(.character("m"), .character("e"))
    #expect(bench.world.users.filter { $0.user.state == .active }.map(\.user.id.rawValue) == [900])
  }

  @Test func `one that fails can be tried again`() {
    let bench = running()
    bench.asked = []
    bench.send(.refused(Phrase("Locked.", "已锁。")))
    #expect(bench.text.contains("End 509 sessions"))
    bench.press(.enter)
    #expect(bench.world.sessions.isEmpty)
  }

  @Test func `sessions are extended and timed out, and both are taken back`() {
    let bench = Bench.loaded()
    while bench.here != "bob" { bench.press(.down) }
    bench.press(.character("+"))
    #expect(bench.text.contains("Extend this session of bob?"))
    bench.press(.character("e"))
    #expect(bench.text.contains("Extended 1 session of bob."))
    while bench.here != "alice" { bench.press(.down) }
    bench.press(.character("T"))
    #expect(bench.text.contains("Let this session of alice time out now?"))
    bench.press(.character("e"))
    #expect(bench.text.contains("Timed out 1 session of alice."))
    #expect(!bench.world.sessions.contains { $0.owner.login == "alice" })
    bench.press(.character("u"))
    #expect(bench.world.sessions.contains { $0.owner.login == "alice" })
  }
}
