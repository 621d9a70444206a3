import Console
import Screen
import SessionCore
import Testing

@Suite struct DetailTests {
  @Test func `Enter opens, Esc backs out to the same row`() {
    let bench = Bench.loaded()
    bench.press(.down, .down, .enter)
    #expect(bench.text.contains("2001:db8:85a3:8d3:1319:8a2e:370:7348"))
    bench.press(.escape)
    #expect(bench.state.overlay == nil && bench.here == "Émile Durand")
  }

  @Test func `the help stands over a detail, which is there again afterwards`() {
    let bench = Bench.loaded(rows: 30)
    bench.press(.enter, .character("?"))
    #expect(bench.text.contains("keys that work here"))
    bench.press(.escape)
    #expect(!bench.text.contains("keys that work here"))
    if case .detail? = bench.state.overlay {} else { Issue.record("the detail is gone") }
    #expect(bench.text.contains("Other sessions of the user"))
  }

  @Test func `q backs out of a detail and leaves from a list`() {
    let bench = Bench.loaded()
    bench.press(.enter)
    #expect(bench.tap(.character("q")) == [])
    #expect(bench.tap(.character("q")) == [.quit])
  }

  @Test(arguments: ["r", ">", "<"])
  func `an act on a detail is about what is shown, though the list under it was turned`(
    _ key: Character
  ) {
    let bench = Bench.loaded()
    bench.press(.down, .down, .enter, .character(key))
    if case .detail? = bench.state.overlay {} else { bench.press(.enter) }
    bench.press(.character("x"))
    #expect(bench.text.contains("End this session of Émile Durand?"))
    bench.press(.character("e"))
    #expect(bench.world.done.count == 1)
    #expect(!bench.world.sessions.contains { $0.owner.login == "Émile Durand" })
  }

  @Test func `an act on a detail is about what is shown, though a jump was on its way`() {
    let bench = Bench.loaded()
    bench.tap(.end)
    bench.tap(.enter)
    bench.settle()
    bench.press(.character("x"))
    #expect(bench.text.contains("End this session of 王小明?"))
  }

  @Test func `a detail that was read while a question stood over it is there afterwards`() {
    let bench = Bench.loaded()
    bench.tap(.enter)
    bench.tap(.character("x"))
    bench.settle()
    bench.press(.escape)
    #expect(bench.text.contains("authenticated"))
    #expect(!bench.text.contains("Reading…"))
  }

  @Test func `the answer for another detail is not shown as this one`() throws {
    let bench = Bench.loaded()
    let question = try #require(bench.tap(.enter).first)
    bench.asked = []
    bench.tap(.escape)
    bench.tap(.down)
    bench.tap(.enter)
    let answer = bench.world.answer(question, at: Sample.now)
    bench.send(try #require(answer))
    #expect(bench.text.contains("Reading…"))
    bench.settle()
    #expect(bench.text.contains("made by  lin on pts/3"))
  }

  @Test func `acting on a detail comes back to it`() {
    let bench = Bench.loaded()
    bench.press(.enter, .character("x"), .character("e"))
    #expect(bench.text.contains("by an administrator"))
    #expect(bench.text.contains("Ended 1 session of 王小明."))
  }

  @Test func `a long detail scrolls to its end and no further`() {
    let bench = Bench.loaded(rows: 10, columns: 40)
    bench.press(.enter)
    for _ in 0..<50 { bench.press(.down) }
    #expect(bench.text.contains("None: this is the only one."))
    bench.press(.home)
    #expect(bench.text.contains("王小明"))
  }
}
