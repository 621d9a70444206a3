import CNcurses
import Glibc

/// Takes what curses writes to standard output, so that it can be sent when the line has room.
///
/// curses writes to the descriptor by itself and knows no other way. So for as long as it draws, a file in memory stands
/// there.
struct OutputDetour: ~Copyable {
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

  /// Runs `body`, and gives what it wrote.
  func taking(_ body: () -> Void) -> [UInt8] {
    dup2(memory, STDOUT_FILENO)
    body()
    dup2(output, STDOUT_FILENO)
    let length = max(0, Int(lseek(memory, 0, SEEK_CUR)))
    var bytes = [UInt8](repeating: 0, count: length)
    let count = max(0, pread(memory, &bytes, length, 0))
    lseek(memory, 0, SEEK_SET)
    return Array(bytes[..<count])
  }
}
