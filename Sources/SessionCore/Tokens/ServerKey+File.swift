import Glibc

/// Why a key file cannot be used. The message names the file and says what to do; it never holds the key.
public struct KeyFileError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what mends it, in one sentence.
  public let description: String
}

extension ServerKey {
  private static var heading: String { "rollcall-key-1 " }

  /// Reads the key file at `path`: one line, `rollcall-key-1` and 32 bytes in base64url.
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
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = max(0, read(file, &buffer, buffer.count))
    let line = buffer[..<count].split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false).first ?? []
    guard line.starts(with: Self.heading.utf8),
      let bytes = Base64URL.decode(Array(line.dropFirst(Self.heading.utf8.count))), let key = ServerKey(bytes: bytes)
    else {
      throw KeyFileError(description: "The file \(path) is not a Rollcall key: restore it from your backup.")
    }
    self = key
  }

  /// Writes the key to a new file at `path`, mode 0600, synced to disk.
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
    let line = Array((Self.heading + Base64URL.encode(bytes) + "\n").utf8)
    guard Glibc.write(file, line, line.count) == line.count, fsync(file) == 0 else {
      unlink(path)
      throw KeyFileError(description: "The key file \(path) could not be written whole: is the disk full?")
    }
  }
}
