import Glibc

/// A file as it was when it was read: whether it is still the same is found out by looking at its entry alone.
struct WatchedFile {
  /// What would be a change.
  enum Aspect {
    /// Another file is in its place, or none. What is written to it, whoever has it open sees for himself.
    case place
    /// That, and any writing to it, or another owner or mode.
    case content
  }

  private let path: String
  private let aspect: Aspect
  private let state: State?

  /// Looks at the file at `path`, which need not be there.
  init(_ path: String, _ aspect: Aspect) {
    self.path = path
    self.aspect = aspect
    self.state = State(of: path, aspect)
  }

  /// Whether it is as it was.
  var isUnchanged: Bool { State(of: path, aspect) == state }

  private struct State: Equatable {
    let device: dev_t
    let number: ino_t
    var size: off_t = 0
    var seconds = 0
    var nanoseconds = 0

    init?(of path: String, _ aspect: Aspect) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = status.st_dev
      number = status.st_ino
      guard aspect == .content else { return }
      size = status.st_size
      // The change time moves with the modification time, and with owner and mode; nobody can set it.
      seconds = status.st_ctim.tv_sec
      nanoseconds = status.st_ctim.tv_nsec
    }
  }
}
