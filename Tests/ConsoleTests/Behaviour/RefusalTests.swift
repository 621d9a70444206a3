import Console
import Screen
import SessionCore
import Testing

@Suite struct RefusalTests {
  @Test(arguments: [
    ("1", "x"), ("1", "X"), ("1", "L"), ("1", "U"), ("2", "X"), ("2", "L"), ("2", "U"), ("6", "r"), ("6", "n"),
  ])
  func `read-only, nothing that changes is done, and it is said why`(_ view: Character, _ key: Character) {
    let bench = Bench.loaded(isReadOnly: true)
    bench.press(.character(view), .character(key))
    #expect(bench.state.overlay == nil && bench.asked.isEmpty && bench.world.done.isEmpty)
    #expect(bench.text.contains("The database is open for reading only."))
    #expect(bench.lines[0].contains("read-only"))
  }

  @Test(arguments: ["x", "X", "L", "U"]) func `on an empty list there is nothing to act on`(_ key: Character) {
    let bench = Bench.loaded(sessions: [])
    bench.press(.character(key))
    #expect(bench.text.contains("There is nothing under the cursor."))
  }

  @Test func `what is so already is said, with the key for the other way`() {
    let bench = Bench.loaded()
    bench.press(.character("U"))
    #expect(bench.text.contains("王小明 is not locked; L locks."))
    bench.press(.character("2"))
    while bench.state.users.current?.user.state != .locked { bench.press(.down) }
    bench.press(.character("L"))
    #expect(bench.text.contains("is locked already; U unlocks."))
  }

  @Test func `what cannot be done now is not offered in the key bar`() {
    let bench = Bench.loaded(columns: 200, isReadOnly: true)
    #expect(!bench.lines[23].contains("end") && bench.lines[23].contains("Enter open"))
  }

  @Test func `what the world refuses is told`() {
    let bench = Bench.loaded()
    bench.press(.character("6"))
    bench.tap(.character("r"))
    bench.send(.refused(Phrase("login.cgi is missing.", "缺少 login.cgi。")))
    #expect(bench.text.contains("login.cgi is missing."))
    #expect(!bench.tap(.character("r")).isEmpty)
  }
}
