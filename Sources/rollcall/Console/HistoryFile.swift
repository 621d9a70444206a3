import Console
import Glibc
import SessionCore

extension Configuration {
  /// Whether what is typed in filters is kept.
  var keepsHistory: Bool {
    guard let text = self[.history], case .success(let value) = Setting.history.checked(text) else { return true }
    return value == "1"
  }
}

/// The file in which what was typed is kept for the next time. It names users and addresses: nobody but its owner reads
/// it, and where it cannot be had in private there is none.
struct HistoryFile {
  let path: String

  /// More than ``Console/TypingHistory`` holds: the file is written anew when it grows beyond it.
  private static let largest = 64 * 1024

  /// The file of this user, by the XDG base directory specification; nil without a home of their own, as under sudo.
  init?(environment: (String) -> String? = DatabaseOptions.environment) {
    let named = environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let home = environment("HOME"), home.hasPrefix("/"), let status = Files.status(of: named ?? home),
      status.st_uid == geteuid()
    else {
      // A directory of that name alone may yet have to be made.
      guard let named, Files.status(of: named) == nil else { return nil }
      path = named + "/rollcall/history"
      return
    }
    path = (named ?? home + "/.local/state") + "/rollcall/history"
  }

  /// What was kept; nothing when there is none, or when it is not this user's own.
  func read() -> TypingHistory {
    guard let text = text() else { return TypingHistory() }
    let history = TypingHistory(lines: text.split(separator: "\n").map(String.init))
    if text.utf8.count > Self.largest / 2 { rewrite(history) }
    return history
  }

  /// Adds a line. What cannot be kept is not: nobody's work waits for it.
  func add(_ line: String) {
    makeDirectory()
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    guard isOwn(file) else { return }
    let bytes = Array((line + "\n").utf8)
    _ = write(file, bytes, bytes.count)
  }

  private func text() -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard isOwn(file) else { return nil }
    var bytes = [UInt8](repeating: 0, count: Self.largest)
    let end = lseek(file, 0, SEEK_END)
    // The newest stands at the end.
    lseek(file, max(0, end - off_t(bytes.count)), SEEK_SET)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }

  /// Whether it is a plain file of this user's, closed to others from now on.
  private func isOwn(_ file: Int32) -> Bool {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else {
      return false
    }
    return status.st_mode & 0o077 == 0 || fchmod(file, 0o600) == 0
  }

  private func rewrite(_ history: TypingHistory) {
    let new = path + ".new"
    unlink(new)
    let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    let bytes = Array(history.lines.map { $0 + "\n" }.joined().utf8)
    let isWhole = write(file, bytes, bytes.count) == bytes.count
    close(file)
    if !isWhole || rename(new, path) != 0 { unlink(new) }
  }

  private func makeDirectory() {
    for (index, character) in path.enumerated() where character == "/" && index > 0 {
      mkdir(String(path.prefix(index)), 0o700)
    }
  }
}
