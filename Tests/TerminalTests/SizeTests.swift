import Screen
import Support
import Testing

@Suite("Size", .serialized)
struct SizeTests {
  @Test(
    "Every size from one cell on is drawn, to its last cell", arguments: [(1, 1), (1, 2), (2, 1), (3, 10), (50, 200)])
  func resize(rows: Int, columns: Int) throws {
    let terminal = try probe()
    terminal.resize(Size(rows: rows, columns: columns))
    try terminal.wait("the new size") {
      $0.lines.last == String(repeating: "#", count: columns)
        && (columns < 20 || $0.contains("ready truecolor \(rows)x\(columns)"))
    }
    terminal.resize(Size(rows: 12, columns: 60))
    try terminal.wait { $0.contains("resize 12x60") && $0.lines.last == String(repeating: "#", count: 60) }
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("A terminal of one cell is one to start on")
  func startTiny() throws {
    let terminal = try probe(size: Size(rows: 1, columns: 1), waiting: false)
    try terminal.wait { $0.lines == ["#"] }
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("Of a storm of sizes, the last one counts")
  func storm() throws {
    let terminal = try probe()
    for step in 0..<60 { terminal.resize(Size(rows: 5 + step % 20, columns: 30 + step)) }
    terminal.resize(Size(rows: 20, columns: 70))
    try terminal.wait { $0.contains("ready truecolor 20x70") && $0.lines.last == String(repeating: "#", count: 70) }
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
