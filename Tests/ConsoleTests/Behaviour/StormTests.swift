import Console
import Screen
import SessionCore
import Support
import Testing

/// Acting while ten thousand rows change beneath the cursor: never on the wrong one.
@Suite struct StormTests {
  @Test(arguments: [1, 2, 3] as [UInt64]) func `what is done is done to what was looked at, or left`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(2000))
    var next = 5000
    for round in 0..<60 {
      bench.press(Int.random(in: 0..<3, using: &random) == 0 ? .pageDown : .down)
      let meant = aim(bench, round, &random)
      // Rows go, come, and are used, under the cursor above all, while the question stands.
      for _ in 0..<170 { change(bench, &next, &random) }
      bench.send(.databaseChanged)
      if Bool.random(using: &random) { bench.settle() }
      let before = bench.world.sessions
      bench.tap(.character("e"))
      bench.settle()
      let gone = Set(before.map(\.id)).subtracting(bench.world.sessions.map(\.id))
      #expect(gone.isSubset(of: meant.keys))
      for session in before where gone.contains(session.id) {
        #expect(meant[session.id]?.isStill(session) == true)
      }
      bench.press(.escape, .escape)
    }
  }

  /// Asks about the cursor's row, or about some that are marked, and says which were looked at.
  private func aim(_ bench: Bench, _ round: Int, _ random: inout SplitMix) -> [SessionID: SessionLook] {
    var looks: [SessionLook] = []
    if round % 3 == 0 {
      for _ in 0..<5 {
        if let row = bench.state.sessions.selected { looks.append(SessionLook(row, at: bench.state.now)) }
        bench.tap(.character(" "))
      }
    } else if let row = bench.state.sessions.selected {
      looks = [SessionLook(row, at: bench.state.now)]
    }
    bench.tap(.character("x"))
    bench.settle()
    return Dictionary(looks.map { ($0.id, $0) }) { $1 }
  }

  private func change(_ bench: Bench, _ next: inout Int, _ random: inout SplitMix) {
    let near = bench.state.sessions.current.flatMap { row in bench.world.sessions.firstIndex { $0.id == row.id } }
    let index =
      Int.random(in: 0..<3, using: &random) == 0 ? near : bench.world.sessions.indices.randomElement(using: &random)
    guard let index else { return }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bench.world.sessions.remove(at: index)
    case 1: bench.world.sessions[index].lastSeenAt = bench.state.now
    default:
      next += 1
      bench.world.sessions.append(Sample.session(next, login: "new\(next)", seen: .seconds(1), age: .minutes(1)))
    }
  }
}
