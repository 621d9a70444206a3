import Console
import Screen
import SessionCore
import Testing

@Suite struct SortTests {
  @Test func `the list is turned by column and direction, from its first row`() {
    let bench = Bench.loaded()
    bench.press(.down, .character(">"))
    #expect(bench.state.sort == .started && bench.here == "carol")
    bench.press(.character(">"))
    #expect(bench.state.sort == .ends && bench.here == "bob")
    #expect(bench.lines[2].contains("ends, soonest first"))
    bench.press(.character("r"))
    #expect(bench.lines[2].contains("ends, latest first") && bench.here == "alice")
    bench.press(.character("<"), .character("<"))
    #expect(bench.state.sort == .lastSeen && bench.here == "王小明")
  }
}
