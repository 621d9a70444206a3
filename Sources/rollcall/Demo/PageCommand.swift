import Glibc
import SessionCore

/// A command that serves the login page on a demonstration's database, for as long as that lasts.
final class PageCommand {
  /// The page's address, the first line that the command writes.
  let address: String
  private let process: pid_t
  private let output: Int32

  /// How long it may take to answer, in milliseconds.
  private static let patience: Int64 = 20_000

  /// Starts a shell's command with this environment added to the program's own, and waits for the address.
  ///
  /// - Throws: ``CommandFailure`` when it ends, or says nothing in time.
  init(_ command: String, environment: [String: String]) throws {
    for (name, value) in environment { setenv(name, value, 1) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Self.failure(command) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    output = ends[0]
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    // What it says goes nowhere: the screen is the console's.
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // A group of its own: what is typed at the console does not interrupt it, and it ends with all that it started.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    // Signals that are held back here are not in there.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(command), nil]
    defer { for text in arguments { free(text) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", &actions, &attributes, &arguments, environ) == 0 else {
      close(output)
      throw Self.failure(command)
    }
    process = child
    guard let line = Self.firstLine(of: output) else {
      address = ""
      stop()
      try HeldSignals.check()
      throw Self.failure(command)
    }
    address = line
  }

  /// Ends it, and waits until it has tidied up.
  func stop() {
    kill(-process, SIGTERM)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    close(output)
  }

  private static func firstLine(of file: Int32) -> String? {
    let deadline = Monotonic.milliseconds + patience
    var line: [UInt8] = []
    while line.count < 1000 {
      var poller = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let left = deadline - Monotonic.milliseconds
      var byte: UInt8 = 0
      guard left > 0, !HeldSignals.isAsked else { return nil }
      guard poll(&poller, 1, Int32(min(left, 100))) > 0 else { continue }
      guard read(file, &byte, 1) == 1 else { return nil }
      if byte == 0x0A { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return nil
  }

  private static func failure(_ command: String) -> CommandFailure {
    CommandFailure(
      .refused,
      Phrase(
        "'\(command)' did not write the page's address: run it by itself to see why.",
        "“\(command)”没有写出页面地址：请单独运行以查看原因。"))
  }
}
