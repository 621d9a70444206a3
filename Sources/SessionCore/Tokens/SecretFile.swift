import Glibc

/// Why a key file cannot be used. The message names the file and says what to do; it never holds the key.
public struct KeyFileError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and what mends it, in one sentence.
  public let description: String
}

/// A file of secrets, a line each: a heading that says what it is, then words. Only its owner, and a group that reads,
/// may have access.
struct SecretFile {
  /// What the file is called in errors: `key`.
  let name: String
  /// What every line begins with: `rollcall-key-1`.
  let heading: String
  /// What to do when it is not there.
  let remedy: String

  /// No file that was written here is as long.
  private static var maximumBytes: Int { 8192 }

  /// Reads the file at `path`, line by line.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - take: is given the words of each line after its heading; false when they cannot be.
  /// - Throws: ``KeyFileError`` when the file is missing, cannot be read, may be read by everybody, or is another file.
  func read(_ path: String, _ take: (inout Words) -> Bool) throws {
    let text = try Self.text(path, name: name, remedy: remedy)
    var start = text.startIndex
    var isAny = false
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
      if start < end {
        var words = Words(rest: text[start..<end])
        guard let first = words.next(), first.elementsEqual(heading.utf8), take(&words) else { throw isNone(path) }
        isAny = true
      }
      start = end + 1
    }
    guard isAny else { throw isNone(path) }
  }

  /// The words of a line, one after another. Not a list of lists: each check of a session reads a key, and would pay for
  /// making up what such lists are.
  struct Words {
    fileprivate var rest: ArraySlice<UInt8>

    /// The next one; nil at the end.
    mutating func next() -> ArraySlice<UInt8>? {
      while rest.first == 0x20 { rest.removeFirst() }
      guard !rest.isEmpty else { return nil }
      let end = rest.firstIndex(of: 0x20) ?? rest.endIndex
      defer { rest = rest[end...] }
      return rest[..<end]
    }
  }

  /// Reads what is in a file of secrets, whatever it is.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - name: what the file is called in errors.
  ///   - remedy: what to do when it is not there.
  /// - Returns: its bytes, as far as such a file may be long.
  /// - Throws: ``KeyFileError`` when the file is missing, cannot be read, may be read by everybody, or is no plain file.
  static func text(_ path: String, name: String, remedy: String) throws(KeyFileError) -> ArraySlice<UInt8> {
    // Without O_NONBLOCK a pipe of that name would be waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else {
      let missing = errno == ENOENT
      throw KeyFileError(
        description: missing
          ? "The \(name) file \(path) is missing: \(remedy)."
          : """
          The \(name) file \(path) cannot be read: give the program's user read permission (mode 0600, or 0640 by \
          group).
          """)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw KeyFileError(description: "The \(name) file \(path) is not a plain file.")
    }
    guard status.st_mode & 0o037 == 0 else {
      throw KeyFileError(description: "The \(name) file \(path) is open to others: run 'chmod 0640 \(path)' (or 0600).")
    }
    var buffer = [UInt8](repeating: 0, count: maximumBytes)
    let count = max(0, Glibc.read(file, &buffer, buffer.count))
    return buffer[..<count]
  }

  /// The error of a file that is none of these.
  func isNone(_ path: String) -> KeyFileError {
    KeyFileError(description: "The file \(path) is not a Rollcall \(name): restore it from your backup.")
  }

  /// Writes lines of words to a new file at `path`, mode 0600, synced to disk.
  ///
  /// - Throws: ``KeyFileError`` when the file exists or cannot be written. A secret is never replaced by accident.
  func write(_ lines: [[String]], toNewFile path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw KeyFileError(
        description: errno == EEXIST
          ? "The \(name) file \(path) exists already and is left as it is."
          : "The \(name) file \(path) cannot be written: check that its directory exists and is yours.")
    }
    defer { close(file) }
    let bytes = Array(lines.map { ([heading] + $0).joined(separator: " ") + "\n" }.joined().utf8)
    guard Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      unlink(path)
      throw KeyFileError(description: "The \(name) file \(path) could not be written whole: is the disk full?")
    }
  }

  /// Puts lines of words in the place of the file at `path`, whole or not at all, with the owner and mode that it has.
  ///
  /// - Throws: ``KeyFileError`` when it cannot be written; the old file is then as it was.
  func replace(_ path: String, with lines: [[String]]) throws {
    let new = path + ".new"
    // What broke off earlier left a file behind that was never in use.
    unlink(new)
    try write(lines, toNewFile: new)
    var status = stat()
    guard stat(path, &status) == 0, chown(new, status.st_uid, status.st_gid) == 0,
      chmod(new, status.st_mode & 0o777) == 0, rename(new, path) == 0
    else {
      unlink(new)
      throw KeyFileError(
        description: "The \(name) file \(path) cannot be replaced: run this as its owner, or as root. It is as it was.")
    }
    let directory = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let handle = open(directory.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : directory, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }
}
