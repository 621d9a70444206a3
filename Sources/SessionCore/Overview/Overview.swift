/// How many there are of what an administrator watches, over time and by what: all of one moment.
public struct Overview: Hashable, Sendable {
  /// A slot of the time looked at.
  public struct Slot: Hashable, Sendable {
    /// When it begins.
    public var start: Timestamp
    /// When it ends; for the last one, this is still to come.
    public var end: Timestamp
    /// Logins in it.
    public var logins: CappedCount
    /// Failed attempts to log in, of every kind.
    public var failures: CappedCount
    /// How many of both were simulated.
    public var simulated: CappedCount
    /// Live sessions at its end, or now; nil before a slot in which more began or ended than are counted.
    public var live: Int?

    /// Makes a slot from its parts.
    public init(
      start: Timestamp, end: Timestamp, logins: CappedCount, failures: CappedCount,
      simulated: CappedCount = CappedCount(found: 0),
      live: Int?
    ) {
      self.start = start
      self.end = end
      self.logins = logins
      self.failures = failures
      self.simulated = simulated
      self.live = live
    }
  }

  /// Sessions that end in some time from now, if nothing happens.
  public struct Ends: Hashable, Sendable {
    /// No sooner than this; nil for from now on.
    public var from: Interval?
    /// Sooner than this; nil for whenever.
    public var to: Interval?
    /// How many.
    public var count: CappedCount

    /// Makes it from its parts.
    public init(from: Interval?, to: Interval?, count: CappedCount) {
      self.from = from
      self.to = to
      self.count = count
    }
  }

  /// How many live sessions have something in common.
  public struct Share<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What they have in common.
    public var value: Value
    /// How many.
    public var count: Int

    /// Makes a share from its parts.
    public init(_ value: Value, _ count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// When it was read.
  public var at: Timestamp
  /// How far it looks back.
  public var span: OverviewSpan
  /// The slots of that time, the oldest first.
  public var slots: [Slot]
  /// How many there are of what an administrator watches.
  public var totals: Totals
  /// When they end.
  public var ends: [Ends]
  /// The addresses that most of them came from, the most frequent first.
  public var addresses: [Share<IPAddress>]
  /// The clients that most of them use, the most frequent first.
  public var clients: [Share<UserAgent.Name>]
  /// How many live sessions were looked at for addresses and clients: those seen last, where there are more.
  public var ranked: CappedCount

  /// Makes an overview from its parts.
  public init(
    at: Timestamp, span: OverviewSpan, slots: [Slot], totals: Totals, ends: [Ends], addresses: [Share<IPAddress>],
    clients: [Share<UserAgent.Name>], ranked: CappedCount
  ) {
    self.at = at
    self.span = span
    self.slots = slots
    self.totals = totals
    self.ends = ends
    self.addresses = addresses
    self.clients = clients
    self.ranked = ranked
  }

  /// Live sessions now.
  public var live: CappedCount { totals.live }
}
