import CSodium

/// The hash by SHA-256 (FIPS 180-4).
public enum SHA256 {
  /// The 32 bytes for `message`.
  public static func digest(of message: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
    crypto_hash_sha256(&digest, message, UInt64(message.count))
    return digest
  }
}
