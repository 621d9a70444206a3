import CNcurses
import Glibc

/// Signals from outside, as bytes in a pipe that can be waited for together with the keyboard.
struct Signals: ~Copyable {
  /// Those that are watched: leave, stop, go on, another size.
  static let watched = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH]

  /// Readable when a signal has come.
  let file: Int32
  private let input: Int32
  private var before: [(number: Int32, action: sigaction)] = []

  /// Watches from now on; nil when the system has no pipe left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (file, input) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    for number in Self.watched {
      var action = sigaction()
      rollcall_catch_signal(number, input, &action)
      before.append((number, action))
    }
  }

  /// The signals that have come since the last call, in their order.
  func read() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? bytes[..<count].map(Int32.init) : []
  }

  /// Stops this program and those it was started with, as ^Z does, until somebody lets it go on. Returns at once where
  /// nobody could (POSIX: an orphaned process group is not stopped).
  func stop() {
    var action = sigaction()
    rollcall_default_signal(SIGTSTP)
    kill(0, SIGTSTP)
    rollcall_catch_signal(SIGTSTP, input, &action)
  }

  /// Puts everything back as it was.
  mutating func close() {
    for (number, var action) in before { sigaction(number, &action, nil) }
    before = []
    Glibc.close(file)
    Glibc.close(input)
  }
}
