import Glibc

/// A directory for one test, gone with its last reference.
public final class TemporaryDirectory: Sendable {
  /// Where it is.
  public let path: String

  /// Makes a new empty directory that only this user may enter.
  public init() throws { path = try Self.make() }

  /// Makes a directory that somebody else removes.
  ///
  /// - Parameter name: how its name begins.
  /// - Returns: its path.
  /// - Throws: ``Errno``.
  static func make(_ name: String = "rollcall-test") throws -> String {
    var template = Array("/tmp/\(name).\(String(repeating: "X", count: 6))".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(number: errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove(path) }

  /// The path of a file in it.
  public func file(_ name: String) -> String { path + "/" + name }

  private func remove(_ path: String) {
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        guard name != ".", name != ".." else { continue }
        if entry.pointee.d_type == DT_DIR { remove(path + "/" + name) } else { unlink(path + "/" + name) }
      }
      closedir(directory)
    }
    rmdir(path)
  }

  /// A system call that failed.
  public struct Errno: Error { let number: Int32 }
}
