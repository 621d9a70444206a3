import Screen
import SessionCore

extension State {
  /// Why no step can be simulated now; nil when one can.
  var simulationDisabled: Phrase? {
    if let reason = simulationForbidden { return reason }
    if simulation.isRunning { return Words.stillRunning }
    return simulation.login.text.isEmpty ? Words.whoLogsIn : nil
  }

  /// Why nothing at all may be simulated here; nil when it may.
  var simulationForbidden: Phrase? {
    setting.isReadOnly ? Words.readOnly : setting.simulation.refusal
  }

  /// Plays the scenario from its first stage.
  mutating func beginScenario() -> [Effect] { play(stage: 0) }

  /// Plays the scenario's next stage.
  mutating func playNext() -> [Effect] { play(stage: simulation.next) }

  private mutating func play(stage: Int) -> [Effect] {
    if stage == 0 { simulation.rewind() }
    let request = simulation.request(stage: stage)
    switch request.step {
    // An administrator's acts on a real user: asked about before they are done, as everywhere.
    case .lock: return simulation.user.map { ask(.users(.lock, .one(UserLook(id: $0, login: request.login)))) } ?? []
    case .unlock:
      return simulation.user.map { ask(.users(.unlock, .one(UserLook(id: $0, login: request.login)))) } ?? []
    default:
      simulation.isRunning = true
      return [.simulate(request)]
    }
  }

  /// What is to be read when an act was done that the scenario waited for.
  mutating func playedAct(_ act: Act) -> [Effect] {
    guard view == .simulate, !simulation.isRunning, simulation.next > 0, let user = simulation.user else { return [] }
    let request = simulation.request(stage: simulation.next)
    switch (request.step, act) {
    case (.lock, .users(.lock, .one(let look))) where look.id == user,
      (.unlock, .users(.unlock, .one(let look))) where look.id == user:
      simulation.isRunning = true
      return [.simulate(request)]
    default: return []
    }
  }

  /// Plays another scenario, from its beginning.
  mutating func choose(_ scenario: Scenario) {
    simulation.scenario = scenario
    simulation.rewind()
  }
}
