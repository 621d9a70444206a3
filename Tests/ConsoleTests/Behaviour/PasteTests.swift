import Screen
import SessionCore
import Testing

@testable import Console

/// What is pasted goes into a line that is being typed, and is no act anywhere.
@Suite struct PasteTests {
  private static let evil = "xe\nXe\rEe100\u{1B}[Aq\u{3}Dee"

  @Test(arguments: "123456") func `in a view, a pasted text does nothing, and that is said`(_ view: Character) {
    let bench = Bench.loaded()
    bench.press(.character(view))
    let before = bench.state.overlay
    #expect(bench.send(.input(.paste(Self.evil))).isEmpty)
    bench.settle()
    #expect(bench.world.done.isEmpty && bench.state.overlay == before)
    #expect(bench.text.contains("What was pasted is not taken for keys."))
  }

  @Test func `a question is not answered by it`() {
    let bench = Bench.loaded()
    bench.press(.character("x"))
    bench.send(.input(.paste(Self.evil)))
    bench.settle()
    #expect(bench.world.done.isEmpty)
    guard case .confirm(let confirm, _)? = bench.state.overlay else {
      Issue.record("the question is gone")
      return
    }
    #expect(!confirm.isRunning && confirm.reason.text.isEmpty)
  }

  @Test func `in a line it is text, without its lines and its controls`() {
    let bench = Bench.loaded(columns: 120)
    bench.press(.character("f"))
    bench.send(.input(.paste("ali\u{1B}\u{7}\n ce\u{202E}\t")))
    bench.settle()
    guard case .filter(let editor)? = bench.state.overlay else {
      Issue.record("the filter is gone")
      return
    }
    #expect(editor.line.text == "ali ce")
    bench.press(.escape, .character("x"), .tab)
    bench.send(.input(.paste("stolen\nlaptop")))
    bench.settle()
    guard case .confirm(let confirm, _)? = bench.state.overlay else {
      Issue.record("the question is gone")
      return
    }
    #expect(bench.world.done.isEmpty && confirm.reason.text == "stolen laptop")
  }
}
