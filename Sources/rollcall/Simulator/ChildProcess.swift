import Glibc
import SessionCore
import Synchronization

/// A program that is given its input, and whose output is taken whole.
enum ChildProcess {
  /// The most of an answer that is taken, in bytes.
  private static let maximumOutput = 256 * 1024

  /// Runs a program to its end with just this environment. What it says on standard error is not kept, unless
  /// `takesErrors` has it among the output. One that takes longer than `patience` seconds, or says more than can be taken,
  /// is killed: whoever waits for it must not wait for good.
  ///
  /// - Throws: ``CommandFailure`` when it cannot be started, or does not come to its end.
  static func run(
    _ path: String, environment: [String: String], input: [UInt8], takesErrors: Bool = false, patience: Int64 = 30
  ) throws -> [UInt8] {
    let deadline = ContinuousClock.now + .seconds(patience)
    let (child, inputWrite, outputRead) = try starting.withLock { _ in try start(path, environment, takesErrors) }
    defer { close(outputRead) }
    // A form is smaller than a pipe's buffer: this does not wait.
    _ = input.withUnsafeBytes { write(inputWrite, $0.baseAddress, $0.count) }
    close(inputWrite)
    guard let output = readAll(outputRead, until: deadline), isOver(child, by: deadline) else {
      kill(child, SIGKILL)
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
      throw CommandFailure(
        .refused,
        Phrase("\(path) did not end within \(patience) seconds.", "\(path) 未在 \(patience) 秒内结束。"))
    }
    return output
  }

  /// Waits for a child that has said all it has to say.
  private static func isOver(_ child: pid_t, by deadline: ContinuousClock.Instant) -> Bool {
    var status: Int32 = 0
    while true {
      let found = waitpid(child, &status, WNOHANG)
      if found == child || (found < 0 && errno != EINTR) { return true }
      guard ContinuousClock.now < deadline else { return false }
      usleep(500)
    }
  }

  /// Held while a child is started: another thread's must not be given the ends of its pipes, or would keep them open.
  private static let starting = Mutex(())

  private static func start(_ path: String, _ environment: [String: String], _ takesErrors: Bool) throws -> (
    pid_t, Int32, Int32
  ) {
    let (inputRead, inputWrite) = try pipe()
    let (outputRead, outputWrite) = try pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inputRead, 0)
    posix_spawn_file_actions_adddup2(&actions, outputWrite, 1)
    if takesErrors {
      posix_spawn_file_actions_adddup2(&actions, outputWrite, 2)
    } else {
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, nil, &arguments, &variables)
    close(inputRead)
    close(outputWrite)
    guard code == 0 else {
      close(inputWrite)
      close(outputRead)
      throw CommandFailure(.refused, Phrase("\(path) cannot be started.", "无法启动 \(path)。"))
    }
    return (child, inputWrite, outputRead)
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else {
      throw CommandFailure(.refused, Phrase("Too many files are open.", "打开的文件过多。"))
    }
    // Neither end may live on in another child, or the reader would wait for it.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// All that a child says; nil when it is not at its end by then, or says too much.
  private static func readAll(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> [UInt8]? {
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 * 1024)
    while output.count < maximumOutput {
      let left = (deadline - .now) / .milliseconds(1)
      guard left > 0 else { return nil }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(left.rounded(.up))) > 0 else { continue }
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return output }
      output += chunk[..<count]
    }
    return nil
  }
}
