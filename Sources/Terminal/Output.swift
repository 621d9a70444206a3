import Glibc

/// What goes to the terminal.
///
/// A line that is slower than we are, or that nobody reads any more, never holds the program up: what it does not take
/// waits here, while keys and signals are still heard.
@MainActor
final class Output {
  /// The terminal, opened for us alone where that may be: then writing never waits, and whoever shares standard output
  /// with us never learns of it.
  let file: Int32
  private let isOwn: Bool
  private var waiting: [UInt8] = []
  private var gathered: [UInt8]?

  init() {
    let own = open("/proc/self/fd/\(STDOUT_FILENO)", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    isOwn = own >= 0
    file = isOwn ? own : STDOUT_FILENO
  }

  /// Whether some of what was sent has not been taken yet.
  var isWaiting: Bool { !waiting.isEmpty }

  /// Sends bytes, now or as soon as the line takes them.
  func send(_ bytes: [UInt8]) {
    guard gathered == nil else {
      gathered? += bytes
      return
    }
    waiting += bytes
    push()
  }

  /// Runs what sends bytes, and gives them back instead.
  func gathering(_ body: () -> Void) -> [UInt8] {
    gathered = []
    body()
    defer { gathered = nil }
    return gathered ?? []
  }

  /// Writes as much as the line takes.
  func push() {
    var count = 0
    while count < waiting.count {
      let written = waiting[count...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written > 0 {
        count += written
      } else if errno == EAGAIN {
        break
      } else if errno != EINTR {
        // A terminal that is gone is found out when it is read.
        count = waiting.count
      }
    }
    waiting.removeFirst(count)
  }

  /// Waits until the line has taken all. When it takes nothing for so long, what it has not passed on is thrown away, so
  /// that what puts the terminal back has room.
  func drain(patienceMilliseconds: Int32) {
    while isWaiting {
      var poller = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
      let count = poll(&poller, 1, patienceMilliseconds)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return discard() }
      push()
    }
  }

  private func discard() {
    // A control sequence that was cut in the middle is broken off by CAN (ECMA-48, 8.3.6 and 5.4).
    waiting = [0x18]
    tcflush(file, TCOFLUSH)
    push()
    waiting = []
  }

  func close() {
    if isOwn { Glibc.close(file) }
  }
}
