import Screen
import SessionCore
import Testing

@testable import Console

@Suite struct SavedStepsTests {
  private func saved(_ scenario: Scenario, login: String = "alice") throws -> (text: String, script: Walkthrough) {
    let sample = SampleAccount(login: "alice", password: "correct horse battery staple")
    var simulation = Simulation(account: sample)
    simulation.scenario = scenario
    simulation.login = LineEditor(login)
    let text = SavedSteps(simulation, sample: sample).text
    return (text, try Walkthrough(text: text))
  }

  @Test(arguments: Scenario.allCases) func `each scenario is a walkthrough that can be played`(_ scenario: Scenario)
    throws
  {
    let script = try saved(scenario).script
    #expect(script.title == Words.scenario(scenario))
    #expect(script.steps.count == scenario.stages.count + 1)
  }

  @Test func `no password is in it`() throws {
    for login in ["alice", "bob"] { #expect(!(try saved(.visit, login: login).text.contains("horse"))) }
  }

  @Test func `S asks for the file, and saves there`() {
    let bench = Bench.loaded()
    bench.press(.character("6"), .character("S"))
    #expect(bench.text.contains("visit.walk"))
    guard case .saveWalkthrough(let text, "visit.walk")? = bench.tap(.enter).first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(text.contains("press: r"))
    bench.send(.walkthroughSaved("visit.walk"))
    #expect(bench.text.contains("Saved: visit.walk"))
  }
}
