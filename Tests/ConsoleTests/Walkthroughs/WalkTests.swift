import Console
import Screen
import SessionCore
import Testing

/// A walkthrough in the console: what Space, b and q do, and that its captions hide nothing.
@Suite struct WalkTests {
  private static let script = """
    title en: A tour
    title zh: 游览
    say en: First, the users.
    say zh: 首先看用户。
    press: 2
    wait for en: LAST LOGIN
    wait for zh: 上次登录
    say en: Then back.
    say zh: 然后返回。
    press: 1
    type: f
    say en: The end.
    say zh: 结束。
    """

  private func bench(
    _ text: String = script, language: Language = .english, pace: Walk.Pace = .fast, from step: Int = 0
  ) throws -> Bench {
    let bench = Bench.loaded(language: language)
    bench.state.begin(Walk(try Walkthrough(text: text), pace: pace, from: step))
    return bench
  }

  /// Goes on until the walkthrough waits for somebody.
  private func run(_ bench: Bench) {
    for _ in 0..<2000 where bench.state.walkDue != nil {
      bench.send(.walk(max(bench.state.now, bench.state.walkDue ?? bench.state.now)))
      bench.settle()
    }
  }

  @Test(arguments: Language.allCases) func `the panel has lines of its own below the whole console`(
    _ language: Language
  ) throws {
    let bench = try bench(language: language, pace: .guided)
    #expect(bench.frame.size == Size(rows: 24, columns: 80))
    let keys = try #require(bench.lines.firstIndex { $0.contains(language == .english ? "q quit" : "q 退出") })
    #expect(bench.lines[keys + 1].contains("1/3"))
    #expect(bench.lines[keys + 2].contains(language == .english ? "First, the users." : "首先看用户。"))
    bench.send(.input(.resize(Size(rows: 50, columns: 200))))
    #expect(bench.frame.size == Size(rows: 50, columns: 200))
    bench.send(.input(.resize(Size(rows: 4, columns: 20))))
    #expect(bench.frame.size == Size(rows: 4, columns: 20))
  }

  @Test func `Space does what the caption says, and nothing else does`() throws {
    let bench = try bench(pace: .guided)
    bench.press(.character("x"), .character("2"), .character("E"))
    #expect(bench.state.view == .sessions && bench.state.overlay == nil)
    bench.press(.character(" "))
    run(bench)
    #expect(bench.state.view == .users)
    #expect(bench.text.contains("2/3"))
    bench.press(.character(" "))
    run(bench)
    bench.press(.character(" "))
    run(bench)
    #expect(bench.state.walk == nil)
    #expect(bench.state.size == Size(rows: 24, columns: 80))
    #expect(bench.text.contains("The console is yours now"))
  }

  @Test func `b asks for the step before, and while a step is done for its own beginning`() throws {
    let bench = try bench(pace: .guided)
    #expect(bench.tap(.character("b")) == [])
    bench.press(.character(" "))
    #expect(bench.tap(.character("b")) == [.replay(from: 0)])
    run(bench)
    #expect(bench.tap(.character("b")) == [.replay(from: 0)])
    #expect(bench.tap(.character("q")) == [.quit])
  }

  @Test func `a replay comes to its step without a word`() throws {
    let bench = try bench(pace: .guided, from: 2)
    #expect(bench.state.walk?.isReplaying == true)
    run(bench)
    #expect(bench.state.walk?.isReplaying == false)
    #expect(bench.state.walk?.step == 2)
  }

  @Test func `a question is answered when it is known what it is about, and not before`() throws {
    let bench = try bench(
      """
      title en: Ending
      title zh: 结束
      say en: One ends.
      say zh: 结束一个。
      press: x e
      wait for en: Ended 1 session
      wait for zh: 已结束
      """)
    for _ in 0..<50 where bench.state.walkDue != nil { bench.send(.walk(bench.state.walkDue ?? bench.state.now)) }
    #expect(bench.text.contains("Counting…") && bench.world.done.isEmpty)
    run(bench)
    #expect(bench.orders.count == 1)
  }

  @Test func `by itself it leaves at the end`() throws {
    let bench = try bench()
    var effects: [Effect] = []
    for _ in 0..<100 where effects.last != .quit {
      effects = bench.send(.walk(bench.state.now))
      bench.asked.removeAll { $0 == .quit }
      bench.settle()
    }
    #expect(effects == [.quit])
    #expect(bench.state.walk?.failure == nil)
  }

  @Test func `what does not show is said, with the line, in danger's colour`() throws {
    let text = Self.script.replacing("LAST LOGIN", with: "NO SUCH HEADING")
    let bench = try bench(text, pace: .guided)
    bench.press(.character(" "))
    run(bench)
    #expect(bench.state.walk?.failure?.line == 6)
    #expect(bench.text.contains("line 6 of it: “NO SUCH HEADING” does not"))
    #expect(bench.tap(.character("b")) == [.replay(from: 0)])
  }

  @Test func `a key that would leave the console is an error, and leaves nothing`() throws {
    let bench = try bench(Self.script.replacing("press: 1", with: "press: q"))
    var effects: [Effect] = []
    for _ in 0..<50 where bench.state.walk?.failure == nil { effects = bench.send(.walk(bench.state.now)) }
    #expect(bench.state.walk?.failure?.line == 10)
    #expect(effects == [.quit])
  }

  @Test func `captions keep their columns in Chinese and never begin a line with a full stop`() throws {
    let caption = String(repeating: "会话结束了，请看。", count: 12)
    let bench = try bench(
      "title en: A\ntitle zh: 甲\nsay en: A\nsay zh: \(caption)\n", language: .chinese, pace: .guided)
    let lines = bench.lines.suffix(3).map { $0.drop { " ▌".contains($0) } }
    #expect(lines.joined().contains("请看。会话"))
    for line in lines { #expect(!"，。".contains(line.first ?? "a")) }
  }
}
