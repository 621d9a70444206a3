import Console
import Screen
import SessionCore
import Testing

/// Acts on more than a hundred sessions want their number typed.
@Suite struct EverybodyTests {
  private func asking(more: Int) -> Bench {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(more))
    bench.press(.character("E"))
    return bench
  }

  @Test func `everybody is logged out, and it can be taken back`() {
    let bench = asking(more: 0)
    #expect(bench.text.contains("Log everybody out, and end 9 sessions?"))
    bench.press(.character("e"))
    #expect(bench.world.sessions.isEmpty)
    #expect(bench.text.contains("Logged everybody out: 9 sessions."))
    bench.press(.character("u"))
    #expect(bench.text.contains("Taken back: 9 sessions live again."))
  }

  @Test func `a hundred need no number, a hundred and one do`() {
    #expect(!asking(more: 91).text.contains("Type "))
    #expect(asking(more: 92).text.contains("Type 101, then Enter"))
  }

  @Test func `the confirming key alone goes to the number`() {
    let bench = asking(more: 191)
    bench.press(.character("e"), .character("e"), .enter)
    #expect(bench.world.done.isEmpty && bench.state.overlay != nil)
    bench.type("20")
    bench.press(.enter)
    #expect(bench.world.done.isEmpty)
    bench.type("0")
    bench.press(.enter)
    #expect(bench.orders.map(\.act) == [.endEverybody])
    #expect(bench.world.sessions.isEmpty)
  }

  @Test func `digits find their field by themselves, letters do not enter it`() {
    let bench = asking(more: 191)
    bench.type("2x00")
    #expect(bench.text.contains("Type 200, then Enter 200"))
    bench.press(.backTab, .backTab, .enter)
    #expect(bench.text.contains("Nothing was done."))
  }

  @Test func `the number does not change while it is typed`() {
    let bench = asking(more: 191)
    bench.type("2")
    bench.change { $0.sessions.removeLast(150) }
    #expect(bench.text.contains("Log everybody out, and end 50 sessions?"))
    bench.type("00")
    bench.press(.enter)
    #expect(bench.world.done.count == 1)
  }

  @Test func `the number is asked for a user's many sessions too`() {
    let bench = Bench.loaded(
      sessions: (0..<120).map {
        Sample.session(1, login: "王小明", seen: .seconds(Int64($0)), age: .hours(1)).with(number: $0 + 300)
      })
    bench.press(.character("X"))
    #expect(bench.text.contains("Type 120"))
    bench.type("120")
    bench.press(.enter)
    #expect(bench.text.contains("Ended 120 sessions of 王小明."))
  }

  @Test func `where nobody is logged in, there is nothing to end`() {
    let bench = Bench.loaded(sessions: [])
    bench.press(.character("E"))
    #expect(bench.text.contains("there is nothing to end") && bench.state.overlay == nil)
  }
}
