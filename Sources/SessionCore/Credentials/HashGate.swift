import Glibc

/// Bounds how many passwords are hashed at once over all programs on this machine, so that a burst of logins can neither
/// exhaust its memory nor starve what else it does.
///
/// A slot is one byte of a file, locked while a hash is made. The kernel gives the lock back whatever becomes of the
/// process, and a lock belongs to the opening and not to the process, so threads take turns as well.
public struct HashGate: Sendable {
  /// The file whose bytes are locked. It holds nothing.
  public let path: String
  /// How many hashes may be made at once; nil for one a processor: more would take memory and be no faster.
  public let slots: Int?
  /// How long to stand in line at the most.
  public let patience: Interval

  /// A gate over the file at `path`, which is made when it is missing.
  public init(path: String, slots: Int? = nil, patience: Interval = .seconds(10)) {
    self.path = path
    self.slots = slots
    self.patience = patience
  }

  /// Runs `body` while holding a slot.
  ///
  /// - Throws: ``HashGateError``, and what `body` throws.
  @discardableResult
  public func withSlot<Result>(_ body: () throws -> Result) throws -> Result {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600)
    guard file >= 0 else { throw HashGateError.unusable(path) }
    // Closing gives the lock back.
    defer { close(file) }
    try takeSlot(of: file)
    return try body()
  }

  /// F_OFD_SETLK of Linux, which Glibc's module leaves out.
  private static let setLockOfOpening: Int32 = 37

  private func takeSlot(of file: Int32) throws {
    let slots = self.slots ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    // Everybody begins somewhere else, or all would try the first slot first.
    let first = Int(getpid()) % slots
    var waited = Interval(milliseconds: 0)
    while true {
      for offset in 0..<slots {
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = off_t((first + offset) % slots)
        lock.l_len = 1
        if fcntl(file, Self.setLockOfOpening, &lock) == 0 { return }
        guard errno == EAGAIN || errno == EACCES || errno == EINTR else { throw HashGateError.unusable(path) }
      }
      // The kernel could wait for one slot, but not for whichever is free first, nor for a while only.
      guard waited < patience else { throw HashGateError.full }
      usleep(5000)
      waited.milliseconds += 5
    }
  }
}

/// Why no password could be hashed.
public enum HashGateError: Error, Hashable {
  /// All slots stayed taken: the machine is busy with other logins.
  case full
  /// The file cannot be opened or locked.
  case unusable(String)
}
