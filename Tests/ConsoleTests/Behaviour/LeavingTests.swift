import Console
import Screen
import SessionCore
import Testing

@Suite struct LeavingTests {
  @Test(arguments: [
    [], [Key.enter], [.character("?")], [.character("/")], [.character("x")], [.character("6")], [.character("2")],
  ])
  func `Control-C leaves from anywhere`(_ keys: [Key]) {
    let bench = Bench.loaded()
    for key in keys { bench.press(key) }
    #expect(bench.tap(.control("c")) == [.quit])
  }

  @Test func `an act that is being done is stopped first, and its end is seen`() {
    let bench = Bench.loaded()
    bench.press(.character("x"))
    bench.tap(.character("e"))
    #expect(bench.tap(.control("c")) == [.stopAct])
    bench.settle()
    #expect(bench.tap(.control("c")) == [.quit])
  }

  @Test func `a line that is gone leaves at once, whatever is being done`() {
    let bench = Bench.loaded()
    bench.press(.character("x"))
    bench.tap(.character("e"))
    #expect(bench.send(.input(.hangUp)) == [.quit])
  }

  @Test func `Esc alone never leaves`() {
    let bench = Bench.loaded()
    for _ in 0..<5 { #expect(!bench.tap(.escape).contains(.quit)) }
  }

  @Test(arguments: [Key.escape, .character("q"), .character("?"), .enter]) func `what closes the help`(
    _ key: Key
  ) {
    let bench = Bench.loaded()
    bench.press(.character("?"))
    #expect(bench.text.contains("keys that work here"))
    #expect(bench.tap(key) == [])
    #expect(bench.state.overlay == nil)
  }

  @Test func `the shell is asked for from anywhere, and the screen drawn anew on the way back`() {
    let bench = Bench.loaded()
    bench.press(.character("f"))
    #expect(bench.tap(.control("z")) == [.suspend])
    #expect(bench.send(.input(.resumed)).contains(.redraw))
  }
}
