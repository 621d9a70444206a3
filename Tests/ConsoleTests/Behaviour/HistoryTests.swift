import Console
import Screen
import SessionCore
import Testing

/// What was done can be looked up, and any of it taken back for 5 minutes.
@Suite struct HistoryTests {
  @Test func `before anything was done it says so`() {
    let bench = Bench.loaded()
    bench.press(.character("H"))
    #expect(bench.text.contains("Nothing was done yet."))
    bench.press(.escape)
    #expect(bench.state.overlay == nil)
  }

  private func afterThree() -> Bench {
    let bench = Bench.loaded()
    bench.press(.character("x"), .tab)
    bench.type("lost laptop")
    bench.press(.enter, .character("e"))
    bench.press(.down, .character("x"), .character("e"))
    bench.press(.down, .character("L"), .character("e"))
    return bench
  }

  @Test func `it names who, when, what and why, the newest first`() {
    let bench = afterThree()
    bench.press(.character("H"))
    #expect(bench.text.contains("locked Émile Durand"))
    #expect(bench.text.contains("ended 1 session: 王小明"))
    #expect(bench.text.contains("u for 5m"))
    bench.press(.down, .down)
    #expect(bench.text.contains("by lin on pts/3: lost laptop"))
  }

  @Test func `any of them is taken back, not only the last, and by no key that means something else elsewhere`() {
    let bench = afterThree()
    bench.press(.character("H"), .end, .enter)
    #expect(!bench.world.sessions.contains { $0.owner.login == "王小明" })
    bench.press(.character("u"))
    #expect(bench.world.sessions.contains { $0.owner.login == "王小明" })
    #expect(!bench.world.sessions.contains { $0.owner.login == "carol" })
    #expect(bench.text.contains("taken back") && bench.text.contains("Taken back: 1 session lives again."))
    bench.press(.character("u"))
    #expect(bench.text.contains("It was taken back already, by lin on pts/3."))
  }

  @Test func `after 5 minutes it is too late`() {
    let bench = afterThree()
    bench.pass(.minutes(6))
    bench.press(.character("H"), .character("u"))
    #expect(bench.text.contains("Too late"))
    #expect(bench.orders.count == 3)
  }

  @Test func `what others do meanwhile is there, and the cursor stays on its act`() {
    let bench = afterThree()
    bench.press(.character("H"), .down)
    bench.change { world in
      world.acts.insert(
        DoneAct(id: Sample.id(1, at: Sample.now), kind: .endEverybody, at: Sample.now, by: "mei", reason: ""), at: 0)
    }
    #expect(bench.text.contains("logged everybody out") && bench.text.contains("by lin on pts/3"))
  }

  @Test func `a user is added, with a code that is shown once, and that is taken back`() {
    let bench = Bench.loaded()
    bench.press(.character("2"), .character("i"))
    #expect(bench.text.contains("Add a user?"))
    bench.press(.enter)
    #expect(bench.state.overlay != nil && bench.world.done.isEmpty)
    bench.type("eve e")
    bench.press(.enter, .character("e"))
    #expect(bench.orders.map(\.act) == [.addUser(login: "eve e")])
    #expect(bench.text.contains("One-time code for eve e") && bench.text.contains(Sample.code.text))
    bench.press(.enter, .character("u"))
    #expect(bench.text.contains("Taken back: there is no user eve e."))
  }

  @Test func `adding is cancelled by what cancels everything`() {
    let bench = Bench.loaded()
    bench.press(.character("2"), .character("i"))
    bench.type("eve")
    bench.press(.enter, .enter)
    #expect(bench.world.done.isEmpty && bench.text.contains("Nothing was done."))
  }
}
