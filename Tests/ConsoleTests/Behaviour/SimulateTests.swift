import Console
import Screen
import SessionCore
import Testing

@Suite struct SimulateTests {
  private func result(_ step: SimulationStep, isLoggedIn: Bool) -> Event {
    .simulated(SimulationResult(step: step, request: [], answer: [], changes: [], isLoggedIn: isLoggedIn))
  }

  private func step(_ effects: [Effect]) -> SimulationStep? {
    for case .simulate(let request) in effects { return request.step }
    return nil
  }

  @Test func `n goes through the three steps and begins again`() {
    let bench = Bench.loaded()
    bench.press(.character("6"))
    #expect(step(bench.tap(.character("n"))) == .logIn)
    bench.send(result(.logIn, isLoggedIn: true))
    #expect(step(bench.tap(.character("n"))) == .visit)
    bench.send(result(.visit, isLoggedIn: true))
    #expect(step(bench.tap(.character("n"))) == .logOut)
    bench.send(result(.logOut, isLoggedIn: false))
    #expect(step(bench.tap(.character("n"))) == .logIn)
  }

  @Test func `a step that runs is not begun twice`() {
    let bench = Bench.loaded()
    bench.press(.character("6"))
    #expect(step(bench.tap(.character("r"))) == .logIn)
    #expect(bench.tap(.character("r")) == [])
    #expect(bench.text.contains("The last step is still running."))
  }

  @Test func `the password is never on the screen`() {
    let bench = Bench.loaded(columns: 200)
    bench.press(.character("6"), .enter, .tab)
    bench.type("hunter2")
    #expect(!bench.text.contains("hunter2") && !bench.text.contains("horse"))
  }

  @Test func `fields take letters, and what is typed is sent`() {
    let bench = Bench.loaded()
    bench.press(.character("6"), .enter, .control("u"))
    bench.type("qx王")
    bench.press(.tab, .tab, .right, .tab, .control("u"))
    bench.type("::1")
    bench.press(.enter)
    guard case .simulate(let request)? = bench.tap(.character("r")).first else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(request.login == "qx王" && request.address == "::1")
    #expect(request.userAgent == SimulatedClient.all[1].userAgent)
    #expect(request.password == "correct horse battery staple")
  }

  @Test func `without a login there is nobody to log in`() {
    let bench = Bench.loaded()
    bench.press(.character("6"), .enter, .control("u"), .enter, .character("r"))
    #expect(bench.text.contains("Enter first types who logs in."))
  }
}
