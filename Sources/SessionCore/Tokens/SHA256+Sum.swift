import CSodium

extension SHA256 {
  /// The hash of a message that comes in parts.
  public struct Sum {
    private var state = crypto_hash_sha256_state()

    /// Of nothing yet.
    public init() { crypto_hash_sha256_init(&state) }

    /// Takes the message's next bytes.
    public mutating func add(_ bytes: [UInt8]) { crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count)) }

    /// The 32 bytes for all that was added.
    public func digest() -> [UInt8] {
      var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
      var state = state
      crypto_hash_sha256_final(&state, &digest)
      return digest
    }
  }
}
