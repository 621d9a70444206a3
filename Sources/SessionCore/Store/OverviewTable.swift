/// What the core asks for an overview. Every count is along an index and stops at ``CappedCount/cap``.
public protocol OverviewTable: AnyObject {
  /// How many sessions are live, counted beyond ``CappedCount/cap`` up to a million.
  func countLive(at now: Timestamp) throws -> CappedCount
  /// How many logins there were from `start` on and before `end`, and how many attempts that failed.
  func countAttempts(from start: Timestamp, to end: Timestamp) throws -> (logins: CappedCount, failures: CappedCount)
  /// How many of these attempts were simulated, whatever came of them.
  func countSimulated(from start: Timestamp, to end: Timestamp) throws -> CappedCount
  /// How many sessions began from `start` on and before `end`, and how many ended; those past their time have ended, moved
  /// away or not.
  func countChanges(from start: Timestamp, to end: Timestamp) throws -> (begun: CappedCount, ended: CappedCount)
  /// The addresses and clients that the most of up to `limit` live sessions have, those seen last, and how many sessions
  /// were looked at.
  func rankLive(limit: Int, ranks: Int, at now: Timestamp) throws -> LiveRanks
}

/// What the live sessions that were seen last have most often.
public struct LiveRanks: Hashable, Sendable {
  /// The addresses.
  public var addresses: [Overview.Share<IPAddress>]
  /// The clients.
  public var clients: [Overview.Share<UserAgent.Name>]
  /// How many sessions were looked at.
  public var looked: CappedCount

  /// Makes ranks from their parts.
  public init(
    addresses: [Overview.Share<IPAddress>], clients: [Overview.Share<UserAgent.Name>], looked: CappedCount
  ) {
    self.addresses = addresses
    self.clients = clients
    self.looked = looked
  }
}
