import Glibc

/// Keeps SIGINT, SIGTERM and SIGHUP waiting, so that a batch is finished first.
struct StopSignals: ~Copyable {
  private let before: sigset_t
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  init() {
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    for number in Self.numbers { sigaddset(&held, number) }
    sigprocmask(SIG_BLOCK, &held, &before)
    self.before = before
  }

  /// Lets what has waited take its effect: whoever started this program sees that it ended by the signal.
  deinit {
    fflush(nil)
    // A shell starts what runs behind it with these ignored: it must see the end all the same.
    var pending = sigset_t()
    sigpending(&pending)
    for number in Self.numbers where sigismember(&pending, number) == 1 { signal(number, SIG_DFL) }
    var before = before
    sigprocmask(SIG_SETMASK, &before, nil)
  }

  /// Whether one of them waits.
  static func isAsked() -> Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return numbers.contains { sigismember(&pending, $0) == 1 }
  }
}
