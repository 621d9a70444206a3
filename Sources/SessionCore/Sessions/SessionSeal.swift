/// Until when a session was good when a program with the key last wrote it. Every request moves a session's end, so the
/// proof, which only its secret makes, cannot vouch for it; the server's key does.
///
/// So a row whose end was moved by hand ends when it would have ended.
public struct SessionSeal: Hashable, Sendable {
  /// Until when the session is good if nothing happens.
  public var until: Timestamp
  /// What the key makes of it, 32 bytes.
  public var code: [UInt8]

  /// No seal: of a row that no program with the key has written.
  public static let none = SessionSeal(until: .distantPast, code: [])

  /// Takes what a store kept.
  public init(until: Timestamp, code: [UInt8]) {
    self.until = until
    self.code = code
  }

  /// Seals the end of the session `id`.
  init(_ id: SessionID, until: Timestamp, key: ServerKey) {
    self.init(until: until, code: Self.code(id, until, key))
  }

  /// Seals the end of the session `id` with the key for seals: for who makes many of them.
  init(_ id: SessionID, until: Timestamp, sealKey: ServerKey) {
    self.init(until: until, code: sealKey.authenticate(Self.message(id, until)))
  }

  /// Whether it is good for the session `id` at `now`, by one of `keys`.
  func isGood(for id: SessionID, at now: Timestamp, keys: KeyRing) -> Bool {
    guard now < until else { return false }
    return keys.accepted(at: now).contains { ServerKey.equal(Self.code(id, until, $0), code) }
  }

  private static func code(_ id: SessionID, _ until: Timestamp, _ key: ServerKey) -> [UInt8] {
    key.derived(for: .seal).authenticate(message(id, until))
  }

  private static func message(_ id: SessionID, _ until: Timestamp) -> [UInt8] {
    var message = id.bytes
    for shift in stride(from: Int64(56), through: 0, by: -8) {
      message.append(UInt8(truncatingIfNeeded: until.milliseconds >> shift))
    }
    return message
  }
}
