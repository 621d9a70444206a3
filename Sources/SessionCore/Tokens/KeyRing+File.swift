extension KeyRing {
  private static var file: SecretFile {
    SecretFile(
      name: "key", heading: "rollcall-key-1",
      remedy: "restore it from your backup, or run 'rollcall setup' for a new site")
  }

  /// Reads the key file at `path`: a line `rollcall-key-1` and 32 bytes in base64url for each key, the current one first;
  /// after a key that was replaced, the moment until which it is accepted, in milliseconds since 1970.
  ///
  /// - Throws: ``KeyFileError`` when the file is missing, cannot be read, may be read by everybody, or is no key file.
  public init(file path: String) throws {
    guard let ring = KeyRing(lines: try Self.file.read(path)) else { throw Self.file.isNone(path) }
    self = ring
  }

  private init?(lines: [[[UInt8]]]) {
    var keys: [(key: ServerKey, until: Timestamp?)] = []
    for words in lines {
      guard let first = words.first, words.count <= 2, let bytes = Base64URL.decode(first),
        let key = ServerKey(bytes: bytes)
      else { return nil }
      let until = words.count == 2 ? Int64(String(decoding: words[1], as: UTF8.self)) : nil
      // The current key alone has no end.
      guard (until == nil) == keys.isEmpty else { return nil }
      keys.append((key, until.map(Timestamp.init(milliseconds:))))
    }
    guard let current = keys.first else { return nil }
    self.init(
      current: current.key,
      former: keys.dropFirst().map { Former(key: $0.key, until: $0.until ?? .distantPast) })
  }

  private var lines: [[String]] {
    [[Base64URL.encode(current.bytes)]]
      + former.map { [Base64URL.encode($0.key.bytes), String($0.until.milliseconds)] }
  }

  /// Writes the ring to a new file at `path`, mode 0600, synced to disk.
  ///
  /// - Throws: ``KeyFileError`` when the file exists or cannot be written. A key is never replaced by accident.
  public func write(toNewFile path: String) throws { try Self.file.write(lines, toNewFile: path) }

  /// Puts the ring in the place of the key file at `path`, whole or not at all, with the owner and mode that it has.
  ///
  /// - Throws: ``KeyFileError`` when it cannot be written; the old file is then as it was.
  public func replace(file path: String) throws { try Self.file.replace(path, with: lines) }
}
