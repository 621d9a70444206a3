import Console
import Screen
import SessionCore
import Testing

/// What a line means that is typed to the console for screen readers.
@Suite struct LineCommandTests {
  private func isRefused(_ line: String, _ bench: Bench) -> Bool {
    if case .unknown = bench.state.command(ofLine: line) { true } else { false }
  }

  @Test func `a name is an action in a list, and nothing while a question stands open`() {
    let bench = Bench.loaded()
    #expect(bench.state.command(ofLine: "end") == .press([.character("x")]))
    bench.press(.character("x"))
    // The question's own keys are e and m: what begins with them must not answer it.
    for line in ["export", "mouse", "end", "filter alice", "/e", "extend"] {
      #expect(isRefused(line, bench), "\(line)")
    }
    #expect(bench.state.command(ofLine: "e") == .press([.character("e")]))
    #expect(bench.state.command(ofLine: "esc") == .press([.escape]))
  }

  @Test func `a name means nothing where its action does not work`() {
    let bench = Bench.loaded()
    bench.press(.character("6"))
    for line in ["reverse", "find-next", "filter queue", "/q", "end"] { #expect(isRefused(line, bench), "\(line)") }
    #expect(bench.state.command(ofLine: "run") == .press([.character("r")]))
  }

  @Test func `words that follow are not left out`() {
    let bench = Bench.loaded()
    for line in ["end everybody", "x alice", "list all", "esc now"] { #expect(isRefused(line, bench), "\(line)") }
    #expect(bench.state.command(ofLine: "^F") == .press([.control("f")]))
  }

  @Test func `what is marked is heard`() {
    let bench = Bench.loaded()
    bench.press(.character(" "), .up)
    #expect(bench.state.speech.contains("1 marked"))
    #expect(bench.state.speech.last?.hasPrefix("marked, user ") == true, "\(bench.state.speech)")
  }
}
