import Console
import Screen
import Testing

@Suite struct ThemePickerTests {
  private let bench = Bench.loaded()
  private static let choices =
    ["rollcall-dark", "rollcall-light", "dracula", "nord", "paper"].map {
      ThemeChoice(name: $0, isLight: $0 == "rollcall-light" || $0 == "paper")
    }

  private func open(wearing name: String = "rollcall-dark") {
    bench.send(.themeChanged(name))
    #expect(bench.tap(.character("t")) == [.listThemes])
    bench.send(.themesListed(Self.choices))
  }

  private func wear(_ effects: [Effect]) {
    for case .wear(let name) in effects { bench.send(.themeChanged(name)) }
  }

  @Test func `the theme under the cursor is worn at once, and Escape goes back`() {
    open()
    #expect(bench.text.contains("› rollcall-dark"))
    #expect(bench.tap(.down) == [.wear("rollcall-light")])
    bench.send(.themeChanged("rollcall-light"))
    #expect(bench.tap(.end) == [.wear("paper")])
    bench.send(.themeChanged("paper"))
    #expect(bench.tap(.down) == [])
    #expect(bench.tap(.escape) == [.wear("rollcall-dark")])
    #expect(bench.state.overlay == nil)
  }

  @Test func `Enter keeps it, and says how to keep it for good`() {
    open()
    wear(bench.tap(.down))
    #expect(bench.tap(.enter) == [])
    #expect(bench.state.overlay == nil && bench.state.themeName == "rollcall-light")
    #expect(bench.text.contains("theme = rollcall-light"))
  }

  @Test func `a name is found as it is typed, and a kind by Tab`() {
    open()
    bench.tap(.character("/"))
    for character in "no" { wear(bench.tap(.character(character))) }
    #expect(bench.state.themeName == "nord" && bench.text.contains("1/1"))
    wear(bench.tap(.character("x")))
    #expect(bench.text.contains("No theme is called so."))
    bench.tap(.escape)
    bench.tap(.tab)
    #expect(bench.text.contains("Dark themes") && !bench.text.contains("paper"))
    wear(bench.tap(.tab))
    #expect(bench.text.contains("Light themes") && bench.state.themeName == "rollcall-light")
  }

  @Test func `it stands over a detail, and goes back to it`() {
    bench.press(.enter)
    let before = bench.state.overlay
    open()
    bench.tap(.escape)
    #expect(bench.state.overlay == before)
  }

  @Test func `many themes scroll, at every size`() {
    open()
    bench.tap(.escape)
    bench.tap(.character("t"))
    bench.send(.themesListed((0..<300).map { ThemeChoice(name: "theme-\($0)", isLight: false) }))
    for (rows, columns) in [(10, 40), (24, 80), (50, 200)] {
      bench.send(.input(.resize(Size(rows: rows, columns: columns))))
      for key in [Key.end, .home, .pageDown, .pageDown, .up, .control("d")] {
        wear(bench.tap(key))
        #expect(bench.text.contains("› \(bench.state.themeName)"), "\(rows)x\(columns)")
      }
    }
  }
}
