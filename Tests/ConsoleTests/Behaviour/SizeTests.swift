import Console
import Screen
import SessionCore
import Testing

@Suite struct SizeTests {
  private static let sizes = [
    (1, 1), (2, 3), (9, 40), (10, 39), (10, 40), (11, 41), (15, 60), (16, 76), (24, 80), (100, 300), (10, 300),
    (100, 40),
  ]

  @Test(arguments: Scene.allCases) func `every screen stands at every size`(_ scene: Scene) {
    for language in Language.allCases {
      let bench = scene.play(rows: 24, columns: 80, language)
      for (rows, columns) in Self.sizes {
        bench.send(.input(.resize(Size(rows: rows, columns: columns))))
        let frame = bench.frame
        #expect(frame.size == Size(rows: rows, columns: columns))
        #expect(!frame.lines.contains { SafeText.width($0) > columns })
      }
    }
  }

  @Test func `a screen too small says so and shows the list again when it grows`() {
    let bench = Bench.loaded()
    bench.press(.down)
    bench.send(.input(.resize(Size(rows: 5, columns: 50))))
    #expect(bench.text.contains("50x5 is too small: 40x10 at least"))
    bench.send(.input(.resize(Size(rows: 24, columns: 80))))
    bench.settle()
    #expect(bench.here == "carol" && bench.cursorLine == 5)
  }

  @Test func `the cursor stays on the screen as that shrinks`() {
    let bench = Bench.loaded(rows: 50, sessions: Sample.sessions + Sample.more(100))
    bench.press(.pageDown)
    let here = bench.here
    for rows in [30, 16, 12, 10, 40] {
      bench.send(.input(.resize(Size(rows: rows, columns: 80))))
      bench.settle()
      #expect(bench.here == here && bench.cursorLine != nil)
    }
  }

  @Test func `the line of views and its help do not run into each other`() {
    for columns in 40...80 {
      for language in Language.allCases {
        let bench = Bench.loaded(columns: columns, language: language)
        #expect(bench.lines[1].contains(language == .english ? "1 Sessions" : "1 会话"), "\(columns)")
        let last = columns >= 72 ? (language == .english ? "6 Simulate" : "6 模拟") : "6"
        #expect(bench.lines[1].contains(last), "\(columns)")
      }
    }
  }
}
