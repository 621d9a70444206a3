/// An administrator's act, which can be taken back for a while.
public struct DoneAct: Hashable, Sendable {
  /// An act's id: like a session's, but it opens nothing.
  public typealias ID = SessionID

  /// What was done. The numbers stand in the database.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Sessions were ended.
    case end = 0
    /// Sessions were let be over, as if unused.
    case expire = 1
    /// Sessions were let last.
    case extend = 2
    /// Users were locked and their sessions ended.
    case lock = 3
    /// Users were unlocked.
    case unlock = 4
    /// Failed logins were forgotten.
    case forgive = 5
    /// A one-time code was given out.
    case giveCode = 6
    /// A user was made.
    case addUser = 7
    /// A user was removed and their sessions ended.
    case remove = 8
    /// Everybody was logged out.
    case endEverybody = 9
  }

  /// Which act.
  public var id: ID
  /// What was done.
  public var kind: Kind
  /// When.
  public var at: Timestamp
  /// By whom.
  public var by: String
  /// Why.
  public var reason: String
  /// To whom or what, in words: a login, a network, a filter.
  public var subject: String
  /// To how many.
  public var count: Int
  /// When it was taken back; nil when it was not.
  public var undoneAt: Timestamp?
  /// Who took it back.
  public var undoneBy: String
  /// Whether another act took its place: everybody was logged out again, and only that can be taken back.
  public var isSuperseded: Bool
  /// How long an act can be taken back.
  public static let undoable = Interval.minutes(5)

  /// Makes an act from its parts.
  public init(
    id: ID, kind: Kind = .end, at: Timestamp, by: String, reason: String, subject: String = "", count: Int = 0,
    undoneAt: Timestamp? = nil, undoneBy: String = "", isSuperseded: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.at = at
    self.by = by
    self.reason = reason
    self.subject = subject
    self.count = count
    self.undoneAt = undoneAt
    self.undoneBy = undoneBy
    self.isSuperseded = isSuperseded
  }

  /// Until when it can be taken back; nil when it was, already, or another took its place.
  public var undoableUntil: Timestamp? { undoneAt == nil && !isSuperseded ? at + Self.undoable : nil }
}

/// Everybody was logged out: sessions from before are refused at once, and their rows follow with the sweep.
public struct Recall: Hashable, Sendable {
  /// The act.
  public var act: DoneAct
  /// Sessions authenticated before this moment are refused.
  public var notBefore: Timestamp
  /// What was refused before: to go back to.
  public var previous: Timestamp

  /// Makes a recall from its parts.
  public init(act: DoneAct, notBefore: Timestamp, previous: Timestamp) {
    self.act = act
    self.notBefore = notBefore
    self.previous = previous
  }
}
