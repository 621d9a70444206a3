/// The server's keys: the one that new proofs are made with, and those before it, which are accepted for a while.
public struct KeyRing: Sendable {
  /// A key that was replaced.
  struct Former: Sendable {
    let key: ServerKey
    let until: Timestamp
  }

  /// What new proofs are made with.
  public let current: ServerKey
  let former: [Former]

  /// A ring of one key.
  public init(_ key: ServerKey) { self.init(current: key, former: []) }

  init(current: ServerKey, former: [Former]) {
    self.current = current
    self.former = former
  }

  /// The keys that are accepted at `now`, the current one first.
  public func accepted(at now: Timestamp) -> [ServerKey] {
    if former.isEmpty { return [current] }
    return [current] + former.filter { now < $0.until }.map(\.key)
  }

  /// How many former keys are kept: no session is accepted by one whose time is over, but a backup of its day is known
  /// by it, and so is what was sealed with it.
  static let kept = 8

  /// The ring with a new current key. The ones before are accepted until `end` at the latest: whoever has seen the file
  /// has seen them all.
  public func rotated(to key: ServerKey, acceptingOldUntil end: Timestamp) -> KeyRing {
    let before = former.map { Former(key: $0.key, until: min($0.until, end)) }
    return KeyRing(current: key, former: Array(([Former(key: current, until: end)] + before).prefix(Self.kept)))
  }

  /// How many keys before the current one are accepted at `now`, and until when the last of them is.
  public func grace(at now: Timestamp) -> (keys: Int, until: Timestamp?) {
    let open = former.filter { now < $0.until }
    return (open.count, open.map(\.until).max())
  }
}

extension Session {
  /// Whether `token` proves this session under a key of `keys` that is accepted at `now`, and whether that is the
  /// current one.
  func proof(by token: Token, keys: KeyRing, at now: Timestamp) -> (isProved: Bool, isCurrent: Bool) {
    if isProved(by: token, key: keys.current) { return (true, true) }
    if keys.former.isEmpty { return (false, false) }
    return (keys.accepted(at: now).dropFirst().contains { isProved(by: token, key: $0) }, false)
  }
}
