import Screen
import SessionCore

/// The simulate view's state.
public struct Simulation: Equatable, Sendable {
  /// The fields, in their order on the screen.
  enum Field: Int, CaseIterable, Sendable {
    case login, password, client, address
  }

  var login: LineEditor
  var password: LineEditor
  var client = 0
  var address = LineEditor("203.0.113.9")
  /// The field that takes the keys; nil while keys are acts.
  var focus: Field?
  /// What is being played.
  var scenario = Scenario.visit
  /// What came of each stage so far.
  var outcomes: [SimulationOutcome] = []
  /// The last stage's exchange.
  var result: SimulationResult?
  /// Whose session is simulated, once that is known.
  var user: User.ID?
  var isRunning = false

  init(account: SampleAccount?) {
    login = LineEditor(account?.login ?? "")
    password = LineEditor(account?.password ?? "")
  }

  /// Whether the last stage went as it should.
  var isOnTrack: Bool {
    guard let last = outcomes.indices.last, last < scenario.stages.count else { return true }
    return outcomes[last] == scenario.stages[last].expected
  }

  /// Whether all stages were done.
  var isOver: Bool { outcomes.count >= scenario.stages.count }

  /// Which stage `n` does: after the last one, and after one that went astray, the first again.
  var next: Int { isOver || !isOnTrack ? 0 : outcomes.count }

  func request(stage: Int) -> SimulationRequest {
    SimulationRequest(
      step: scenario.stages[stage].step, isFirst: stage == 0, login: login.text, password: password.text,
      userAgent: SimulatedClient.all[client].userAgent, address: address.text)
  }

  /// Forgets what was played.
  mutating func rewind() {
    outcomes = []
    result = nil
    user = nil
  }

  /// Takes what came of the stage that was begun last.
  mutating func take(_ new: SimulationResult) {
    isRunning = false
    guard outcomes.count < scenario.stages.count, scenario.stages[outcomes.count].step == new.step else { return }
    outcomes.append(new.outcome)
    result = new
    user = new.user ?? user
  }

  /// Takes a key for the field in focus.
  mutating func take(_ key: Key) {
    guard let field = focus else { return }
    switch (field, key) {
    case (_, .escape), (_, .enter): focus = nil
    case (_, .tab), (_, .down): focus = turned(field, 1)
    case (_, .backTab), (_, .up): focus = turned(field, -1)
    case (.login, _): _ = login.take(key)
    case (.password, _): _ = password.take(key)
    case (.address, _): _ = address.take(key)
    case (.client, .left): client = (client + SimulatedClient.all.count - 1) % SimulatedClient.all.count
    case (.client, .right), (.client, .character(" ")): client = (client + 1) % SimulatedClient.all.count
    default: break
    }
  }

  private func turned(_ field: Field, _ step: Int) -> Field {
    Field.allCases[(field.rawValue + step + Field.allCases.count) % Field.allCases.count]
  }
}
