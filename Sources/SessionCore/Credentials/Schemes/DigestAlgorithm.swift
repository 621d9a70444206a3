import CNettle

/// A plain digest function, by nettle. None of them is a way to store passwords: old hashes are made of them.
public enum DigestAlgorithm: String, Sendable, CaseIterable {
  /// MD5 (RFC 1321), 16 bytes.
  case md5
  /// SHA-1 (FIPS 180-4), 20 bytes.
  case sha1
  /// SHA-256 (FIPS 180-4), 32 bytes.
  case sha256
  /// SHA-512 (FIPS 180-4), 64 bytes.
  case sha512

  /// The digest's size in bytes.
  public var size: Int {
    switch self {
    case .md5: Int(MD5_DIGEST_SIZE)
    case .sha1: Int(SHA1_DIGEST_SIZE)
    case .sha256: Int(SHA256_DIGEST_SIZE)
    case .sha512: Int(SHA512_DIGEST_SIZE)
    }
  }

  /// The digest of all `parts`, one after the other.
  func digest(_ parts: [UInt8]...) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: size)
    switch self {
    case .md5:
      var context = md5_ctx()
      nettle_md5_init(&context)
      for part in parts { nettle_md5_update(&context, part.count, part) }
      nettle_md5_digest(&context, size, &result)
    case .sha1:
      var context = sha1_ctx()
      nettle_sha1_init(&context)
      for part in parts { nettle_sha1_update(&context, part.count, part) }
      nettle_sha1_digest(&context, size, &result)
    case .sha256:
      var context = sha256_ctx()
      nettle_sha256_init(&context)
      for part in parts { nettle_sha256_update(&context, part.count, part) }
      nettle_sha256_digest(&context, size, &result)
    case .sha512:
      var context = sha512_ctx()
      nettle_sha512_init(&context)
      for part in parts { nettle_sha512_update(&context, part.count, part) }
      nettle_sha512_digest(&context, size, &result)
    }
    return result
  }
}
