/// Makes sessions up that have the limits of a policy, and proofs and seals like any other's. It needs no database, and so
/// may work on a thread of its own.
public struct SessionInventor: Sendable {
  private let key: ServerKey
  private let sealKey: ServerKey
  private let policy: SessionPolicy
  private let random: RandomSource
  private let creator: String

  init(key: ServerKey, policy: SessionPolicy, random: RandomSource, creator: String) {
    self.key = key
    sealKey = key.derived(for: .seal)
    self.policy = policy
    self.random = random
    self.creator = creator
  }

  /// Makes one up.
  ///
  /// - Returns: its token, which is nowhere else, and the session.
  public func session(_ invented: InventedSession) -> (token: Token, session: Session) {
    let limits = policy[invented.kind]
    let token = Token(time: invented.createdAt, random: random)
    let absolute = invented.createdAt + limits.absolute
    let proof = Proof(
      token: token, userID: invented.user, createdAt: invented.createdAt, absoluteExpiresAt: absolute,
      kind: invented.kind, key: key)
    let end = min(absolute, invented.lastSeenAt + limits.idle)
    let session = Session(
      id: token.id, userID: invented.user,
      owner: Session.Owner(login: "", state: .active, notBefore: .distantPast), proof: proof,
      createdAt: invented.createdAt, authenticatedAt: invented.createdAt, lastSeenAt: invented.lastSeenAt,
      absoluteExpiresAt: absolute, expiresAt: end, kind: invented.kind,
      address: invented.address, userAgent: invented.userAgent,
      createdBy: invented.kind == .simulated ? creator : "",
      seal: SessionSeal(token.id, until: end, sealKey: sealKey))
    return (token, session)
  }
}
