import Console
import Screen
import SessionCore
import Testing

/// A session that ends under the cursor stays where it was until the cursor leaves.
@Suite struct GhostTests {
  private func ghost() -> Bench {
    let bench = Bench.loaded()
    bench.press(.down, .down)
    bench.change { world in world.sessions.removeAll { $0.owner.login == "Émile Durand" } }
    return bench
  }

  @Test func `it is said, and shown as ended`() {
    let bench = ghost()
    #expect(bench.state.sessions.isGone)
    #expect(bench.lines.contains { $0.hasPrefix(" › Émile Durand      ended") })
    #expect(bench.text.contains("The session of Émile Durand has ended."))
  }

  @Test(arguments: ["x", "X", "L"]) func `an act on it is refused with the reason, and falls on nobody`(
    _ key: Character
  ) {
    let bench = ghost()
    bench.press(.character(key))
    #expect(bench.state.overlay == nil)
    #expect(bench.text.contains("That session has ended already"))
    #expect(bench.world.done.isEmpty)
  }

  @Test(arguments: [(Key.down, "evil"), (.up, "carol"), (.pageUp, "王小明"), (.end, "alice"), (.home, "王小明")])
  func `moving away removes it and lands beside it`(_ key: Key, _ login: String) {
    let bench = ghost()
    bench.press(key)
    #expect(bench.here?.hasPrefix(login) == true)
    #expect(!bench.state.sessions.isGone)
    #expect(!bench.text.contains("Émile Durand"))
    #expect(bench.state.sessions.rows.count == 8)
  }

  @Test func `it stays through further changes, and is said once`() {
    let bench = ghost()
    bench.press(.control("l"))
    #expect(!bench.text.contains("has ended."))
    bench.change { $0.sessions.removeFirst() }
    #expect(bench.state.sessions.isGone && bench.here == "Émile Durand")
    #expect(!bench.text.contains("has ended."))
  }

  @Test func `the last session of a list is a ghost too, and leaves an empty list`() {
    let bench = Bench.loaded(sessions: [Sample.sessions[0]])
    bench.change { $0.sessions = [] }
    #expect(bench.here == "王小明" && bench.state.sessions.isGone)
    bench.press(.down)
    #expect(bench.text.contains("Nobody is logged in."))
  }

  @Test func `a session that runs out on the screen is read anew and found ended`() {
    let bench = Bench.loaded()
    bench.press(.down)
    bench.pass(.minutes(15))
    #expect(bench.here == "carol" && bench.state.sessions.isGone)
  }

  @Test func `its details can still be opened`() {
    let bench = ghost()
    bench.press(.enter)
    #expect(bench.text.contains("by an administrator: mei on pts/9"))
  }
}
