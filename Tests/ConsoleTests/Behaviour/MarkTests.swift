import Console
import Screen
import SessionCore
import Testing

/// Rows are marked one by one, as a range, or by what they match; an act is then about all of them.
@Suite struct MarkTests {
  private let space = Key.character(" ")

  private func looks(_ bench: Bench) -> [String] {
    guard case .sessions(.end, .marked(let looks))? = bench.orders.last?.act else { return [] }
    return looks.map(\.login)
  }

  private func filter(_ bench: Bench, _ text: String) {
    bench.press(.character("f"), .control("u"))
    bench.type(text)
    bench.press(.enter)
  }

  @Test func `Space marks the row, goes on, and says how many are marked`() {
    let bench = Bench.loaded()
    bench.press(space, space)
    #expect(bench.lines.last?.hasPrefix(" 2 marked") == true)
    #expect(bench.lines[4].hasPrefix(" * 王小明") && bench.lines[5].hasPrefix(" * carol"))
    #expect(bench.cursorLine == 6)
    bench.press(.up, space)
    #expect(bench.lines.last?.hasPrefix(" 1 marked") == true)
    bench.press(.up, .up)
    #expect(bench.lines[4].hasPrefix("*› 王小明"))
  }

  @Test func `the marked ones end together, and none but them`() {
    let bench = Bench.loaded()
    bench.press(space, .down, space, .character("x"))
    #expect(bench.text.contains("End 2 sessions of 2 users?"))
    bench.press(.character("e"))
    #expect(looks(bench) == ["王小明", "Émile Durand"])
    #expect(bench.world.sessions.count == Sample.sessions.count - 2)
    #expect(bench.text.contains("Ended 2 sessions. u takes it back for 5 minutes."))
    #expect(!bench.text.contains("marked"))
    bench.press(.character("u"))
    #expect(bench.world.sessions.count == Sample.sessions.count)
  }

  @Test func `Esc unmarks before it clears the filter`() {
    let bench = Bench.loaded()
    filter(bench, "state:live")
    bench.press(space, .escape)
    #expect(!bench.text.contains("marked") && bench.state.sessions.filter == "state:live")
    bench.press(.escape)
    #expect(bench.state.sessions.filter.isEmpty)
  }

  @Test func `marks stay on their sessions while rows come and go, the order turns, and a filter hides them`() {
    let bench = Bench.loaded()
    bench.press(space, .down, space)
    bench.change { $0.sessions.insert(Sample.session(700, login: "new", seen: .seconds(0), age: .seconds(0)), at: 0) }
    bench.press(.character("r"))
    filter(bench, "user:bob")
    bench.press(.character("x"))
    #expect(bench.text.contains("End 2 sessions of 2 users?"))
    bench.press(.character("e"))
    #expect(looks(bench) == ["王小明", "Émile Durand"])
  }

  @Test func `a range is what stands between its ends, whichever comes first`() {
    for keys in [[Key.down, .down], [.end, .up, .up]] {
      let bench = Bench.loaded()
      if keys.count == 3 { bench.press(.down, .down) }
      bench.press(.character("v"))
      for key in keys { bench.press(key) }
      bench.press(.character("v"))
      let expected = keys.count == 2 ? 3 : 5
      #expect(bench.lines.last?.hasPrefix(" \(expected) marked") == true)
    }
  }

  @Test func `an act ends the range that is being chosen and is about it`() {
    let bench = Bench.loaded()
    bench.press(.character("v"), .down, .down)
    #expect(bench.lines.last?.hasPrefix(" range…") == true)
    #expect((4...6).allSatisfy { bench.frame[$0, $0 == 6 ? 0 : 1].text == "*" })
    bench.press(.character("x"), .character("e"))
    #expect(looks(bench) == ["王小明", "carol", "Émile Durand"])
  }

  @Test func `while a range is chosen the list stands still, and goes on after`() {
    let bench = Bench.loaded()
    let logins = bench.state.sessions.rows.map(\.owner.login)
    bench.press(.down, .down, .character("v"), .down, .down)
    // The range's rows are used and go to the top: in their place came others, which nobody chose.
    bench.change { world in
      for index in 2...4 { world.sessions[index].lastSeenAt = bench.state.now + .seconds(1) }
    }
    #expect(bench.state.sessions.rows.map(\.owner.login) == logins && bench.text.contains("paused"))
    bench.press(.character("x"))
    #expect(!bench.text.contains("paused"))
    guard case .confirm(let confirm, over: _)? = bench.state.overlay,
      case .sessions(.end, .marked(let looks)) = confirm.act
    else {
      Issue.record("no question")
      return
    }
    #expect(looks.map(\.login) == Array(logins[2...4]))
    bench.press(.escape, .escape)
    #expect(bench.state.sessions.rows.map(\.owner.login) != logins)
  }

