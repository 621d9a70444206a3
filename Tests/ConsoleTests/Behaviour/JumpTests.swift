import Console
import Screen
import SessionCore
import Testing

@Suite struct JumpTests {
  @Test func `a step right after a jump is taken from where the jump leads`() {
    let bench = Bench.loaded(sessions: Sample.sessions + Sample.more(400))
    bench.press(.pageDown)
    for key in ["g", "j", "j"] as [Character] { bench.tap(.character(key)) }
    bench.settle()
    #expect(bench.here == "Émile Durand")
    for key in ["G", "k", "k"] as [Character] { bench.tap(.character(key)) }
    bench.settle()
    #expect(bench.here == "user397" && bench.cursorLine != nil)
  }

  @Test func `a jump whose answer does not come does not hold the cursor`() {
    let bench = Bench.loaded()
    bench.tap(.character("G"))
    bench.asked = []
    bench.send(.failed(Phrase("No.", "不。"), at: bench.state.now))
    bench.tap(.down)
    #expect(bench.state.sessions.cursor == 1)
  }

  @Test func `a screen too small breaks its sentence between words`() {
    let bench = Bench.loaded(rows: 9, columns: 20)
    #expect(bench.lines[0] == "20x9 is too small:" && bench.lines[1] == "  40x10 at least")
  }

  @Test func `where nothing is, nothing is offered to open`() {
    #expect(Bench.loaded(sessions: []).lines.last?.contains("Enter") == false)
    #expect(Bench.loaded().lines.last?.contains("Enter open") == true)
  }
}
