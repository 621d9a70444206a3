import CNettle
import CSodium

/// The site's secret: without it no proof can be made, so a copy of the database logs nobody in, and a change to one of
/// its rows logs nobody in as somebody else.
public struct ServerKey: Sendable {
  /// How many bytes a key has.
  public static let length = 32
  let bytes: [UInt8]

  /// A new key from `random`.
  public init(random: RandomSource) { self.bytes = random.bytes(Self.length) }

  /// Makes a key from its 32 bytes; nil for any other number of bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// HMAC-SHA-256 of `message` (RFC 2104), 32 bytes. By Nettle, which uses the processor's instructions for it: every check
  /// of a session makes two.
  func authenticate(_ message: [UInt8]) -> [UInt8] {
    var context = hmac_sha256_ctx()
    nettle_hmac_sha256_set_key(&context, bytes.count, bytes)
    nettle_hmac_sha256_update(&context, message.count, message)
    return [UInt8](unsafeUninitializedCapacity: 32) { code, count in
      nettle_hmac_sha256_digest(&context, 32, code.baseAddress)
      count = 32
    }
  }

  /// A key for one purpose, from which neither this key nor another purpose's follows.
  func derived(for purpose: Purpose) -> ServerKey {
    var subkey = [UInt8](repeating: 0, count: Self.length)
    crypto_kdf_derive_from_key(&subkey, Self.length, purpose.rawValue, "rollcall", bytes)
    return ServerKey(bytes: subkey) ?? self
  }

  /// What derived keys are for. The numbers are part of what is issued: never reuse one.
  enum Purpose: UInt64 {
    case forms = 1
    case throttle = 2
    case activation = 3
    case audit = 4
    case check = 5
    case seal = 6
    case simulator = 7
  }

  /// Whether two byte strings are equal, in a time that depends on their length alone.
  static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && sodium_memcmp(left, right, left.count) == 0
  }
}

extension ServerKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Says that there is a key, not which.
  public var description: String { "ServerKey(hidden)" }
  /// Says that there is a key, not which.
  public var debugDescription: String { description }
  /// Nothing to look into.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
