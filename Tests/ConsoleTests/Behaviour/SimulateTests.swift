import Screen
import SessionCore
import Testing

@testable import Console

@Suite struct SimulateTests {
  private func result(_ step: SimulationStep, _ outcome: SimulationOutcome = .accepted) -> Event {
    .simulated(
      SimulationResult(
        step: step, outcome: outcome, request: ["GET /"], answer: ["Status: 200"], changes: [],
        isLoggedIn: outcome == .accepted, user: Sample.users.first { $0.user.login.text == "alice" }?.user.id))
  }

  private func step(_ effects: [Effect]) -> SimulationStep? {
    for case .simulate(let request) in effects { return request.step }
    return nil
  }

  private func playing(_ scenario: Scenario) -> Bench {
    let bench = Bench.loaded()
    bench.press(.character("6"), .character("w"), .character("g"))
    for _ in 0..<(Scenario.allCases.firstIndex(of: scenario) ?? 0) { bench.press(.character("j")) }
    bench.press(.enter)
    return bench
  }

  @Test func `n goes through the three steps and begins again`() {
    let bench = Bench.loaded()
    bench.press(.character("6"))
    #expect(step(bench.tap(.character("n"))) == .logIn)
    bench.send(result(.logIn))
    #expect(step(bench.tap(.character("n"))) == .visit)
    bench.send(result(.visit))
    #expect(step(bench.tap(.character("n"))) == .logOut)
    bench.send(result(.logOut))
    #expect(bench.text.contains("3/3"))
    #expect(step(bench.tap(.character("n"))) == .logIn)
    #expect(bench.text.contains("0/3"))
  }

  @Test func `r begins anew wherever one is, and says that it is the first step`() {
    let bench = Bench.loaded()
    bench.press(.character("6"), .character("r"))
    bench.send(result(.logIn))
    guard case .simulate(let next)? = bench.tap(.character("n")).first else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(!next.isFirst)
    bench.send(result(.visit))
    guard case .simulate(let first)? = bench.tap(.character("r")).first else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(first.isFirst && first.step == .logIn)
  }

  @Test func `after a step that went astray, the next is the first again`() {
    let bench = Bench.loaded()
    bench.press(.character("6"), .character("r"))
    bench.send(result(.logIn, .refused))
    #expect(bench.text.contains("✗ log in") && bench.text.contains("1/3 refused"))
    #expect(bench.text.contains("Refused: this is not"))
    #expect(step(bench.tap(.character("n"))) == .logIn)
  }

  @Test(arguments: Scenario.allCases, Language.allCases)
  func `each scenario plays to its end, and says of each step what it means`(_ scenario: Scenario, _ language: Language)
  {
    var seen: Set<String> = []
    for (index, stage) in scenario.stages.enumerated() {
      let result = SimulationResult(
        step: stage.step, outcome: stage.expected, request: [], count: 6, answer: [], changes: [], isLoggedIn: true)
      let lesson = Words.lesson(scenario, stage: index, result)(language)
      #expect(!lesson.isEmpty && seen.insert(lesson).inserted, "\(lesson)")
      for other in SimulationOutcome.allCases where other != stage.expected {
        var astray = result
        astray.outcome = other
        #expect(Words.lesson(scenario, stage: index, astray)(language) != lesson)
      }
    }
  }

  @Test func `what goes wrong is chosen from a list`() {
    let bench = playing(.forgedCookie)
    #expect(bench.text.contains("A forged cookie"))
    for stage in Scenario.forgedCookie.stages {
      #expect(step(bench.tap(.character("n"))) == stage.step)
      bench.send(result(stage.step, stage.expected))
    }
    #expect(bench.text.contains("4/4") && bench.text.contains("The true cookie still works"))
    bench.press(.character("w"), .down, .escape)
    #expect(bench.text.contains("A forged cookie"))
  }

  @Test func `locking is asked about as everywhere, and read once it was done`() {
    let bench = playing(.lockedUser)
    bench.press(.character("r"))
    bench.send(result(.logIn))
    bench.press(.character("n"))
    #expect(bench.text.contains("Lock alice") && bench.world.done.isEmpty)
    bench.press(.escape)
    #expect(bench.text.contains("1/5") && bench.state.overlay == nil)
    bench.press(.character("n"), .character("e"))
    #expect(bench.world.done.count == 1 && bench.state.simulation.isRunning)
    bench.send(result(.lock, .done))
    #expect(bench.text.contains("2/5"))
  }

  @Test func `an act of another view is not taken for the scenario's`() {
    let bench = playing(.lockedUser)
    bench.press(.character("r"))
    bench.send(result(.logIn))
    bench.press(.character("2"), .character("L"), .character("e"))
    #expect(bench.world.done.count == 1 && !bench.state.simulation.isRunning)
  }

  @Test func `a step that runs is not begun twice`() {
    let bench = Bench.loaded()
    bench.press(.character("6"))
    #expect(step(bench.tap(.character("r"))) == .logIn)
    #expect(bench.tap(.character("r")) == [])
    #expect(bench.text.contains("The last step is still running."))
    #expect(bench.tap(.character("w")) == [] && bench.state.overlay == nil)
  }

  @Test func `an answer to a step that nobody waits for changes nothing`() {
    let bench = Bench.loaded()
    bench.press(.character("6"))
    bench.send(result(.logOut))
    #expect(bench.text.contains("0/3"))
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

  @Test(arguments: ["r", "n", "C"] as [Character])
  func `where nothing may be simulated nothing is, and it says why`(_ key: Character) {
    let bench = Bench.loaded()
    bench.state.setting.simulation.refusal = SimulationRefused(rule: .sample).phrase
    bench.press(.character("6"))
    #expect(bench.text.contains("Nothing can be simulated here.") && bench.text.contains("'simulation = on'"))
    #expect(bench.tap(.character(key)) == [] && bench.state.overlay == nil)
    #expect(bench.text.contains("Simulation is off here"))
  }
}
