import CProcess
import Glibc

/// Signals that ask this program to leave, held back while it has something to tidy up. Held before any other thread is
/// there: threads that come later hold back what this one does.
enum HeldSignals {
  /// Somebody has asked meanwhile. What is thrown tidies up on its way; the signal itself comes once it is let through.
  struct Asked: Error {}

  private static let numbers = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  private static var all: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }

  /// Holds them back.
  static func hold() {
    var set = all
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Lets them through: those that came meanwhile come now.
  static func release() {
    var set = all
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Whether one has come meanwhile.
  static var isAsked: Bool {
    var set = sigset_t()
    guard sigpending(&set) == 0 else { return false }
    return numbers.contains { sigismember(&set, $0) == 1 }
  }

  /// - Throws: ``Asked`` when one has come meanwhile.
  static func check() throws(Asked) { if isAsked { throw Asked() } }

  /// A descriptor that can be read when one has come; -1 when there is none.
  static func descriptor() -> Int32 {
    var set = all
    return rollcall_signals_to_read(&set)
  }
}
