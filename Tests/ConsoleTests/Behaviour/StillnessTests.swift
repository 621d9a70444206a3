import Console
import Screen
import SessionCore
import Testing

/// Nothing happens, and nothing is sent: a picture that is the same is not a byte.
@Suite struct StillnessTests {
  @Test(arguments: [Scene.sessions, .users, .attemptsCalm, .sessionDetail, .sessionsEmpty, .help])
  func `for a minute in which nothing changes, the picture stands still`(_ scene: Scene) {
    let bench = scene.play(rows: 50, columns: 200, .english)
    bench.world.sessions.removeAll { $0.expiresAt < bench.state.now + .minutes(3) }
    bench.send(.databaseChanged)
    bench.settle()
    let picture = bench.frame
    for _ in 1...60 {
      bench.pass(.seconds(1))
      #expect(bench.frame == picture)
    }
    #expect(bench.asked.isEmpty)
  }

  @Test func `the time in the header is that of the ages, and moves on with what happens`() {
    let bench = Bench.loaded(sessions: Sample.sessions.filter { $0.expiresAt > Sample.now + .minutes(12) })
    #expect(bench.lines[0].contains("14:03 UTC"))
    for _ in 1...90 { bench.pass(.seconds(1)) }
    #expect(bench.lines[0].contains("14:03 UTC"))
    bench.press(.down)
    #expect(bench.lines[0].contains("14:04 UTC"))
    bench.pass(.minutes(2))
    bench.change { _ in }
    #expect(bench.lines[0].contains("14:06 UTC"))
    for _ in 1...5 { bench.pass(.minutes(1)) }
    #expect(bench.lines[0].contains("14:11 UTC"))
  }

  @Test func `on a slow line the cursor is a mark, and nothing else moves with it`() {
    let bench = Bench.loaded(rows: 50, columns: 200, sessions: Sample.sessions + Sample.more(20))
    bench.state = State(
      setting: Setting(
        database: "demo", actor: Actor(name: "lin", terminal: "pts/3", address: ""), language: .english,
        isLowBandwidth: true), size: Size(rows: 50, columns: 200), now: Sample.now)
    bench.press(.character("R"))
    let before = bench.frame
    bench.press(.down)
    let after = bench.frame
    let changed = zip(before.cells, after.cells).enumerated().filter { $0.element.0 != $0.element.1 }
    #expect(changed.count == 2)
    #expect(after.cells.allSatisfy { $0.style.ground != .cursor })
  }
}
