import Console
import Screen
import SessionCore
import Testing

/// The cursor is on a session, not on a line.
@Suite struct CursorTests {
  private func arrival(_ number: Int, seen: Interval = .seconds(1)) -> Session {
    Sample.session(500 + number, login: "new\(number)", seen: seen, age: seen)
  }

  @Test func `it stays on its session while others arrive above and below, and leave`() {
    let bench = Bench.loaded()
    bench.press(.down, .down)
    #expect(bench.here == "Émile Durand")
    let kept = bench.state.sessions.current?.id
    bench.change { $0.sessions.insert(arrival(1), at: 0) }
    #expect(bench.state.sessions.current?.id == kept)
    bench.change { $0.sessions.append(arrival(2, seen: .minutes(29))) }
    bench.change { $0.sessions.removeAll { $0.owner.login == "王小明" || $0.owner.login == "李娜" } }
    #expect(bench.state.sessions.current?.id == kept)
    #expect(bench.lines.contains { $0.hasPrefix(" › Émile") })
  }

  @Test func `it follows its session when that is seen again and goes to the top`() {
    let bench = Bench.loaded()
    bench.press(.down, .down, .down, .down, .down)
    let kept = bench.state.sessions.current?.id
    bench.change { world in
      guard let index = world.sessions.firstIndex(where: { $0.id == kept }) else { return }
      world.sessions[index].lastSeenAt = Sample.now
    }
    #expect(bench.state.sessions.current?.id == kept)
    #expect(bench.state.sessions.cursor == 0)
  }

  @Test func `further down the list, rows that arrive above move nothing on the screen`() {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(100))
    bench.press(.pageDown, .pageDown, .up)
    let line = bench.cursorLine
    let rows = bench.lines[4..<21]
    for number in 1...5 { bench.change { $0.sessions.insert(arrival(number), at: 0) } }
    #expect(bench.cursorLine == line)
    #expect(bench.lines[4..<21] == rows)
  }

  @Test func `at the top of the list a new row is seen at once`() {
    let bench = Bench.loaded()
    bench.change { $0.sessions.insert(arrival(1), at: 0) }
    #expect(bench.lines[4].contains("new1"))
    #expect(bench.lines[5].hasPrefix(" › 王小明"))
  }

  @Test func `each list has its own cursor, kept while the other is looked at`() {
    let bench = Bench.loaded()
    bench.press(.down, .down, .character("2"), .down, .character("1"))
    #expect(bench.here == "Émile Durand")
    bench.press(.character("2"))
    #expect(bench.state.users.cursor == 1)
  }

  @Test(arguments: [Key.character("G"), .end]) func `the ends of a list are one key away`(_ key: Key) {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(300))
    bench.press(key)
    #expect(bench.here == "user299")
    bench.press(.up, .character("g"))
    #expect(bench.here == "王小明")
    #expect(bench.cursorLine == 4)
  }
}
