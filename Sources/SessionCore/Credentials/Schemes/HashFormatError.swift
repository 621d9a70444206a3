/// Why a stored hash cannot be used.
public enum HashFormatError: Error, Hashable {
  /// It is of no scheme that is known here.
  case unknown
  /// It begins like a known scheme's, and the rest is damaged.
  case malformed
  /// Checking it would take more time or memory than one login may: which parameter, as it stands in the hash.
  case tooCostly(String)
}

/// The most that checking one imported hash may cost: about a second, and the memory of a gate's place. So a hash that
/// somebody slips into a table cannot stall the machine (`$2y$31$` would take two days).
enum CostBound {
  /// Bcrypt's cost, a power of two.
  static let bcrypt = 14
  /// Rounds of sha256-crypt and sha512-crypt.
  static let shaCrypt = 1_000_000
  /// Iterations of PBKDF2 over all the blocks of its output.
  static let pbkdf2 = 2_000_000
  /// Phpass's rounds, a power of two.
  static let phpass = 18
  /// Scrypt's memory in bytes: 64 MiB.
  static let scryptMemory = 64 << 20
  /// Memory that Argon2 and yescrypt may take, in bytes: 256 MiB.
  static let memory = 256 << 20
  /// Memory times passes over it, in bytes: 1 GiB.
  static let work = 1 << 30

  /// Refuses what costs too much.
  static func check(_ cost: Int, atMost bound: Int, _ parameter: String) throws(HashFormatError) {
    guard cost <= bound else { throw .tooCostly(parameter) }
  }
}
