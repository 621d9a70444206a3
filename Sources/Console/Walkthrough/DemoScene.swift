import SessionCore

/// What a demonstration's database holds beside the sample people: made-up people with their sessions, and what a script
/// arranges.
public struct DemoScene: Equatable, Sendable {
  /// How many made-up people.
  public var people = 0
  /// How many live sessions they have together.
  public var sessions = 0
  /// What decides over all that is made up.
  public var seed: UInt64 = 7
  /// What else there is, in this order.
  public var arrangements: [Arrangement] = []

  /// Nobody but the sample people, and none of them logged in.
  public init() {}

  /// Reads a scene alone, in the lines that a walkthrough has for it.
  ///
  /// - Throws: ``WalkthroughError`` for the first line that is none of a scene.
  public init(text: String) throws(WalkthroughError) {
    for line in try WalkthroughLine.all(of: text) { try take(line) }
  }

  mutating func take(_ line: WalkthroughLine) throws(WalkthroughError) {
    switch line.keyword {
    case .people: people = try line.count(upTo: 10_000)
    case .sessions: sessions = try line.count(upTo: 20_000)
    case .seed: seed = UInt64(try line.count(upTo: Int(Int32.max)))
    default:
      guard line.keyword.isArrangement else { throw .beforeSteps(line.number, line.keyword.rawValue) }
      arrangements.append(try line.arrangement())
    }
  }
}

/// Something that somebody else has done, in a demonstration's database. Lengths of time are reckoned back from now.
public enum Arrangement: Equatable, Sendable {
  /// A session that is live, or has `ended`.
  case session(InventedLogin, ended: Ending.How?)
  /// So many logins with a wrong password, made just now by the real operation, so that guessing is slowed down.
  case guesses(InventedLogin, count: Int)
  /// One attempt to log in that only stands in the list.
  case attempt(InventedLogin, Attempt.Outcome)
  /// A user who is locked.
  case lock(login: String, reason: String)
}

/// Who logged in, from where, with what and when.
public struct InventedLogin: Equatable, Sendable {
  /// The login of one of the sample people; of an attempt, any.
  public var login: String
  /// From where.
  public var address: IPAddress?
  /// What the client calls itself.
  public var userAgent = ""
  /// What kind of session.
  public var kind = SessionKind.browser
  /// How long ago it began.
  public var began = Interval(milliseconds: 0)
  /// How long ago it was last seen, or ended.
  public var seen = Interval(milliseconds: 0)

  /// Makes one just now, from nowhere.
  public init(login: String) { self.login = login }
}
