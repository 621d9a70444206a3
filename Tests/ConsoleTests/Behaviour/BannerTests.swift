import Console
import Screen
import SessionCore
import Testing

@Suite struct BannerTests {
  private func state(_ text: String, rows: Int = 24, columns: Int = 80) -> State {
    State(
      setting: Setting(
        database: "rollcall (SQLite)", actor: Actor(name: "lin", terminal: "pts/3", address: ""), language: .english,
        banner: Banner(text: text, colour: .orange)), size: Size(rows: rows, columns: columns), now: Sample.now)
  }

  @Test func `it stands at the start of every screen and of the window's title`() {
    for (rows, columns) in [(10, 40), (24, 80), (100, 300)] {
      let frame = render(state("PROD", rows: rows, columns: columns))
      #expect(frame.line(0).hasPrefix(" PROD  rollcall"))
      #expect((0..<6).allSatisfy { frame[0, $0].style.ground == .banner })
      #expect(frame.title?.hasPrefix("PROD · ") == true)
    }
    #expect(render(state("PROD", rows: 5, columns: 60)).lines.contains { $0.contains("PROD") })
  }

  @Test func `it stands on every question`() {
    let bench = Bench.loaded()
    var setting = bench.state.setting
    setting.banner = Banner(text: "PROD")
    bench.state = State(setting: setting, size: bench.state.size, now: bench.state.now)
    bench.press(.character("R"), .character("x"))
    #expect(bench.lines.count { $0.contains(" PROD ") } == 2)
  }

  @Test func `what is hostile or endless in it stays harmless`() {
    #expect(Banner(text: " \n\t") == nil)
    #expect(Banner(text: "P\u{1B}[2J\u{202E}D")?.text == "P\u{FFFD}[2J\u{FFFD}D")
    #expect(SafeText.width(Banner(text: String(repeating: "很", count: 50))?.text ?? "") == 20)
    #expect(render(state(String(repeating: "long ", count: 50), rows: 10, columns: 40)).size.columns == 40)
  }
}
