import CNcurses
import Glibc

/// Takes down what is written to standard output, on its way there.
///
/// curses writes to the descriptor by itself and knows no other way. So for as long as it draws, a file in memory stands
/// there, and what is in it then goes where it belongs.
struct OutputCopy: ~Copyable {
  private let memory: Int32
  private let output: Int32

  /// Gets ready; nil when the system has no descriptor left.
  init?() {
    memory = rollcall_memory_file()
    output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard memory >= 0, output >= 0 else { return nil }
  }

  deinit {
    close(memory)
    close(output)
  }

  /// Runs `body`, and gives what it wrote to the terminal, and to the caller.
  func taking(_ body: () -> Void) -> [UInt8] {
    dup2(memory, STDOUT_FILENO)
    body()
    dup2(output, STDOUT_FILENO)
    let length = max(0, Int(lseek(memory, 0, SEEK_CUR)))
    var bytes = [UInt8](repeating: 0, count: length)
    let count = max(0, pread(memory, &bytes, length, 0))
    lseek(memory, 0, SEEK_SET)
    send(bytes[..<count])
    return Array(bytes[..<count])
  }

  private func send(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      // A terminal that is gone is found out when it is read.
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
