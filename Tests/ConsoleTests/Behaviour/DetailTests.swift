import Screen
import SessionCore
import Testing

@testable import Console

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

  @Test(arguments: ["r", ">", "<", "f", "/", "n"])
  func `a list is not changed unseen, below a detail`(_ key: Character) {
    let bench = Bench.loaded()
    bench.press(.down, .down, .enter)
    let before = bench.state.sort
    bench.press(.character(key))
    if case .detail? = bench.state.overlay {} else { Issue.record("the detail is gone") }
    #expect(bench.text.contains("Esc leads back to it"))
    bench.press(.escape)
    #expect(bench.here == "Émile Durand" && bench.state.sort == before)
  }

  @Test func `an act on a detail is about what is shown, though the list under it moved`() {
    let bench = Bench.loaded()
    bench.press(.down, .down, .enter)
    bench.change { $0.sessions.removeFirst() }
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

  @Test func `a user's detail leads back to the attempt that it was opened from`() {
    let bench = Bench.loaded()
    bench.press(.character("3"), .enter)
    let attempt = bench.state.overlay
    bench.press(.enter)
    guard case .detail(let detail)? = bench.state.overlay, case .user = detail.subject else {
      Issue.record("no user is shown")
      return
    }
    bench.press(.escape)
    #expect(bench.state.overlay == attempt)
  }

  @Test func `a user who is removed meanwhile is said to be gone`() {
    let bench = Bench.loaded()
    bench.press(.character("3"), .enter, .enter)
    bench.change { $0.users = [] }
    #expect(bench.state.overlay == nil && bench.text.contains("That user is there no more."))
  }

  @Test func `what stands open is read again when the database is back`() {
    let bench = Bench.loaded()
    bench.tap(.enter)
    bench.asked = []
    bench.send(.failed(Phrase("It is away.", "无法访问。"), at: bench.state.now))
    #expect(bench.text.contains("Reading…"))
    bench.pass(.seconds(2))
    #expect(bench.text.contains("authenticated"))
  }

  @Test func `a theme is chosen to its end, though the detail below is read anew`() {
    let bench = Bench.loaded()
    bench.press(.enter)
    bench.send(
      .themesListed([ThemeChoice(name: "one", isLight: false), ThemeChoice(name: "two", isLight: true)]))
    bench.change { _ in }
    if case .themes? = bench.state.overlay {} else { Issue.record("the picker is gone") }
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
