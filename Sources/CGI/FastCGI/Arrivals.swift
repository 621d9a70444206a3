import CFastCGI

/// Waits for what may come to a worker.
struct Arrivals {
  /// What has come.
  enum Arrival {
    /// Somebody wants to be connected.
    case connection
    /// Something has come on an open connection; its descriptor.
    case message(Int32)
    /// An end is asked for.
    case end
    /// Nothing, for as long as was waited.
    case silence
  }

  /// Where web servers connect to (FastCGI 1.0, section 2.2).
  static let listener: Int32 = 0

  private let signals: Int32
  private let set: Int32

  init() {
    let endings = sigset_t(of: Supervisor.endings)
    signals = withUnsafePointer(to: endings) { rollcall_signal_descriptor($0) }
    set = rollcall_wait_set()
    // One connection wakes one worker, and not all of them.
    _ = rollcall_wait_set_add(set, Self.listener, 1, 0)
    _ = rollcall_wait_set_add(set, signals, 0, 0)
  }

  /// Waits for what comes on a connection as well, until that is closed. What has come is told once: a part of a request may
  /// lie there for a while.
  func add(_ descriptor: Int32) { _ = rollcall_wait_set_add(set, descriptor, 0, 1) }

  /// Waits from now on for nothing but requests on open connections.
  func closeDoor() {
    for descriptor in [Self.listener, signals] { _ = rollcall_wait_set_remove(set, descriptor) }
  }

  /// Waits for what comes next, up to `milliseconds`; nil waits for ever.
  func next(within milliseconds: Int32? = nil) -> Arrival {
    switch rollcall_wait_set_wait(set, milliseconds ?? -1) {
    case Self.listener: .connection
    case signals: .end
    case let descriptor where descriptor > 0: .message(descriptor)
    // Without a limit it is no silence but a set that cannot be waited for.
    default: milliseconds == nil ? .end : .silence
    }
  }
}
