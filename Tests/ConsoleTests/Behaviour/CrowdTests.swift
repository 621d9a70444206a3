import Screen
import SessionCore
import Testing

@testable import Console

@Suite struct CrowdTests {
  private func asked() -> Bench {
    let bench = Bench.loaded()
    bench.press(.character("6"), .character("C"))
    return bench
  }

  private func started(_ effects: [Effect]) -> CrowdWish? {
    for case .startCrowd(let wish) in effects { return wish }
    return nil
  }

  @Test func `C asks how large it is to be, and nothing comes yet`() {
    let bench = asked()
    #expect(bench.text.contains("Let a crowd come?") && bench.text.contains("All log in as alice"))
    #expect(bench.state.crowd.wish == nil)
    #expect(bench.tap(.enter) == [] && bench.state.overlay == nil)
    #expect(bench.text.contains("Nothing was done."))
  }

  @Test func `what is typed is what comes, with the login and the password of the fields`() {
    let bench = asked()
    bench.type("120")
    bench.press(.tab, .control("u"))
    bench.type("2.5")
    bench.press(.tab, .control("u"))
    bench.type("99")
    let wish = started(bench.tap(.character("e")))
    #expect(
      wish
        == CrowdWish(
          visitors: 120, requestsInTenSeconds: 25, seed: 99, login: "alice", password: "correct horse battery staple"))
    // The console keeps no password of it.
    #expect(bench.state.crowd.wish?.password == "")
    #expect(bench.text.contains("0 of 120 logged in"))
  }

  @Test(arguments: [("0", "1 to 1000"), ("1001", "1 to 1000")])
  func `a number that cannot be is said, and nothing comes`(_ number: String, _ said: String) {
    let bench = asked()
    bench.type(number)
    #expect(bench.text.contains(said))
    #expect(bench.tap(.character("e")) == [] && bench.state.overlay != nil)
  }

  @Test func `letters are no part of a number`() {
    let bench = asked()
    bench.press(.tab, .tab)
    bench.type("9x.4z")
    bench.press(.down)
    bench.type("-7")
    guard case .simulate(.crowd(let form))? = bench.state.overlay else {
      Issue.record("the form is gone")
      return
    }
    #expect(form.rate.text == "49.4" && form.seed.text == "77" && form.wish != nil)
  }

  @Test func `C sends it away, once, and it says what it did`() {
    let bench = asked()
    bench.tap(.character("e"))
    var report = CrowdReport()
    (report.visitors, report.present, report.logins, report.visits, report.seconds) = (40, 32, 50, 120, 61)
    report.recent = [3, 4, 5]
    bench.send(.crowd(report))
    #expect(bench.text.contains("32 of 40 logged in") && bench.text.contains("50 logins"))
    #expect(bench.tap(.character("C")) == [.stopCrowd])
    #expect(bench.tap(.character("C")) == [])
    bench.send(.crowdLeft(report, because: nil))
    #expect(bench.text.contains("The crowd has left after 61 s: 50 logins"))
    #expect(!bench.text.contains("32 of 40"))
    // A report that was on its way brings nobody back.
    bench.send(.crowd(report))
    #expect(!bench.text.contains("32 of 40"))
    // The next one is asked for as the last one was.
    bench.press(.character("C"))
    #expect(bench.text.contains("Let 40 come"))
  }

  @Test func `a crowd that cannot come says why`() {
    let bench = asked()
    bench.tap(.character("e"))
    bench.send(.crowdLeft(CrowdReport(), because: Phrase("No such file.", "没有文件。")))
    #expect(bench.text.contains("No such file.") && bench.state.crowd.wish == nil)
  }

  @Test func `wherever one is, the header says that there is a crowd`() {
    let bench = asked()
    bench.tap(.character("e"))
    bench.press(.character("1"))
    #expect(bench.lines[0].contains("crowd"))
  }

  @Test func `a crowd may come as the console opens`() {
    var setting = Bench.loaded().state.setting
    setting.simulation.opening = CrowdWish(visitors: 12)
    var state = State(setting: setting, size: Size(rows: 24, columns: 80), now: Sample.now)
    #expect(started(state.open())?.visitors == 12)
    setting.simulation.refusal = SimulationRefused(rule: .off).phrase
    state = State(setting: setting, size: Size(rows: 24, columns: 80), now: Sample.now)
    #expect(started(state.open()) == nil)
  }
}
