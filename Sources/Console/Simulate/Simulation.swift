import Screen
import SessionCore

/// One step of a simulated visit, as the article's three: log in, be recognised, log out.
public enum SimulationStep: Int, Sendable, CaseIterable {
  /// The login form is sent.
  case logIn
  /// A page asks who is there.
  case visit
  /// The logout button is pressed.
  case logOut
}

/// A client that the simulator can pretend to be.
public struct SimulatedClient: Equatable, Sendable {
  /// Its name for people.
  public let name: String
  /// What it sends as User-Agent.
  public let userAgent: String

  /// The clients to choose from.
  public static let all = [
    SimulatedClient(
      name: "Firefox · Windows",
      userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    SimulatedClient(
      name: "Safari · iPhone",
      userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
    ),
    SimulatedClient(
      name: "Chrome · Android",
      userAgent: "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36"),
    SimulatedClient(name: "curl", userAgent: "curl/8.14.1"),
  ]
}

/// What the simulator is to do. The password goes to login.cgi and nowhere else.
public struct SimulationRequest: Equatable, Sendable {
  /// The step.
  public var step: SimulationStep
  /// The login to send.
  public var login: String
  /// The password to send.
  public var password: String
  /// The client to be.
  public var userAgent: String
  /// The address to come from.
  public var address: String

  /// Makes a request from its parts.
  public init(step: SimulationStep, login: String, password: String, userAgent: String, address: String) {
    self.step = step
    self.login = login
    self.password = password
    self.userAgent = userAgent
    self.address = address
  }
}

/// What login.cgi was asked, what it answered and what the database then held. Secrets are withheld already.
public struct SimulationResult: Equatable, Sendable {
  /// The step.
  public var step: SimulationStep
  /// The request's lines.
  public var request: [String]
  /// The answer's lines.
  public var answer: [String]
  /// What changed in the database: lines beginning with +, ~ or -.
  public var changes: [String]
  /// Whether a session is open after it.
  public var isLoggedIn: Bool

  /// Makes a result from its parts.
  public init(step: SimulationStep, request: [String], answer: [String], changes: [String], isLoggedIn: Bool) {
    self.step = step
    self.request = request
    self.answer = answer
    self.changes = changes
    self.isLoggedIn = isLoggedIn
  }
}

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
  var isRunning = false
  var result: SimulationResult?

  init(account: SampleAccount?) {
    login = LineEditor(account?.login ?? "")
    password = LineEditor(account?.password ?? "")
  }

  /// The step that `n` does.
  var next: SimulationStep {
    guard let result, result.isLoggedIn else { return .logIn }
    return SimulationStep(rawValue: result.step.rawValue + 1) ?? .logIn
  }

  func request(_ step: SimulationStep) -> SimulationRequest {
    SimulationRequest(
      step: step, login: login.text, password: password.text, userAgent: SimulatedClient.all[client].userAgent,
      address: address.text)
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
