import Console
import Screen
import SessionCore
import Testing

@Suite struct FilterEditingTests {
  private func filtered(_ text: String, columns: Int = 80, view: Character = "1") -> Bench {
    let bench = Bench.loaded(columns: columns)
    bench.press(.character(view), .character("/"))
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

  @Test(arguments: [("小 state:asleep", 3, "state:asleep"), ("  bad:1  x", 2, "bad:1"), ("王王王  user:", 8, "user:")])
  func `a mistake is underlined where it stands`(_ text: String, _ cell: Int, _ word: String) {
    let bench = filtered(text)
    #expect(bench.state.sessions.filter == "")
    let frame = bench.frame
    let underlined = (0..<80).filter { frame[2, $0].style.isUnderlined }
    #expect(underlined.first == 8 + cell)
    #expect(underlined.map { frame[2, $0].text }.joined() == word)
    #expect(bench.lines[3].contains("“\(word)”"))
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
    #expect(filtered("state:idle", view: "2").text.contains("use one of active, locked"))
  }

  @Test func `nothing found is said, with the way back`() {
    let bench = filtered("nobody")
    #expect(bench.text.contains("Nothing matches “nobody”."))
    #expect(bench.text.contains("Esc clears the filter."))
  }

  @Test func `keys that are acts elsewhere are letters here`() {
    let bench = Bench.loaded()
    bench.press(.character("/"))
    bench.type("qxXLU?12")
    #expect(bench.lines[2].contains("qxXLU?12"))
    #expect(bench.world.done.isEmpty)
  }
}
