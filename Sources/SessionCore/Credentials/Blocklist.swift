/// A file of passwords that may not be chosen, since others are known to have used them (NIST SP 800-63B-4, 3.1.1.2).
/// It is read here and now: no password and no part of its digest goes over a network.
///
/// It has one password a line, compared in NFC without regard to case; or a line `SHA1:count` for each, sorted, as
/// lists of breached passwords come. The first is read through, chunk by chunk; the second is searched by halves.
public struct Blocklist: Sendable {
  /// The file.
  public let path: String

  /// Takes the file at `path`; it is opened when it is asked.
  public init(path: String) { self.path = path }

  /// Whether `password` is in the list.
  ///
  /// - Throws: ``BlocklistError`` when the file cannot be read, or is a list of digests and has another line.
  public func contains(_ password: Password) throws(BlocklistError) -> Bool {
    let file = try BlocklistFile(path: path)
    if let first = try file.line(at: 0, after: 0), BlocklistFile.digest(of: first.bytes) != nil {
      let texts = password.spellings.map { $0.message.map { UInt8(bitPattern: $0) } } + [Array(password.folded.utf8)]
      for text in Set(texts) where try file.search(for: DigestAlgorithm.sha1.digest(text)) { return true }
      return false
    }
    let wanted = Array(password.folded.utf8)
    return try file.containsLine { line in
      if line.allSatisfy({ $0 < 0x80 }) { return Self.isEqual(line, folded: wanted) }
      return Array(Password.folded(Array(line)).utf8) == wanted
    }
  }

  /// Whether a line in ASCII folds to `folded`, without making another text of it.
  private static func isEqual(_ line: ArraySlice<UInt8>, folded: [UInt8]) -> Bool {
    line.count == folded.count
      && zip(line, folded).allSatisfy { (0x41...0x5A).contains($0) ? $0 | 0x20 == $1 : $0 == $1 }
  }
}

/// Why a blocklist is of no use.
public enum BlocklistError: Error, Hashable {
  /// It cannot be read: its path, and the system's reason.
  case unreadable(String, reason: String)
  /// It begins as a list of digests, and has another line: its path.
  case damaged(String)
}
