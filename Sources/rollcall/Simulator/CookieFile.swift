import Glibc
import SessionCore

/// A file with one cookie, as a header's line: `curl -H @FILE` sends it. Whoever reads it is logged in.
struct CookieFile {
  private let file: PrivateFile
  private static let heading = "Cookie: \(Visit.cookieName)="

  /// Makes a new file, still empty.
  ///
  /// - Throws: ``CommandFailure`` when it is there already or cannot be made.
  init(newAt path: String) throws { file = try PrivateFile(newAt: path, isRemovedIfEmpty: true) }

  /// Writes the cookie.
  ///
  /// - Throws: ``CommandFailure`` when the file cannot be written.
  func keep(_ token: Token) throws {
    try file.write(Self.heading + token.text + "\n")
    try file.flush()
  }

  /// Reads the cookie of the file at `path`.
  ///
  /// - Throws: ``CommandFailure`` when there is none, it is open to others, or holds no cookie.
  static func read(_ path: String) throws -> Token {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      throw CommandFailure(
        .refused,
        Phrase(
          "The cookie file \(path) cannot be read: 'rollcall simulate login --keep-cookie \(path)' makes one.",
          "无法读取 Cookie 文件 \(path)：请用“rollcall simulate login --keep-cookie \(path)”创建。"))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw CommandFailure(
        .refused,
        Phrase(
          "The cookie file \(path) is open to others: run 'chmod 0600 \(path)'.",
          "Cookie 文件 \(path) 对他人开放：请运行“chmod 0600 \(path)”。"))
    }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = max(0, Glibc.read(descriptor, &buffer, buffer.count))
    let line = buffer[..<count].prefix { $0 != 0x0A }
    guard line.starts(with: heading.utf8), let token = Token(text: Array(line.dropFirst(heading.utf8.count))) else {
      throw CommandFailure(
        .refused, Phrase("The file \(path) holds no cookie of Rollcall.", "文件 \(path) 中没有 Rollcall 的 Cookie。"))
    }
    return token
  }

  /// Removes the file of a cookie that is worth nothing any more.
  static func remove(_ path: String) { unlink(path) }
}
