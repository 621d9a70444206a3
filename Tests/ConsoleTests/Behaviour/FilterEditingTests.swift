import Console
import Screen
import SessionCore
import Testing

@Suite struct FilterEditingTests {
  private func filtered(_ text: String, columns: Int = 80, view: Character = "1") -> Bench {
    let bench = Bench.loaded(columns: columns)
    bench.press(.character(view), .character("f"))
    bench.type(text)
    bench.press(.enter)
    return bench
  }

  @Test func `a filter is applied with Enter and cleared with Esc`() {
    let bench = filtered("  user:ali ")
    #expect(bench.state.overlay == nil && bench.state.sessions.filter == "user:ali")
    #expect(bench.state.sessions.rows.map(\.owner.login) == ["alice"])
    #expect(bench.lines[2].contains("1 of 9"))
    bench.press(.escape)
    #expect(bench.state.sessions.filter == "" && bench.state.sessions.rows.count == 9)
  }

  @Test func `Esc while typing leaves the old filter`() {
    let bench = filtered("state:idle")
    bench.press(.character("f"))
    bench.type("x")
    bench.press(.escape)
    #expect(bench.state.sessions.filter == "state:idle")
  }

  @Test(arguments: [
    ("小 state:asleep", 3, "state:asleep"), ("  bad:1  x", 2, "bad:1"), ("王王王  user:", 8, "user:"),
    ("ali -idle>10 x", 4, "-idle>10"),
    ("王 |", 3, "|"), ("a from:home|b", 2, "from:home"),
  ])
  func `a mistake is underlined where it stands`(_ text: String, _ cell: Int, _ word: String) {
    let bench = filtered(text)
    #expect(bench.state.sessions.filter != text)
    let frame = bench.frame
    let underlined = (0..<80).filter { frame[2, $0].style.isUnderlined }
    #expect(underlined.first == 8 + cell)
    #expect(underlined.map { frame[2, $0].text }.joined() == word)
    #expect(bench.lines[3].contains(" Use ") || bench.lines[3].contains(" Write "))
  }

  @Test func `the whole sentence is said where it has room, else what would be right`() {
    #expect(
      filtered("state:x", columns: 120).lines[3].contains("“state:x” is not known. Use one of live, idle, ending"))
    #expect(!filtered("from:home").lines[3].contains("…"))
    #expect(!filtered("state:asleep").lines[3].contains("…"))
    #expect(!filtered("colour:1").lines[3].contains("…"))
    #expect(!filtered("last:2d", view: "2").lines[3].contains("…"))
  }

  @Test func `what stands in quotation marks is kept as typed`() {
    #expect(filtered("  \"Émile  Durand\" ").state.sessions.filter == "\"Émile  Durand\"")
    #expect(filtered("\"Émile Durand\"|state:simulated").state.sessions.rows.count == 2)
  }

  @Test func `a mistake in a text longer than the line is underlined where it is seen`() {
    let bench = filtered(String(repeating: "a ", count: 20) + "bad:1", columns: 40)
    let frame = bench.frame
    let underlined = (0..<40).filter { frame[2, $0].style.isUnderlined }
    #expect(underlined.map { frame[2, $0].text }.joined() == "bad:1")
  }

  @Test func `the mark goes as soon as the mistake is mended`() {
    let bench = filtered("state:asleep")
    for _ in "asleep" { bench.press(.backspace) }
    bench.type("idle")
    #expect(!bench.text.contains("is not known"))
    bench.press(.enter)
    #expect(bench.state.sessions.rows.map(\.owner.login) == ["李娜"])
  }

  @Test func `users are filtered by their own words`() {
    #expect(filtered("state:locked", view: "2").state.users.rows.count == 2)
    #expect(filtered("state:idle", view: "2").text.contains("Use one of active, locked."))
  }

  @Test func `nothing found is said, with the way back`() {
    let bench = filtered("nobody")
    #expect(bench.text.contains("Nothing matches “nobody”."))
    #expect(bench.text.contains("Esc clears the filter."))
  }

  @Test func `keys that are acts elsewhere are letters here`() {
    let bench = Bench.loaded()
    bench.press(.character("f"))
    bench.type("qxXLU?12")
    #expect(bench.lines[2].contains("qxXLU?12"))
    #expect(bench.world.done.isEmpty)
  }
}
