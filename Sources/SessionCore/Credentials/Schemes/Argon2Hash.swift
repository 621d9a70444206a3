import CSodium
import Glibc

/// A hash by Argon2id or Argon2i as a PHC string, which libsodium checks; the form in which PHP, Django and OpenLDAP
/// write them too, the last two with a prefix.
struct Argon2Hash: Sendable {
  /// The prefixes of others, and what their hashes are called here.
  private static let prefixes = [("$", ""), ("argon2$", "django-"), ("{ARGON2}$", "ldap-")]

  /// The PHC string.
  let text: String
  /// The scheme's name.
  let scheme: String
  /// Memory in KiB, passes over it and lanes.
  let memory, passes, lanes: Int
  /// The salt and what must come out.
  let salt, digest: [UInt8]

  /// Reads `text`; nil when it is not of this family.
  init?(reading text: String) throws(HashFormatError) {
    guard let (prefix, maker) = Self.prefixes.first(where: { text.hasPrefix($0.0 + "argon2") }) else { return nil }
    let phc = "$" + text.dropFirst(prefix.count)
    let fields = phc.split(separator: "$", omittingEmptySubsequences: false)
    // libsodium has no Argon2d and no version but 1.3 (RFC 9106, section 3.1).
    guard fields[1] == "argon2id" || fields[1] == "argon2i" else { throw .unknown }
    guard fields.count > 2, fields[2].hasPrefix("v=") else { throw .malformed }
    guard fields[2] == "v=19" else { throw .unknown }
    guard fields.count == 6, let costs = HashText.numbers(fields[3], "m", "t", "p"),
      let salt = Self.plainBase64(fields[4]), let hash = Self.plainBase64(fields[5]),
      costs[1] >= 1, costs[2] >= 1, costs[0] >= 8 * costs[2], salt.count >= 8, hash.count >= 16
    else { throw .malformed }
    self.text = phc
    self.scheme = maker + fields[1]
    (self.memory, self.passes, self.lanes) = (costs[0], costs[1], costs[2])
    (self.salt, self.digest) = (salt, hash)
  }

  /// Refuses what would take too long or too much memory.
  func checkCost() throws(HashFormatError) {
    try CostBound.check(memory, atMost: CostBound.memory / 1024, "m=\(memory)")
    try CostBound.check(passes, atMost: CostBound.work / 1024 / memory, "m=\(memory),t=\(passes)")
    try CostBound.check(lanes, atMost: 64, "p=\(lanes)")
  }

  /// Whether it is at least as strong as what `hasher` makes.
  func isAsStrong(as hasher: PasswordHasher) -> Bool {
    scheme == "argon2id" && memory >= hasher.memory / 1024 && passes >= hasher.passes && salt.count >= 16
      && digest.count >= 32
  }

  /// Whether it costs no more than what `hasher` makes.
  func isNoDearer(than hasher: PasswordHasher) -> Bool {
    memory <= hasher.memory / 1024 && passes <= hasher.passes && lanes == 1
  }

  /// Whether it is the hash of `message`.
  ///
  /// - Throws: ``HashingError`` when the memory cannot be had.
  func isRight(for message: [CChar]) throws(HashingError) -> Bool {
    guard scheme == "argon2id", lanes == 1, salt.count == Int(crypto_pwhash_SALTBYTES) else {
      try probeMemory()
      return crypto_pwhash_str_verify(text, message, UInt64(message.count)) == 0
    }
    return ServerKey.equal(try compute(message), digest)
  }

  /// The digest of `message` under this hash's salt and costs: one lane, a salt of libsodium's length.
  ///
  /// - Throws: ``HashingError`` when the memory cannot be had.
  func compute(_ message: [CChar]) throws(HashingError) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: digest.count)
    let done = crypto_pwhash(
      &result, UInt64(result.count), message, UInt64(message.count), salt, UInt64(passes), memory * 1024,
      crypto_pwhash_ALG_ARGON2ID13)
    guard done == 0 else { throw HashingError() }
    return result
  }

  /// Asks for the memory first where libsodium calls a password wrong for want of it.
  private func probeMemory() throws(HashingError) {
    let size = memory * 1024
    let region = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let region, region != MAP_FAILED else { throw HashingError() }
    munmap(region, size)
  }

  private static func plainBase64(_ text: Substring) -> [UInt8]? {
    text.utf8.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ".") } ? nil : HashText.base64(text)
  }
}
