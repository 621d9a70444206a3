/// A hash that another program made, taken apart: what must come out, and how to come to it.
struct ForeignHash: Sendable {
  /// Hashes the bytes of a password; nil when the scheme cannot take such a password.
  typealias Computation = @Sendable (_ password: [UInt8]) throws(HashingError) -> [UInt8]?

  /// The scheme's name.
  let scheme: String
  /// Whether it is too fast to be kept as it is.
  let isWeak: Bool
  /// The stored text with its digest blotted out: scheme, salt and costs still stand in it.
  let setting: String
  /// What the right password comes to.
  let digest: [UInt8]
  /// How to come to it.
  let compute: Computation

  init(_ scheme: String, isWeak: Bool, setting: String, digest: [UInt8], compute: @escaping Computation) {
    self.scheme = scheme
    self.isWeak = isWeak
    self.setting = setting
    self.digest = digest
    self.compute = compute
  }

  /// Reads `text` as the first family that knows it.
  ///
  /// - Throws: ``HashFormatError``; what is too costly is not read.
  init(reading text: String) throws(HashFormatError) {
    guard let hash = try Self.read(text) else { throw .unknown }
    self = hash
  }

  private static func read(_ text: String) throws(HashFormatError) -> ForeignHash? {
    if let hash = try crypt(text) { return hash }
    if let hash = try yescrypt(text) { return hash }
    if let hash = try apr1(text) { return hash }
    if let hash = try phpass(text) { return hash }
    if let hash = try ldap(text) { return hash }
    if let hash = try django(text) { return hash }
    if let hash = try pbkdf2(text) { return hash }
    if let hash = try scrypt(text) { return hash }
    if let hash = try mySQL(text) { return hash }
    return try bareDigest(text)
  }

  /// Whether `password` comes to the digest, compared in constant time.
  func isRight(for password: [UInt8]) throws(HashingError) -> Bool {
    guard let result = try compute(password) else { return false }
    return ServerKey.equal(result, digest)
  }
}
