/// What a connection knows of the hosts of its database, from its own dealings with them.
public struct ServerReach: Hashable, Sendable {
  /// One of the hosts.
  public struct Host: Hashable, Sendable {
    /// Its name for people: short where that is enough to tell it from the others.
    public var name: String
    /// How it was found last.
    public var condition: Condition

    /// Makes a host from its parts.
    public init(_ name: String, _ condition: Condition = .untried) {
      self.name = name
      self.condition = condition
    }
  }

  /// How a host was found last.
  public enum Condition: Hashable, Sendable {
    /// It was never needed.
    case untried
    /// The connection is to it.
    case inUse
    /// The connection went over to an earlier host, and it was well then.
    case left(at: Timestamp)
    /// It could not be used.
    case lost(since: Timestamp, HostLoss)
  }

  /// The hosts, in the address's order.
  public var hosts: [Host]
  /// Which one the connection is to; nil while it is to none.
  public var current: Int?
  /// Which one it was to last; nil before the first.
  public var last: Int?
  /// Which one is being tried; nil while none is.
  public var trying: Int?
  /// Since when no host answers; nil while one does.
  public var lostSince: Timestamp?
  /// How the last one was lost that was in use.
  public var failOver: FailOver?

  /// Makes it from its parts.
  public init(
    hosts: [Host], current: Int? = nil, last: Int? = nil, trying: Int? = nil, lostSince: Timestamp? = nil,
    failOver: FailOver? = nil
  ) {
    self.hosts = hosts
    self.current = current
    self.last = last ?? current
    self.trying = trying
    self.lostSince = lostSince
    self.failOver = failOver
  }

  /// The host that the connection is to, or was to last.
  public var name: String { (current ?? last ?? hosts.indices.first).map { hosts[$0].name } ?? "" }
}

/// One time that a host was lost and another one, or the same again, took over.
public struct FailOver: Hashable, Sendable {
  /// The host that was lost.
  public var from: String
  /// The host that answered then.
  public var to: String
  /// When that one answered.
  public var at: Timestamp
  /// How long nobody had answered.
  public var took: Interval
  /// Why the first one was lost.
  public var why: HostLoss
  /// Whether it had answered before: otherwise it did not from the start.
  public var wasInUse: Bool

  /// Makes it from its parts.
  public init(from: String, to: String, at: Timestamp, took: Interval, why: HostLoss, wasInUse: Bool = true) {
    self.from = from
    self.to = to
    self.at = at
    self.took = took
    self.why = why
    self.wasInUse = wasInUse
  }
}

/// Why a host cannot be used.
public enum HostLoss: String, Hashable, Sendable {
  /// Nobody listens there.
  case refused
  /// It takes what it is sent and says nothing.
  case silent
  /// It ended the connection, or the way to it broke.
  case brokenOff = "broken-off"
  /// It is a node that is cut off from its cluster's majority.
  case outOfCluster = "out-of-cluster"
  /// It is on its way down.
  case shuttingDown = "shutting-down"
  /// It takes no more connections.
  case full
  /// Its name is not known.
  case unknownName = "unknown-name"
  /// TLS did not come about, or its certificate is none that is trusted.
  case untrusted
  /// It does not let the account in.
  case denied
  /// Anything else.
  case other
}
