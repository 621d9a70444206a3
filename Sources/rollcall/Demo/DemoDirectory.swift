import Glibc
import SessionCore

/// A directory for a demonstration's files, which goes when the program does.
///
/// A program that is killed cannot tidy up. So each holds a lock on its directory for as long as it lives, and the next
/// one removes those of its user that nobody holds. All of it by descriptors: whoever puts something else in a
/// directory's place loses nothing, and gains nothing.
final class DemoDirectory: Sendable {
  let path: String
  private let parent: Int32
  private let folder: Folder

  private static let prefix = "rollcall-demo-"

  /// Makes a directory that its owner alone may enter, once the abandoned ones are gone.
  ///
  /// - Throws: ``CommandFailure`` when there is no place for one.
  init() throws {
    let named = DatabaseOptions.environment("TMPDIR") ?? "/tmp"
    let place = named.count > 1 && named.hasSuffix("/") ? String(named.dropLast()) : named
    let parent = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    var isMade = false
    defer { if !isMade { close(parent) } }
    guard parent >= 0 else { throw Self.noDirectory(place) }
    guard Self.isSafe(parent) else { throw Self.notSafe(place) }
    Self.tidy(parent)
    var template = Array((place + "/" + Self.prefix + String(repeating: "X", count: 6)).utf8CString)
    guard mkdtemp(&template) != nil else { throw Self.noDirectory(place) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let name = String(path.dropFirst(place.utf8.count + 1))
    guard let folder = Folder(name, in: parent, makesLock: true) else {
      unlinkat(parent, name, AT_REMOVEDIR)
      throw Files.failure(path)
    }
    (self.parent, self.folder, isMade) = (parent, folder, true)
  }

  deinit {
    folder.remove(from: parent)
    close(parent)
  }

  /// The path of a file in it.
  func file(_ name: String) -> String { path + "/" + name }

  /// Removes what is in it, but for the lock.
  func empty() { folder.empty() }

  /// Whether nobody else can put something else in the place of what is ours: the directory is ours or the system's, and
  /// where others may write into it, each may remove their own alone.
  private static func isSafe(_ parent: Int32) -> Bool {
    var status = stat()
    guard fstat(parent, &status) == 0, status.st_uid == 0 || status.st_uid == geteuid() else { return false }
    let isOpen = status.st_mode & 0o002 != 0 || (status.st_mode & 0o020 != 0 && status.st_gid != getegid())
    return !isOpen || status.st_mode & S_ISVTX != 0
  }

  /// Removes the directories of programs that were killed. What is another user's, a link, locked, or none of ours is left
  /// alone.
  private static func tidy(_ parent: Int32) {
    for name in Folder.names(in: parent)
    where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
      Folder(name, in: parent, makesLock: false)?.remove(from: parent)
    }
  }

  private static func noDirectory(_ place: String) -> CommandFailure {
    CommandFailure(
      .refused,
      Phrase(
        "No directory can be made in \(place): set TMPDIR to one that you may write.",
        "无法在 \(place) 中创建目录：请将 TMPDIR 设为可写的目录。"))
  }

  private static func notSafe(_ place: String) -> CommandFailure {
    CommandFailure(
      .refused,
      Phrase(
        "Others may replace what is in \(place): set TMPDIR to a directory of your own.",
        "他人可以替换 \(place) 中的内容：请将 TMPDIR 设为你自己的目录。"))
  }
}

/// A demonstration's directory that is open and locked: nobody else has it.
private final class Folder: Sendable {
  private let name: String
  private let folder: Int32
  private let lock: Int32

  private static let lockName = "lock"
  private static let filePrefix = "demo-"

  /// Opens the directory of a name, if it is ours, no link, and not locked.
  init?(_ name: String, in parent: Int32, makesLock: Bool) {
    let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    var status = stat()
    guard fstat(folder, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else {
      close(folder)
      return nil
    }
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | (makesLock ? O_CREAT | O_EXCL : 0)
    let lock = openat(folder, Self.lockName, flags, 0o600)
    // The lock is an empty file: one that is not is somebody's own.
    guard lock >= 0, fstat(lock, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == 0,
      flock(lock, LOCK_EX | LOCK_NB) == 0
    else {
      if lock >= 0 { close(lock) }
      close(folder)
      return nil
    }
    (self.name, self.folder, self.lock) = (name, folder, lock)
  }

  deinit {
    close(lock)
    close(folder)
  }

  /// Removes the databases in it.
  func empty() {
    for name in Self.names(in: folder) where name.hasPrefix(Self.filePrefix) { unlinkat(folder, name, 0) }
  }

  /// Removes it, the lock last: whoever looks meanwhile still finds it locked. Files that are none of ours stay, and the
  /// directory with them.
  func remove(from parent: Int32) {
    empty()
    unlinkat(folder, Self.lockName, 0)
    unlinkat(parent, name, AT_REMOVEDIR)
  }

  static func names(in directory: Int32) -> [String] {
    let copy = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let directory = fdopendir(copy) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
