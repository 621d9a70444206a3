import CFastCGI
import Glibc

/// Waits for what may come: a connection at the socket that all workers share, a further request on one that the web server
/// keeps open, a signal that asks for an end.
struct Arrivals {
  /// Where the web server connects to (FastCGI 1.0, section 2.2).
  static let listener: Int32 = 0
  /// How long a connection that the web server keeps open may stay silent while somebody else waits, in milliseconds. The
  /// web server's next request may be on its way.
  private static let courtesy: Int32 = 20

  private let signals: Int32
  private let set: Int32

  init() {
    let endings = sigset_t(of: Supervisor.endings)
    signals = withUnsafePointer(to: endings) { rollcall_signal_descriptor($0) }
    set = rollcall_wait_set()
    // One connection wakes one worker, and not all of them.
    _ = rollcall_wait_set_add(set, Self.listener, 1)
    _ = rollcall_wait_set_add(set, signals, 0)
  }

  /// Waits for a connection; false when an end is asked for.
  func wait() -> Bool {
    while true {
      let outcome = rollcall_wait_set_wait(set, Self.listener)
      if outcome >= 0 { return outcome == 1 }
      guard errno == EINTR else { return false }
    }
  }

  /// Waits for the next request on an open connection; false when it is to be closed: an end is asked for, or others wait
  /// while it is silent.
  func wait(for connection: FastCGIConnection) -> Bool {
    var all = [pollfd(connection.descriptor), pollfd(signals), pollfd(Self.listener)]
    while poll(&all, 3, -1) < 0, errno == EINTR {}
    if all[0].revents != 0 { return true }
    return poll(&all, 1, Self.courtesy) > 0
  }

  /// Whether an end is asked for or somebody waits to be connected.
  var isWaiting: Bool {
    var all = [pollfd(signals), pollfd(Self.listener)]
    return poll(&all, 2, 0) > 0
  }
}

extension pollfd {
  /// Waits for something to read.
  fileprivate init(_ descriptor: Int32) { self.init(fd: descriptor, events: Int16(POLLIN), revents: 0) }
}
