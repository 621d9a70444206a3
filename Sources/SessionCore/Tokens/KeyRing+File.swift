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
    var current: ServerKey?
    var former: [Former] = []
    try Self.file.read(path) { words in
      guard let first = words.next(), let bytes = Base64URL.decode(Array(first)), let key = ServerKey(bytes: bytes)
      else { return false }
      let until = words.next()
      // The current key alone has no end.
      guard words.next() == nil, (until == nil) == (current == nil) else { return false }
      guard let until else {
        current = key
        return true
      }
      guard let end = Int64(String(decoding: until, as: UTF8.self)) else { return false }
      former.append(Former(key: key, until: Timestamp(milliseconds: end)))
      return true
    }
    guard let current else { throw Self.file.isNone(path) }
    self.init(current: current, former: former)
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
