import Screen
import SessionCore
import Testing

@testable import Console

@Suite struct EndSimulatedTests {
  @Test(arguments: ["1", "6"] as [Character]) func `K asks, and ends what is simulated and nothing else`(
    _ view: Character
  ) {
    let bench = Bench.loaded()
    let simulated = bench.world.sessions.count { $0.kind == .simulated }
    #expect(simulated > 0)
    bench.press(.character(view), .character("K"))
    #expect(bench.world.done.isEmpty && bench.text.contains("kind:simulated"))
    bench.press(.character("K"), .character("K"))
    #expect(bench.world.done.isEmpty)
    let before = bench.world.sessions.count
    bench.press(.character("e"))
    #expect(bench.world.sessions.allSatisfy { $0.kind != .simulated })
    #expect(bench.world.sessions.count == before - simulated)
  }

  @Test func `what the operator simulates ends too, unless it is told not to`() {
    let bench = Bench.loaded()
    bench.press(.character("6"), .character("K"))
    guard case .confirm(let confirm, _)? = bench.state.overlay else {
      Issue.record("nothing is asked")
      return
    }
    #expect(confirm.order.endsOwn)
  }

  @Test func `what is marked stays marked: it was not about that`() {
    let bench = Bench.loaded()
    bench.press(.character(" "), .character(" "), .character("K"), .character("e"))
    #expect(bench.text.contains("2 marked"))
  }

  @Test func `Esc leaves all as it was`() {
    let bench = Bench.loaded()
    bench.press(.character("6"), .character("K"), .escape)
    #expect(bench.world.done.isEmpty && bench.state.overlay == nil)
  }
}
