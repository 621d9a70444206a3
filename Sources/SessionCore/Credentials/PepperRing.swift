/// Peppers: keys outside the database that go into every hash, so that a copy of the database is no good for guessing
/// passwords (NIST SP 800-63B-4, 3.1.1.2; OWASP Password Storage, "Peppering").
///
/// The first is the one for new hashes. The others check old ones, which go over to the first at the next login.
public struct PepperRing: Sendable {
  struct Pepper: Sendable {
    let key: ServerKey

    /// The name under which the database remembers a pepper, from which the pepper does not follow.
    var id: String {
      let hex = Array("0123456789abcdef")
      return String(
        key.derived(for: .check).authenticate(Array("pepper".utf8)).prefix(4).flatMap {
          [hex[Int($0 >> 4)], hex[Int($0 & 15)]]
        })
    }
  }

  let peppers: [Pepper]

  /// A ring of one new pepper.
  public init(random: RandomSource) { peppers = [Pepper(key: ServerKey(random: random))] }

  private init(peppers: [Pepper]) { self.peppers = peppers }

  /// The ring with another pepper for new hashes.
  public func adding(random: RandomSource) -> PepperRing {
    PepperRing(peppers: [Pepper(key: ServerKey(random: random))] + peppers)
  }

  /// The ids, the one for new hashes first.
  public var ids: [String] { peppers.map(\.id) }

  /// Puts a pepper into the digest of a hash.
  ///
  /// - Throws: ``PepperError`` when there is no such pepper.
  func season(_ digest: [UInt8], with id: String) throws -> [UInt8] {
    guard let pepper = peppers.first(where: { $0.id == id }) else { throw PepperError(id: id) }
    return pepper.key.authenticate(digest)
  }
}

/// A hash was made with a pepper that is not at hand.
public struct PepperError: Error, Hashable {
  /// The pepper's id.
  public let id: String

  /// Makes an error from its part.
  public init(id: String) { self.id = id }
}

extension PepperRing {
  private static var file: SecretFile {
    SecretFile(name: "pepper", heading: "rollcall-pepper-1", remedy: "restore it from your backup")
  }

  /// Reads the pepper file at `path`: a line `rollcall-pepper-1` and 32 bytes in base64url for each, the one for new
  /// hashes first.
  ///
  /// - Throws: ``KeyFileError`` when the file is missing, cannot be read, may be read by everybody, or is no such file.
  public init(file path: String) throws {
    var peppers: [Pepper] = []
    try Self.file.read(path) { words in
      guard let word = words.next(), words.next() == nil, let bytes = Base64URL.decode(Array(word)),
        let key = ServerKey(bytes: bytes)
      else { return false }
      peppers.append(Pepper(key: key))
      return true
    }
    self.peppers = peppers
  }

  private var lines: [[String]] { peppers.map { [Base64URL.encode($0.key.bytes)] } }

  /// Writes the ring to a new file at `path`, mode 0600, synced to disk.
  ///
  /// - Throws: ``KeyFileError`` when the file exists or cannot be written.
  public func write(toNewFile path: String) throws { try Self.file.write(lines, toNewFile: path) }

  /// Puts the ring in the place of the pepper file at `path`, whole or not at all, with the owner and mode that it has.
  ///
  /// - Throws: ``KeyFileError`` when it cannot be written; the old file is then as it was.
  public func replace(file path: String) throws { try Self.file.replace(path, with: lines) }
}
