import Console
import Screen
import SessionCore
import Testing

/// A list can be let stand still, so that what is looked at does not move away.
@Suite struct PauseTests {
  @Test func `a list that stands still shows since when, and does not move`() {
    let bench = Bench.loaded()
    bench.press(.character("p"))
    #expect(bench.text.contains("paused 14:03:22"))
    let rows = bench.lines[4..<20]
    bench.change { $0.sessions.removeLast(4) }
    bench.pass(.minutes(12))
    #expect(bench.lines[4..<20] == rows)
    #expect(bench.text.contains("12m ago"))
  }

  @Test(arguments: ["3", "4"] as [Character]) func `its ages stand still as well`(_ view: Character) {
    let bench = Bench.loaded()
    bench.press(.character(view), .character("p"))
    let rows = bench.lines[4..<20]
    bench.pass(.minutes(12))
    #expect(bench.lines[4..<20] == rows)
  }

  @Test func `it goes on where it is`() {
    let bench = Bench.loaded()
    bench.press(.character("p"))
    bench.change { $0.sessions.removeLast(4) }
    bench.press(.character("p"))
    #expect(bench.text.contains("The list goes on.") && !bench.text.contains("paused"))
    #expect(bench.state.sessions.rows.count == Sample.sessions.count - 4)
  }

  @Test func `an act on what has changed meanwhile is told so, and what it did is seen`() {
    let bench = Bench.loaded()
    bench.press(.character("p"))
    bench.change { $0.sessions.removeFirst() }
    bench.press(.character("x"), .character("e"))
    #expect(bench.text.contains("Nothing to end: it had ended already."))
    bench.press(.down, .character("x"), .character("e"))
    #expect(bench.text.contains("Ended 1 session of carol."))
    #expect(bench.text.contains("paused"))
  }
}
