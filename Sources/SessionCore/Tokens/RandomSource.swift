import CSodium

/// Where unguessable bytes come from. Passed in everywhere, so that a test can choose them.
public struct RandomSource: Sendable {
  /// Gives as many random bytes as asked for.
  public var bytes: @Sendable (_ count: Int) -> [UInt8]

  /// Makes a source from what gives the bytes.
  public init(bytes: @escaping @Sendable (_ count: Int) -> [UInt8]) { self.bytes = bytes }

  /// The kernel's cryptographic generator, by libsodium (OWASP ASVS 5.0, 11.5.1).
  public static var system: RandomSource {
    RandomSource { count in
      var bytes = [UInt8](repeating: 0, count: count)
      randombytes_buf(&bytes, count)
      return bytes
    }
  }
}
