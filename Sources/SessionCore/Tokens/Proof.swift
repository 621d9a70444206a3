/// What the database keeps of a session's secret: HMAC-SHA-256 under the server key over the secret and over every
/// field that must not be changed by hand. 32 bytes.
public struct Proof: Hashable, Sendable {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Takes the bytes that a store kept.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Proves that `token` belongs to a session of `userID` with these limits and this kind.
  ///
  /// So somebody who can write the database, but does not hold the key, can neither make a session nor give one to
  /// another user, a later date or another kind.
  public init(
    token: Token, userID: User.ID, createdAt: Timestamp, absoluteExpiresAt: Timestamp, kind: SessionKind, key: ServerKey
  ) {
    var message = token.secret
    message.reserveCapacity(73)
    message += token.id.bytes
    for number in [userID.rawValue, createdAt.milliseconds, absoluteExpiresAt.milliseconds] {
      for shift in stride(from: Int64(56), through: 0, by: -8) {
        message.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
    message.append(kind.rawValue)
    self.bytes = key.authenticate(message)
  }
}

extension Session {
  /// Whether `token` is the one that this session was made with, under `key`, compared in constant time.
  public func isProved(by token: Token, key: ServerKey) -> Bool {
    let claimed = Proof(
      token: token, userID: userID, createdAt: createdAt, absoluteExpiresAt: absoluteExpiresAt, kind: kind, key: key)
    return token.id == id && ServerKey.equal(claimed.bytes, proof.bytes)
  }
}
