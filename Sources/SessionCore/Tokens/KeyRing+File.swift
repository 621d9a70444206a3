import Glibc

/// Why a key file cannot be used. The message names the file and says what to do; it never holds the key.
public struct KeyFileError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what mends it, in one sentence.
  public let description: String
}

extension KeyRing {
  private static var heading: String { "rollcall-key-1 " }
  /// No ring that was written here is as long.
  private static var maximumBytes: Int { 4096 }

  /// Reads the key file at `path`: a line `rollcall-key-1` and 32 bytes in base64url for each key, the current one first;
  /// after a key that was replaced, the moment until which it is accepted, in milliseconds since 1970.
  ///
  /// - Throws: ``KeyFileError`` when the file is missing, cannot be read, may be read by everybody, or is no key file.
  public init(file path: String) throws {
    // Without O_NONBLOCK a pipe of that name would be waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else {
      let missing = errno == ENOENT
      throw KeyFileError(
        description: missing
          ? "The key file \(path) is missing: restore it from your backup, or run 'rollcall setup' for a new site."
          : "The key file \(path) cannot be read: give the program's user read permission (mode 0600, or 0640 by group)."
      )
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw KeyFileError(description: "The key file \(path) is not a plain file.")
    }
    guard status.st_mode & 0o037 == 0 else {
      throw KeyFileError(description: "The key file \(path) is open to others: run 'chmod 0640 \(path)' (or 0600).")
    }
    var buffer = [UInt8](repeating: 0, count: Self.maximumBytes)
    let count = max(0, read(file, &buffer, buffer.count))
    guard let ring = KeyRing(lines: buffer[..<count]) else {
      throw KeyFileError(description: "The file \(path) is not a Rollcall key: restore it from your backup.")
    }
    self = ring
  }

  private init?(lines: ArraySlice<UInt8>) {
    var current: ServerKey?
    var former: [Former] = []
    for line in lines.split(separator: 0x0A) {
      guard line.starts(with: Self.heading.utf8) else { return nil }
      let words = line.dropFirst(Self.heading.utf8.count).split(separator: 0x20)
      guard let first = words.first, let bytes = Base64URL.decode(Array(first)), let key = ServerKey(bytes: bytes)
      else { return nil }
      if current == nil {
        guard words.count == 1 else { return nil }
        current = key
      } else {
        guard words.count == 2, let until = Int64(String(decoding: words[1], as: UTF8.self)) else { return nil }
        former.append(Former(key: key, until: Timestamp(milliseconds: until)))
      }
    }
    guard let current else { return nil }
    self.init(current: current, former: former)
  }

  private var text: String {
    let lines =
      [Base64URL.encode(current.bytes)] + former.map { "\(Base64URL.encode($0.key.bytes)) \($0.until.milliseconds)" }
    return lines.map { Self.heading + $0 + "\n" }.joined()
  }

  /// Writes the ring to a new file at `path`, mode 0600, synced to disk.
  ///
  /// - Throws: ``KeyFileError`` when the file exists or cannot be written. A key is never replaced by accident.
  public func write(toNewFile path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw KeyFileError(
        description: errno == EEXIST
          ? "The key file \(path) exists already and is left as it is."
          : "The key file \(path) cannot be written: check that its directory exists and is yours.")
    }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      unlink(path)
      throw KeyFileError(description: "The key file \(path) could not be written whole: is the disk full?")
    }
  }

  /// Puts the ring in the place of the key file at `path`, whole or not at all, with the owner and mode that it has.
  ///
  /// - Throws: ``KeyFileError`` when it cannot be written; the old file is then as it was.
  public func replace(file path: String) throws {
    let new = path + ".new"
    // What a rotation that broke off left behind was never in use.
    unlink(new)
    try write(toNewFile: new)
    var status = stat()
    guard stat(path, &status) == 0, chown(new, status.st_uid, status.st_gid) == 0,
      chmod(new, status.st_mode & 0o777) == 0, rename(new, path) == 0
    else {
      unlink(new)
      throw KeyFileError(
        description: "The key file \(path) cannot be replaced: run this as its owner, or as root. It is as it was.")
    }
    let directory = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let handle = open(directory.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : directory, O_RDONLY | O_CLOEXEC)
    if handle >= 0 {
      fsync(handle)
      close(handle)
    }
  }
}
