/// A visit from its beginning to its end: how it should go, or one thing that goes wrong and what becomes of it.
public enum Scenario: String, Sendable, CaseIterable {
  /// As it should be: the article's three steps.
  case visit
  /// Three logins that are refused, and one that is not.
  case wrongPassword = "wrong-password"
  /// Somebody goes on guessing.
  case guessing
  /// A cookie that was made up.
  case forgedCookie = "forged-cookie"
  /// A cookie that was copied before logging out.
  case copiedCookie = "copied-cookie"
  /// A session whose time has run out.
  case expiredSession = "expired-session"
  /// A user who is locked while logged in.
  case lockedUser = "locked-user"

  /// A step, and what comes of it when all is well.
  public struct Stage: Hashable, Sendable {
    /// The step.
    public let step: SimulationStep
    /// What comes of it.
    public let expected: SimulationOutcome

    fileprivate init(_ step: SimulationStep, _ expected: SimulationOutcome) {
      self.step = step
      self.expected = expected
    }
  }

  /// What happens in it, in its order.
  public var stages: [Stage] {
    switch self {
    case .visit: [Stage(.logIn, .accepted), Stage(.visit, .accepted), Stage(.logOut, .accepted)]
    case .wrongPassword:
      [
        Stage(.wrongPassword, .refused), Stage(.unknownLogin, .refused), Stage(.percent, .refused),
        Stage(.logIn, .accepted),
      ]
    case .guessing:
      [Stage(.guess, .delayed), Stage(.logIn, .delayed), Stage(.forget, .done), Stage(.logIn, .accepted)]
    case .forgedCookie:
      [Stage(.logIn, .accepted), Stage(.forge, .refused), Stage(.oldCookies, .refused), Stage(.visit, .accepted)]
    case .copiedCookie: [Stage(.logIn, .accepted), Stage(.logOut, .accepted), Stage(.replay, .refused)]
    case .expiredSession:
      [Stage(.logIn, .accepted), Stage(.visit, .accepted), Stage(.expire, .done), Stage(.visit, .refused)]
    case .lockedUser:
      [
        Stage(.logIn, .accepted), Stage(.lock, .done), Stage(.visit, .refused), Stage(.logIn, .refused),
        Stage(.unlock, .done),
      ]
    }
  }
}
