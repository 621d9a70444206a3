import Console
import Screen
import SessionCore
import Testing

@Suite struct PaletteTests {
  private func typed(_ text: String, _ keys: Key...) -> Bench {
    let bench = Bench.loaded()
    bench.press(.character(":"))
    bench.type(text)
    for key in keys { bench.press(key) }
    return bench
  }

  @Test func `an action is run by its name`() {
    #expect(typed("users", .enter).state.view == .users)
    #expect(typed("lock", .enter).text.contains("Lock 王小明"))
    #expect(typed("quit").tap(.enter) == [.quit])
  }

  @Test func `what can be done is not shown as what cannot`() {
    let bench = typed("export")
    #expect(!bench.text.contains("leads back to it") && !bench.text.contains("go back to the list"))
    bench.press(.enter)
    if case .export? = bench.state.overlay {} else { Issue.record("nothing is written") }
  }

  @Test func `over a detail, what cannot be done is so for what the detail shows`() {
    let bench = Bench.loaded()
    bench.press(.enter)
    bench.world.sessions.removeAll { $0.owner.login != "王小明" }
    bench.press(.character("r"))
    bench.press(.character(":"))
    bench.type("end")
    #expect(!bench.text.contains("has ended already"))
  }

  @Test func `a part of a name, or of what it does, is enough`() {
    #expect(typed("loc", .enter).text.contains("Lock 王小明"))
    #expect(typed("everybody", .enter).text.contains("Log everybody out"))
    #expect(
      typed("endall", .enter).text.contains("sessions of 王小明") || typed("endall", .enter).text.contains("End the 1"))
    #expect(typed("log everybody out", .enter).text.contains("Log everybody out"))
  }

  @Test func `in Chinese what an action does is sought in Chinese`() {
    let bench = Bench.loaded(language: .chinese)
    bench.press(.character(":"))
    bench.type("锁定")
    #expect(bench.lines.contains { $0.contains("› lock") })
  }

  @Test func `Tab writes the chosen name out, arrows choose`() {
    let bench = typed("loc", .tab)
    #expect(bench.lines.contains { $0.contains(": lock") })
    let other = typed("lock", .down)
    #expect(other.lines.contains { $0.contains("› unlock") })
    #expect(other.lines.contains { $0.contains("  lock") })
  }

  @Test func `an act is still asked about, and Enter twice does nothing`() {
    let bench = typed("end", .enter)
    #expect(bench.text.contains("End this session of 王小明?"))
    bench.press(.enter)
    #expect(bench.world.done.isEmpty && bench.state.overlay == nil)
  }

  @Test func `what cannot be done says why, before and after`() {
    let bench = typed("unlock")
    #expect(bench.text.contains("王小明 is not locked"))
    bench.press(.enter)
    #expect(bench.lines[22].contains("王小明 is not locked"))
    let elsewhere = typed("remove", .enter)
    #expect(elsewhere.lines[22].contains("in Users alone") && elsewhere.state.overlay == nil)
  }

  @Test func `nothing found runs nothing`() {
    let bench = typed("xyzzy")
    #expect(bench.text.contains("No action is called so."))
    #expect(bench.tap(.enter) == [])
    #expect(bench.state.overlay == nil)
  }

  @Test func `Esc and an emptied line close it`() {
    #expect(typed("lo", .escape).state.overlay == nil)
    #expect(typed("l", .backspace, .backspace).state.overlay == nil)
  }

  @Test func `over a detail it is about that, which stays`() {
    let bench = Bench.loaded()
    bench.press(.enter, .character(":"))
    bench.type("lock")
    bench.press(.enter)
    #expect(bench.text.contains("Lock 王小明"))
    bench.press(.escape, .character(":"), .escape)
    guard case .detail? = bench.state.overlay else {
      Issue.record("the detail is gone")
      return
    }
  }

  @Test func `every action can be run by its name somewhere, and none crashes`() {
    for id in Console.Action.ID.allCases {
      for view in ViewID.allCases {
        let bench = Bench.loaded()
        bench.press(.character(view.rawValue), .character(":"))
        bench.type(id.rawValue)
        bench.press(.enter)
        #expect(bench.frame.size == bench.state.size)
      }
    }
  }
}

@Suite struct HelpTests {
  @Test func `what is typed is looked for in keys and in words`() {
    let bench = Bench.loaded(rows: 40)
    bench.press(.character("?"))
    bench.type("lock the")
    #expect(bench.text.contains("lock the user") && !bench.text.contains("end the session"))
    bench.press(.escape)
    #expect(bench.text.contains("end the session"))
    bench.press(.escape)
    #expect(bench.state.overlay == nil)
  }

  @Test func `one character finds the key first`() {
    let bench = Bench.loaded(rows: 40)
    bench.press(.character("?"))
    bench.type("X")
    #expect(bench.text.contains("end all sessions of the user") && !bench.text.contains("the next view"))
  }

  @Test func `the words of the list's filter are there, and what they mean`() {
    let bench = Bench.loaded(rows: 80)
    bench.press(.character("?"))
    #expect(bench.text.contains("filter words") && bench.text.contains("kind:remembered"))
    bench.type("kind")
    #expect(bench.text.contains("kind:remembered") && !bench.text.contains("end the session"))
  }

  @Test func `it scrolls and stays within its lines`() {
    let bench = Bench.loaded(rows: 10, columns: 40)
    bench.press(.character("?"))
    let first = bench.text
    for _ in 0..<200 { bench.press(.down) }
    #expect(bench.text != first)
    for _ in 0..<200 { bench.press(.up) }
    #expect(bench.text == first)
  }
}
