import Console
import Screen
import SessionCore
import Testing

@Suite struct ConfirmTests {
  private func asking(_ key: Character = "x") -> Bench {
    let bench = Bench.loaded()
    bench.press(.character(key))
    return bench
  }

  private func end(_ session: Session) -> Act { .sessions(.end, .one(SessionLook(session, at: Sample.now))) }

  @Test func `the question names the session, and nothing happens yet`() {
    let bench = asking()
    #expect(bench.text.contains("End this session of 王小明?"))
    #expect(bench.world.done.isEmpty)
    #expect(bench.world.sessions.count == Sample.sessions.count)
  }

  @Test(arguments: [Key.escape, .enter, .character("q")]) func `cancel is the default, and says that nothing was done`(
    _ key: Key
  ) {
    let bench = asking()
    bench.press(key)
    #expect(bench.state.overlay == nil && bench.world.done.isEmpty)
    #expect(bench.text.contains("Nothing was done."))
  }

  @Test func `the key that asked does not confirm`() {
    for key in ["x", "X", "L"] as [Character] {
      #expect(key != Confirm.key)
      let bench = asking(key)
      bench.press(.character(key), .character(key))
      #expect(bench.state.overlay != nil && bench.world.done.isEmpty)
    }
  }

  @Test func `its own key confirms, once`() {
    let bench = asking()
    bench.tap(.character("e"))
    bench.tap(.character("e"))
    bench.tap(.enter)
    bench.tap(.escape)
    bench.settle()
    #expect(bench.world.done.count == 1)
    #expect(bench.text.contains("Ended 1 session of 王小明."))
    #expect(bench.state.sessions.isGone)
  }

  @Test func `Tab goes to the reason, then to the act, and round`() {
    let bench = asking()
    bench.press(.tab)
    bench.type("exit e")
    bench.press(.tab, .enter)
    #expect(bench.orders.map(\.reason) == ["exit e"])
    #expect(bench.orders.map(\.act) == [end(Sample.sessions[0])])
    let round = asking()
    round.press(.tab, .tab, .tab, .enter)
    #expect(round.state.overlay == nil && round.world.done.isEmpty)
  }

  @Test func `while the reason is typed, the confirming key is a letter`() {
    let bench = asking()
    bench.press(.backTab, .backTab)
    bench.type("eee")
    #expect(bench.world.done.isEmpty)
    bench.press(.enter, .enter)
    #expect(bench.state.overlay == nil && bench.world.done.isEmpty)
  }

  @Test func `an act waits until what it would do is known`() {
    let bench = Bench.loaded()
    bench.tap(.character("X"))
    bench.tap(.character("e"))
    #expect(!bench.asked.contains { if case .perform = $0 { true } else { false } })
    #expect(bench.text.contains("Counting…"))
    bench.settle()
    bench.press(.character("e"))
    #expect(bench.world.done.count == 1)
  }

  @Test func `the act is about the session that was asked about, whatever the list does meanwhile`() {
    let bench = asking()
    bench.change { $0.sessions.insert(Sample.session(700, login: "new", seen: .seconds(0), age: .seconds(0)), at: 0) }
    bench.press(.character("e"))
    #expect(bench.orders.map(\.act) == [end(Sample.sessions[0])])
  }

  @Test func `an act on what has ended meanwhile says that there was nothing to end`() {
    let bench = asking()
    bench.world.sessions.removeFirst()
    bench.press(.character("e"))
    #expect(bench.text.contains("Nothing to end"))
  }

  @Test func `locking counts the sessions that end, and unlocking says that they stay ended`() {
    let bench = Bench.loaded()
    bench.press(.character("2"))
    while bench.state.users.current?.user.login.text != "bob" { bench.press(.down) }
    bench.press(.character("L"))
    #expect(bench.text.contains("Lock bob and end 1 session?"))
    bench.press(.character("e"))
    #expect(bench.text.contains("Locked bob, ended 1 session."))
    #expect(bench.state.users.current?.user.state == .locked)
    bench.press(.character("U"))
    #expect(bench.text.contains("Ended sessions stay ended."))
    bench.press(.character("e"))
    #expect(bench.text.contains("Unlocked bob."))
  }

  @Test func `an act that fails in the middle can be tried again`() {
    let bench = asking()
    bench.tap(.character("e"))
    bench.asked = []
    bench.send(.refused(Phrase("locked", "锁定")))
    bench.press(.character("e"))
    #expect(bench.world.done.count == 1)
  }

  @Test func `a list that cannot be read meanwhile does not make it look as if the act were over`() {
    let bench = asking()
    bench.tap(.character("e"))
    let acts = bench.asked
    bench.asked = []
    bench.send(.failed(Phrase("locked", "锁定"), at: Sample.now))
    #expect(bench.text.contains("No answer since"))
    // Neither a second time, nor “Nothing was done.”
    #expect(bench.tap(.character("e")) == [] && bench.tap(.enter) == [])
    #expect(bench.tap(.escape) == [.stopAct])
    bench.asked = acts
    bench.settle()
    #expect(bench.world.done.count == 1)
    #expect(bench.text.contains("Ended 1 session of 王小明."))
  }
}