  @Test func `a range whose end has moved in the list is given up`() {
    let bench = Bench.loaded()
    bench.press(.down, .down, .character("v"), .down, .down)
    bench.world.sessions[4].lastSeenAt = bench.state.now + .seconds(1)
    bench.press(.character("R"))
    #expect(bench.text.contains("A row at the end of the range moved: choose it anew."))
    #expect(!bench.text.contains("range…") && !bench.text.contains("paused"))
    bench.press(.character("v"), .character("2"), .character("1"))
    #expect(!bench.text.contains("range…") && !bench.text.contains("paused"))
  }

  @Test func `Esc gives a range up and leaves what was marked before`() {
    let bench = Bench.loaded()
    bench.press(space, .character("v"), .down, .escape)
    #expect(bench.lines.last?.hasPrefix(" 1 marked") == true)
  }

  @Test func `a range over more rows than are loaded is read, and then the act follows`() {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(600))
    bench.press(.down, .character("v"), .end, .character("x"))
    #expect(bench.text.contains("End 608 sessions of 608 users?"))
    bench.type("608")
    bench.press(.enter)
    #expect(bench.world.sessions.map(\.owner.login) == ["王小明"])
  }

  @Test func `all that match are marked by what they match`() {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(300))
    filter(bench, "user:user")
    bench.press(.character("*"))
    #expect(bench.lines.last?.hasPrefix(" 300 marked") == true)
    bench.press(.character("x"))
    #expect(bench.text.contains("They match  user:user  now."))
    #expect(bench.text.contains("Type 300, then Enter"))
    bench.type("300")
    bench.press(.enter)
    #expect(bench.orders.last?.act.whom == "user:user")
    #expect(bench.world.sessions.count == Sample.sessions.count)
  }

  @Test func `of all that match some are left out again`() {
    let bench = Bench.loaded()
    bench.press(.character("*"), space, .down, space)
    #expect(bench.lines.last?.hasPrefix(" 7 marked") == true)
    #expect(!bench.lines[4].hasPrefix(" *"))
    bench.press(.character("x"))
    #expect(bench.text.contains("state:live but 2"))
    bench.press(.character("e"))
    #expect(Set(bench.world.sessions.map(\.owner.login)).isSuperset(of: ["王小明", "Émile Durand"]))
    #expect(!bench.world.sessions.contains { $0.owner.login == "bob" })
  }

  @Test func `another filter unmarks all that matched the old one`() {
    let bench = Bench.loaded()
    bench.press(.character("*"))
    filter(bench, "user:bob")
    #expect(!bench.text.contains("marked"))
    bench.press(.character("x"))
    #expect(bench.text.contains("End this session of bob?"))
  }

  @Test func `who came after the question was looked at is not meant by it`() {
    let bench = Bench.loaded()
    bench.press(.character("*"), .character("x"))
    bench.world.sessions.append(Sample.session(800, login: "late", seen: .seconds(-2), age: .seconds(-2)))
    bench.press(.character("e"))
    #expect(bench.world.sessions.contains { $0.owner.login == "late" })
  }

  @Test func `users are marked and locked together`() {
    let bench = Bench.loaded()
    bench.press(.character("2"), space, space, .character("L"))
    #expect(bench.text.contains("Lock 2 users and end"))
    bench.press(.character("e"))
    #expect(bench.text.contains("Locked 2 users"))
    #expect(bench.world.users.count { $0.user.state == .locked } == 4)
  }

  @Test func `what is for one user at a time says so`() {
    let bench = Bench.loaded()
    bench.press(.character("2"), space, .character("c"))
    #expect(bench.text.contains("one user at a time"))
    #expect(bench.state.overlay == nil)
  }

  @Test func `what has gone under the cursor is not marked`() {
    let bench = Bench.loaded()
    bench.change { $0.sessions.removeFirst() }
    bench.press(space)
    #expect(bench.text.contains("That session has ended already") && !bench.text.contains("marked"))
  }
}
