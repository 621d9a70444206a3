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

  private func filter(_ bench: Bench, _ text: String) {
    bench.press(.character("f"), .control("u"))
    bench.type(text)
    bench.press(.enter)
  }

  @Test func `another filter leaves it on its session if that matches`() {
    let bench = Bench.loaded()
    bench.press(.down, .down, .down, .down)
    #expect(bench.here?.hasPrefix("zoë") == true)
    filter(bench, "state:live -王")
    #expect(bench.here?.hasPrefix("zoë") == true)
    filter(bench, "zoë|user:bob|user:alice")
    #expect(bench.here?.hasPrefix("zoë") == true && bench.state.sessions.rows.count == 3)
    bench.press(.escape)
    #expect(bench.here?.hasPrefix("zoë") == true && bench.state.sessions.rows.count == 9)
    #expect(bench.state.notice == nil)
  }

  @Test func `a filter that its session does not match puts it on the first row`() {
    let bench = Bench.loaded()
    bench.press(.down, .down)
    filter(bench, "user:bob|user:alice")
    #expect(bench.here == "bob" && !bench.state.sessions.isGone)
    #expect(bench.state.notice == nil)
    filter(bench, "nobody")
    #expect(bench.state.sessions.isLoaded && bench.state.sessions.rows.isEmpty)
    bench.press(.escape)
    #expect(bench.here == "王小明")
  }

  @Test func `a filter does not bring a session back that has ended under it`() {
    let bench = Bench.loaded()
    bench.press(.down, .down)
    bench.change { world in world.sessions.removeAll { $0.owner.login == "Émile Durand" } }
    filter(bench, "state:live")
    #expect(bench.here == "王小明" && !bench.state.sessions.isGone)
  }

  @Test func `far down a list, its session keeps its line where that can be`() {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(300))
    for _ in 0..<9 { bench.press(.pageDown) }
    bench.press(.up, .up, .up)
    let (here, line) = (bench.here, bench.cursorLine)
    filter(bench, "user:user")
    #expect(bench.here == here && bench.cursorLine == line)
    bench.press(.escape)
    #expect(bench.here == here && bench.cursorLine == line)
  }

  @Test func `while a new filter is read, other changes and a jump do not confuse it`() {
    let bench = Bench.loaded()
    bench.press(.down, .down, .down, .down, .character("f"))
    bench.type("state:live")
    bench.tap(.enter)
    bench.change { $0.sessions.insert(arrival(1), at: 0) }
    #expect(bench.here?.hasPrefix("zoë") == true)
    bench.press(.character("f"), .control("u"))
    bench.tap(.enter)
    bench.tap(.character("g"))
    bench.settle()
    #expect(bench.here == "new1")
  }

  @Test func `a filter of users leaves it on its user`() {
    let bench = Bench.loaded()
    bench.press(.character("2"), .down, .down)
    let kept = bench.state.users.current?.user
    filter(bench, "user:\(kept?.login.key ?? "")|user:alice")
    #expect(bench.state.users.current?.user == kept && bench.state.users.rows.count == 2)
    bench.press(.escape)
    #expect(bench.state.users.current?.user == kept && bench.state.users.rows.count == 11)
  }
}
