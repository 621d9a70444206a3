import Glibc

/// A small file of the operator's, such as a page's header or a colour scheme: read whole, or not at all.
public enum PlainFile {
  /// Reads the file at `path`. What is no plain file is not waited for.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - limit: the most that it may hold, in bytes.
  ///   - followsLinks: whether it may be a link to a file. Where what is read is shown to everybody, whoever may put files
  ///     there could have another one shown: the key, for one.
  /// - Returns: what is in it.
  /// - Throws: ``PlainFileError``.
  public static func read(_ path: String, atMost limit: Int, followsLinks: Bool = true) throws(PlainFileError)
    -> [UInt8]
  {
    // Without O_NONBLOCK a pipe of that name would be waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
    guard file >= 0 else {
      if errno == ELOOP { throw PlainFileError(.link, path) }
      throw PlainFileError(isThere(path) ? .unreadable : .missing, path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw PlainFileError(.notPlain, path) }
    guard followsLinks || status.st_nlink == 1 else { throw PlainFileError(.link, path) }
    guard status.st_mode & 0o002 == 0 else { throw PlainFileError(.writable, path) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(limit + 1, 16_384))
    while bytes.count <= limit {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw PlainFileError(.unreadable, path) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
    throw PlainFileError(.tooLarge(limit), path)
  }

  /// Makes sure that `path` is a directory whose files nobody but its owner and group puts there.
  ///
  /// - Throws: ``PlainFileError``.
  public static func checkDirectory(_ path: String) throws(PlainFileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw PlainFileError(isThere(path) ? .unreadable : .missing, path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw PlainFileError(.noDirectory, path) }
    guard status.st_mode & 0o002 == 0 else { throw PlainFileError(.writable, path) }
  }

  /// Whether anything of that name is there, if only a link that leads nowhere.
  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 || errno != ENOENT && errno != ENOTDIR
  }
}

/// Why a file is not read, in one sentence that says what mends it.
public struct PlainFileError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// This program's user may not read it, or it is a link that leads nowhere.
    case unreadable
    /// It is a link, where none is followed, or one that leads back to itself.
    case link
    /// It is a directory, a pipe or the like.
    case notPlain
    /// It is no directory.
    case noDirectory
    /// Everybody may change it.
    case writable
    /// It holds more than so many bytes.
    case tooLarge(Int)
  }

  /// What is wrong.
  public let reason: Reason
  /// The file.
  public let path: String

  init(_ reason: Reason, _ path: String) {
    self.reason = reason
    self.path = path
  }

  /// The sentence.
  public var description: String {
    switch reason {
    case .missing: "\(path): there is no such file or directory."
    case .noDirectory: "\(path): it is not a directory."
    case .unreadable:
      "\(path): it cannot be read: give the web server's user permission to read it and to enter its directory."
    case .link: "\(path): it is a link: put the file itself in its place."
    case .notPlain: "\(path): it is not a plain file: put one in its place."
    case .writable: "\(path): everybody can change it: run 'chmod o-w \(path)'."
    case .tooLarge(let limit): "\(path): it is larger than \(limit / 1024) KiB: make it smaller."
    }
  }
}
