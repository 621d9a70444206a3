import SessionCore

/// What the simulator is to do. The password goes to login.cgi and nowhere else.
public struct SimulationRequest: Equatable, Sendable {
  /// The step.
  public var step: SimulationStep
  /// Whether it is the first one: what was simulated before is forgotten.
  public var isFirst: Bool
  /// The login to send.
  public var login: String
  /// The password to send.
  public var password: String
  /// The client to be.
  public var userAgent: String
  /// The address to come from.
  public var address: String

  /// Makes a request from its parts.
  public init(
    step: SimulationStep, isFirst: Bool = false, login: String, password: String, userAgent: String, address: String
  ) {
    self.step = step
    self.isFirst = isFirst
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
  /// What came of it.
  public var outcome: SimulationOutcome
  /// The request's lines; of several, the last one's.
  public var request: [String]
  /// How many requests were made, when they were several.
  public var count: Int
  /// The answer's lines.
  public var answer: [String]
  /// What changed in the database: lines beginning with +, ~ or -.
  public var changes: [String]
  /// Whether a session is open after it.
  public var isLoggedIn: Bool
  /// Whose session it is, or was.
  public var user: User.ID?

  /// Makes a result from its parts.
  public init(
    step: SimulationStep, outcome: SimulationOutcome = .accepted, request: [String], count: Int = 1, answer: [String],
    changes: [String], isLoggedIn: Bool, user: User.ID? = nil
  ) {
    self.step = step
    self.outcome = outcome
    self.request = request
    self.count = count
    self.answer = answer
    self.changes = changes
    self.isLoggedIn = isLoggedIn
    self.user = user
  }
}
