import Glibc
import SessionCore
import Synchronization

/// The programs that run for somebody who waits for what they say. None is left when that somebody goes.
final class ChildProcesses: Sendable {
  private struct State {
    var running: Set<pid_t> = []
    var isStopped = false
  }

  private let state = Mutex(State())

  /// Starts one, unless they were stopped.
  ///
  /// - Throws: what `start` throws; ``CommandFailure`` once they were stopped.
  func add<Child>(_ start: () throws -> (pid: pid_t, Child)) throws -> (pid: pid_t, Child) {
    try state.withLock { state in
      guard !state.isStopped else {
        throw CommandFailure(.refused, Phrase("It was stopped.", "已停止。"))
      }
      let child = try start()
      state.running.insert(child.pid)
      return child
    }
  }

  /// Whether one is at its end. Its number is somebody else's from then on.
  func isOver(_ child: pid_t) -> Bool {
    state.withLock { state in
      var status: Int32 = 0
      let found = waitpid(child, &status, WNOHANG)
      guard found == child || (found < 0 && errno != EINTR) else { return false }
      state.running.remove(child)
      return true
    }
  }

  /// Ends one with all that it started.
  func kill(_ child: pid_t) { state.withLock { if $0.running.contains(child) { Glibc.kill(-child, SIGKILL) } } }

  /// Ends all of them, and lets no more begin.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      for child in state.running { Glibc.kill(-child, SIGKILL) }
    }
  }
}
