import Glibc
import SQLiteEngine
import SessionCore

/// A database's copy in a file of its own: there whole, or not there.
struct DatabaseCopy {
  let path: String
  /// Whether a file that is there already is replaced.
  var isReplacing = false
  /// Whether the copy must be in order. What is kept of a damaged database need not be.
  var isChecked = true

  /// Copies what `source` is at this moment into a new file, readable by its owner alone.
  ///
  /// - Returns: the copy's size in bytes.
  /// - Throws: ``CommandFailure``, ``SessionCore/StoreError``. No file is left behind then.
  func write(_ source: SQLiteConnection) throws -> Int64 {
    let temporary = "\(path).part-\(getpid())"
    Files.remove(temporary)
    defer { Files.remove(temporary) }
    try fill(temporary, source)
    try Files.sync(temporary)
    let size = Files.status(of: temporary).map { Int64($0.st_size) } ?? 0
    try put(temporary)
    return size
  }

  private func fill(_ temporary: String, _ source: SQLiteConnection) throws {
    let copy = try SQLiteConnection(path: temporary, mode: .create)
    let progress = CopyProgress(path)
    defer { progress.end() }
    let disk = SteadyWriting(temporary)
    try source.copy(to: copy, isNew: true) {
      disk.pause()
      progress.show($0, of: $1)
    }
    // One file, which can be read where nothing can be written.
    try copy.run("PRAGMA journal_mode=DELETE", [])
    guard try !isChecked || copy.isWhole() else {
      throw CommandFailure(
        .unavailable,
        Phrase(
          "The copy of \(source.path) is not in order, so the database is damaged: run 'rollcall doctor --deep'.",
          "\(source.path) 的副本不完整，说明数据库已损坏：请运行“rollcall doctor --deep”。"))
    }
  }

  private func put(_ temporary: String) throws {
    if isReplacing || (link(temporary, path) != 0 && errno != EEXIST && !Files.exists(path)) {
      guard rename(temporary, path) == 0 else { throw Files.failure(path) }
    } else if !Files.isSame(temporary, path) {
      throw Self.exists(path)
    }
    try Files.sync(Files.directory(of: path))
  }

  /// Why nothing is written over.
  static func exists(_ path: String) -> CommandFailure {
    CommandFailure(
      .refused,
      Phrase(
        "There is a file \(path) already: name another, or give --force to replace it.",
        "文件 \(path) 已存在：请另取名称，或用 --force 覆盖。"))
  }
}

/// How far a copy is, on a terminal.
final class CopyProgress {
  private let name: String
  private var percent = -1

  init(_ path: String) { name = path.split(separator: "/").last.map(String.init) ?? path }

  func show(_ copied: Int, of total: Int) {
    let now = total == 0 ? 100 : copied * 100 / total
    guard Narration.isWatched, now != percent else { return }
    percent = now
    Narration.rewrite("\(name)  \(now) %")
  }

  func end() { if percent >= 0 { Narration.rewrite("") } }
}
