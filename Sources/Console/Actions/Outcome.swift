import SessionCore

/// What an act did.
public struct Outcome: Equatable, Sendable {
  /// Whether anything changed.
  public var isChanged: Bool
  /// How many sessions ended.
  public var ended: CappedCount
  /// To how many it was done, and what was left, and why.
  public var result: ActResult
  /// The act to take back; nil when it cannot be.
  public var act: DoneAct.ID?
  /// The code that was given out.
  public var slip: CodeSlip?

  /// Makes an outcome from its parts.
  public init(
    isChanged: Bool, ended: CappedCount = CappedCount(found: 0), result: ActResult = ActResult(),
    act: DoneAct.ID? = nil, slip: CodeSlip? = nil
  ) {
    self.isChanged = isChanged
    self.ended = ended
    self.result = result
    self.act = act
    self.slip = slip
  }

  /// What the core says of an act on sessions or users.
  public init(_ result: ActResult) {
    self.init(isChanged: result.count > 0, ended: CappedCount(exactly: result.ended), result: result, act: result.act)
  }
}

/// What taking an act back did.
public struct UndoOutcome: Equatable, Sendable {
  /// What had been done.
  public var kind: DoneAct.Kind
  /// To whom or what.
  public var subject: String
  /// How many sessions are as they were.
  public var sessions: CappedCount
  /// How many users are as they were.
  public var users: Int

  /// Makes an outcome from its parts.
  public init(kind: DoneAct.Kind, subject: String = "", sessions: CappedCount, users: Int = 0) {
    self.kind = kind
    self.subject = subject
    self.sessions = sessions
    self.users = users
  }
}

/// A one-time code to be handed over. It never prints itself: a state that is printed holds no secret.
public struct CodeSlip: Equatable, Sendable {
  /// For whom it is.
  public let login: String
  /// When it stops working.
  public let expiresAt: Timestamp
  let code: ActivationCode

  /// Makes a slip from its parts.
  public init(login: String, expiresAt: Timestamp, code: ActivationCode) {
    self.login = login
    self.expiresAt = expiresAt
    self.code = code
  }

  /// The same code for the same login.
  public static func == (left: CodeSlip, right: CodeSlip) -> Bool {
    left.login == right.login && left.expiresAt == right.expiresAt && left.code.text == right.code.text
  }
}
