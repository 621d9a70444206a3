import Console
import Screen
import SessionCore
import Testing

@Suite struct FindTests {
  private func finding(_ text: String, sessions: [Session] = Sample.sessions) -> Bench {
    let bench = Bench.loaded(sessions: sessions)
    bench.press(.character("/"))
    bench.type(text)
    return bench
  }

  @Test func `the cursor goes to the next row that matches, as it is typed`() {
    let bench = finding("ali")
    #expect(bench.here == "alice" && bench.state.sessions.rows.count == 9)
    #expect(bench.lines[22].hasPrefix(" / ali"))
    bench.press(.enter)
    #expect(bench.here == "alice" && bench.state.overlay == nil && bench.state.sessions.filter == "")
  }

  @Test func `Esc goes back to where the cursor was`() {
    let bench = finding("ali")
    bench.press(.escape)
    #expect(bench.here == "王小明" && bench.cursorLine == 4)
  }

  @Test func `an emptied text goes back, too`() {
    let bench = finding("bo")
    bench.press(.backspace, .backspace)
    #expect(bench.here == "王小明")
  }

  @Test func `n and N go on from there, round the list's end`() {
    let bench = finding("client:android")
    bench.press(.enter)
    #expect(bench.here == "zoë 👩‍👩‍👧")
    bench.press(.character("n"))
    #expect(bench.here == "李娜")
    bench.press(.character("n"))
    #expect(bench.here == "zoë 👩‍👩‍👧" && bench.text.contains("over the end of the list"))
    bench.press(.character("N"))
    #expect(bench.here == "李娜")
  }

  @Test func `far away rows are found in the database, not in what is loaded`() {
    let bench = finding("user1999", sessions: Sample.sessions + Sample.more(2000))
    #expect(bench.here == "user1999")
    bench.press(.enter, .character("g"), .character("n"))
    #expect(bench.here == "user1999")
    bench.press(.up)
    #expect(bench.here == "user1998")
  }

  @Test func `nothing found is said, and the cursor stays`() {
    let bench = finding("nobody")
    bench.press(.enter)
    #expect(bench.here == "王小明" && bench.text.contains("No row of this list matches."))
  }

  @Test func `only rows that the filter shows are found`() {
    let bench = Bench.loaded()
    bench.press(.character("f"))
    bench.type("state:live")
    bench.press(.enter, .character("/"))
    bench.type("kind:simulated")
    bench.press(.enter)
    #expect(bench.state.sessions.filter == "state:live")
    #expect(bench.here == "carol" || bench.text.contains("No row"))
  }

  @Test func `a mistake is underlined, above the keys`() {
    let bench = finding("state:asleep")
    bench.press(.enter)
    let underlined = (0..<80).filter { bench.frame[22, $0].style.isUnderlined }
    #expect(underlined.first == 3 && underlined.count == "state:asleep".count)
    #expect(bench.lines[22].contains("Use one of live"))
  }

  @Test func `n without anything to find says how to`() {
    let bench = Bench.loaded()
    bench.press(.character("n"))
    #expect(bench.text.contains("/ does"))
  }

  @Test func `an answer that comes too late moves nothing`() {
    let bench = Bench.loaded()
    bench.press(.character("/"))
    bench.tap(.character("b"))
    bench.asked = []
    let question = bench.send(.reminded(serial: 1))
    bench.asked = []
    bench.tap(.escape)
    for effect in question {
      if let event = bench.world.answer(effect, at: bench.state.now) { bench.send(event) }
    }
    #expect(bench.here == "王小明")
  }

  @Test func `users and attempts are found, too`() {
    let bench = Bench.loaded()
    bench.press(.character("2"), .character("/"))
    bench.type("state:locked")
    bench.press(.enter)
    #expect(bench.state.users.current?.user.state == .locked)
    bench.press(.character("3"), .character("/"))
    bench.type("outcome:too-many-sessions")
    bench.press(.enter)
    #expect(bench.state.attempts.current?.number == 113)
  }
}
