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

  @Test func `from what and from where is played again as it was`() throws {
    let sample = SampleAccount(login: "alice", password: "correct horse battery staple")
    var simulation = Simulation(account: sample)
    simulation.client = SimulatedClient.all.count - 1
    simulation.address = LineEditor("198.51.100.7")
    let deeds = try Walkthrough(text: SavedSteps(simulation, sample: sample).text).steps.flatMap(\.deeds)
    let bench = Bench.loaded()
    played: for deed in deeds {
      switch deed.kind {
      case .press([.character("r")]): break played
      case .press(let keys): for key in keys { bench.press(key) }
      case .type(let text): bench.type(text.english)
      default: continue
      }
    }
    #expect(bench.state.simulation.client == simulation.client)
    #expect(bench.state.simulation.address.text == "198.51.100.7" && bench.state.simulation.login.text == "alice")
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
