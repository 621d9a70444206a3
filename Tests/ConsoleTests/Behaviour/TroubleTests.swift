import Console
import Screen
import SessionCore
import Testing

@Suite struct TroubleTests {
  private let message = Phrase("The database is locked.", "数据库被锁定。")

  private func ask(_ bench: Bench, after seconds: Int64) -> Bool {
    let effects = bench.send(.tick(Sample.now + .seconds(seconds)))
    bench.asked = []
    return !effects.isEmpty
  }

  @Test func `the rows stay, and it is said since when there was no answer`() {
    let bench = Bench.loaded()
    let rows = bench.lines[4..<13]
    bench.send(.failed(message, at: Sample.now))
    #expect(bench.lines[4..<13] == rows)
    #expect(bench.text.contains("No answer since 14:03:22 UTC. The database is locked."))
  }

  @Test(arguments: ["1", "2", "3", "4", "5"] as [Character])
  func `what is shown meanwhile says of when it is and how old`(_ view: Character) {
    let bench = Bench.loaded()
    bench.press(.character(view))
    #expect(!bench.lines[2].contains("("))
    bench.send(.failed(message, at: Sample.now))
    bench.asked = []
    for minute in 1...3 {
      bench.send(.tick(Sample.now + .minutes(Int64(minute))))
      bench.send(.failed(message, at: Sample.now + .minutes(Int64(minute))))
    }
    #expect(bench.lines[2].contains("as of 14:03:22 (3m)"))
  }

  @Test func `it asks again, more and more rarely, and at least every ten seconds`() {
    let bench = Bench.loaded()
    var second: Int64 = 0
    for wait in [1, 2, 4, 8, 10, 10, 10] as [Int64] {
      bench.send(.failed(message, at: Sample.now + .seconds(second)))
      if wait > 1 { #expect(!ask(bench, after: second + wait - 1)) }
      #expect(ask(bench, after: second + wait))
      second += wait
    }
    #expect(bench.text.contains("since 14:03:22"))
  }

  @Test func `once there is an answer, the trouble is over and forgotten`() {
    let bench = Bench.loaded()
    bench.send(.failed(message, at: Sample.now))
    bench.pass(.seconds(2))
    #expect(bench.state.trouble == nil)
    #expect(!bench.text.contains("No answer"))
    #expect(!ask(bench, after: 3))
  }

  @Test func `a list that was never read says that it is trying`() {
    let bench = Bench()
    bench.asked = []
    bench.send(.failed(message, at: Sample.now))
    #expect(bench.text.contains("Reading…") && bench.text.contains("No answer since"))
  }

  @Test func `one can still leave`() {
    let bench = Bench.loaded()
    bench.send(.failed(message, at: Sample.now))
    #expect(bench.tap(.character("q")) == [.quit])
  }
}
