import Console
import Screen
import SessionCore
import Testing

@Suite struct UserActsTests {
  private func on(_ login: String, _ bench: Bench = .loaded()) -> Bench {
    bench.press(.character("2"))
    while bench.state.users.current?.user.login.text != login { bench.press(.down) }
    return bench
  }

  @Test func `a user who has to wait shows it, and is forgiven`() {
    let bench = on("bob")
    #expect(bench.text.contains("waits 4m"))
    bench.press(.character("a"), .character("e"))
    #expect(bench.text.contains("Forgot the failed logins of bob."))
    #expect(!bench.text.contains("waits 4m"))
    bench.press(.character("a"))
    #expect(bench.text.contains("bob has no failed logins to forgive."))
  }

  @Test func `a code is given out after a question and shown until it is put away on purpose`() {
    let bench = on("bob")
    bench.press(.character("c"))
    #expect(bench.text.contains("Give out a one-time code for bob?"))
    #expect(!bench.text.contains("Reason"))
    bench.press(.character("e"))
    #expect(bench.text.contains(Sample.code.text))
    #expect(bench.text.contains("http://localhost:8080/login.cgi/activate"))
    #expect(bench.text.contains("It is shown this once"))
    bench.press(.character("q"), .character("e"), .character("x"), .down)
    bench.change { _ in }
    #expect(bench.text.contains(Sample.code.text))
    bench.press(.enter)
    #expect(!bench.text.contains(Sample.code.text))
    #expect(bench.state.overlay == nil && bench.world.done.count == 1)
    #expect(!"\(bench.state)".contains(Sample.code.text))
  }

  @Test func `a state that is printed while a code is shown holds none`() {
    let bench = on("bob")
    bench.press(.character("c"), .character("e"))
    var dumped = ""
    dump(bench.state, to: &dumped)
    for text in [dumped, "\(bench.state)", String(reflecting: bench.state)] {
      #expect(!text.contains(Sample.code.text))
    }
  }

  @Test func `the code stands whole on the smallest screen, in both languages`() {
    for language in Language.allCases {
      let bench = on("bob", .loaded(rows: 10, columns: 40, language: language))
      bench.press(.character("c"), .character("e"))
      #expect(bench.text.contains(Sample.code.text))
    }
  }

  @Test func `a locked user gets no code`() {
    let bench = on("Ｆｕｌｌ")
    bench.press(.character("c"))
    #expect(bench.text.contains("is locked: a code would not work. U unlocks."))
    #expect(bench.state.overlay == nil)
  }

  @Test func `a user is removed with their sessions, and the cursor does not fall on the neighbour`() {
    let bench = on("bob")
    bench.press(.character("D"))
    #expect(bench.text.contains("Remove bob and end 1 session?"))
    #expect(bench.text.contains("u takes it back for 5 minutes."))
    bench.press(.character("e"))
    #expect(bench.text.contains("Removed bob, ended 1 session."))
    #expect(!bench.world.users.contains { $0.user.login.text == "bob" })
    #expect(bench.state.users.isGone)
    bench.press(.character("D"))
    #expect(bench.text.contains("There is nothing under the cursor."))
  }

  @Test func `a user who is removed from the detail is not shown any more`() {
    let bench = on("bob")
    bench.press(.enter, .character("D"), .character("e"))
    #expect(bench.state.overlay == nil && bench.text.contains("Removed bob"))
  }
}
