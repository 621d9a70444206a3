import Console
import Screen
import SessionCore
import Support
import Testing

@Suite struct FuzzTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `whatever happens, the cursor is on a row and the picture has its size`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let bench = Bench.loaded(
      language: seed % 2 == 0 ? .chinese : .english, sessions: Sample.sessions + Sample.more(150))
    var next = 1000
    for _ in 0..<500 {
      step(bench, &next, &random)
      let state = bench.state
      for (cursor, top, count) in [
        (state.sessions.cursor, state.sessions.top, state.sessions.rows.count),
        (state.users.cursor, state.users.top, state.users.rows.count),
        (state.attempts.cursor, state.attempts.top, state.attempts.rows.count),
      ] {
        #expect(cursor >= 0 && cursor < max(1, count) && top >= 0 && top <= max(0, count))
      }
      #expect(bench.frame.size == state.size)
    }
  }

  private func step(_ bench: Bench, _ next: inout Int, _ random: inout SplitMix) {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      let size = Size(rows: .random(in: 1...60, using: &random), columns: .random(in: 1...220, using: &random))
      bench.send(.input(.resize(size)))
    case 1:
      next += 1
      let session = Sample.session(
        next, login: "new\(next)", seen: .seconds(Int64.random(in: 0...9000, using: &random)), age: .hours(3),
        idle: .hours(3))
      bench.world.sessions.append(session)
      bench.send(.databaseChanged)
    case 2:
      if let index = bench.world.sessions.indices.randomElement(using: &random) {
        bench.world.sessions.remove(at: index)
      }
      bench.send(.databaseChanged)
    case 3: bench.send(.tick(bench.state.now + .seconds(Int64.random(in: 0...90, using: &random))))
    case 4: bench.send(.failed(Phrase("No.", "不。"), at: bench.state.now))
    case 5: bench.send(.refused(Phrase("No.", "不。")))
    case 6: bench.world.sessions = Int.random(in: 0..<8, using: &random) == 0 ? [] : bench.world.sessions
    case 7...10: answer(bench, &random)
    default: bench.tap(Self.keys.randomElement(using: &random) ?? .escape)
    }
  }

  /// Some answers come late, some not at all, and some twice.
  private func answer(_ bench: Bench, _ random: inout SplitMix) {
    guard let index = bench.asked.indices.randomElement(using: &random) else { return }
    let effect = bench.asked[index]
    if Int.random(in: 0..<5, using: &random) > 0 { bench.asked.remove(at: index) }
    if bench.asked.count > 50 { bench.asked.removeFirst(25) }
    if let event = bench.world.answer(effect, at: bench.state.now) { bench.send(event) }
  }

  private static let keys: [Key] =
    "jkgGxXLUvpHiT+*m ernf/?1236 qtRe<>uaAcDE0王é\u{301}👍🏽\u{200D}:ustate".unicodeScalars.map {
      .character(Character($0))
    }
    + [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .function(1), .control("w"), .control("u"), .control("d"), .control("f"), .control("b"), .control("l"),
      .control("a"),
    ]
}
