import CProcess
import Glibc
import SessionCore
import Synchronization

/// A program that is given its input, and whose output is taken whole.
enum ChildProcess {
  /// The most of an answer that is taken, in bytes.
  private static let maximumOutput = 256 * 1024

  /// Runs a program to its end with just this environment. What it says on standard error is not kept, unless
  /// `takesErrors` has it among the output. One that takes longer than `patience` seconds, or says more than can be taken,
  /// is killed: whoever waits for it must not wait for good. It is one of `children` meanwhile, and ends with this
  /// process, however that goes.
  ///
  /// - Throws: ``CommandFailure`` when it cannot be started, or does not come to its end.
  static func run(
    _ path: String, environment: [String: String], input: [UInt8], takesErrors: Bool = false, patience: Int64 = 30,
    among children: ChildProcesses = ChildProcesses()
  ) throws -> [UInt8] {
    let deadline = ContinuousClock.now + .seconds(patience)
    // One is started after the other: another thread's must not be given the ends of its pipes, or would keep them open.
    let (child, pipes) = try children.add { try starting.withLock { _ in try start(path, environment, takesErrors) } }
    defer { close(pipes.output) }
    // A form is smaller than a pipe's buffer: this does not wait.
    _ = input.withUnsafeBytes { write(pipes.input, $0.baseAddress, $0.count) }
    close(pipes.input)
    do throws(Failure) {
      let output = try readAll(pipes.output, until: deadline)
      while !children.isOver(child) {
        guard ContinuousClock.now < deadline else { throw .tooLong }
        usleep(500)
      }
      return output
    } catch {
      children.kill(child)
      while !children.isOver(child) { usleep(500) }
      throw CommandFailure(.refused, error.phrase(path, patience))
    }
  }

  /// Why one does not come to its end.
  private enum Failure: Error {
    case tooLong, tooMuch

    func phrase(_ path: String, _ patience: Int64) -> Phrase {
      switch self {
      case .tooLong:
        Phrase("\(path) did not end within \(patience) seconds.", "\(path) 未在 \(patience) 秒内结束。")
      case .tooMuch:
        Phrase(
          "\(path) says more than \(maximumOutput / 1024) KiB: it was stopped.",
          "\(path) 输出超过 \(maximumOutput / 1024) KiB：已将其停止。")
      }
    }
  }

  private static let starting = Mutex(())

  private static func start(_ path: String, _ environment: [String: String], _ takesErrors: Bool) throws -> (
    pid: pid_t, (input: Int32, output: Int32)
  ) {
    let (inputRead, inputWrite) = try pipe()
    let (outputRead, outputWrite) = try pipe()
    let errors = takesErrors ? outputWrite : open("/dev/null", O_WRONLY | O_CLOEXEC)
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child: pid_t = 0
    let code = rollcall_start_program(path, &arguments, &variables, inputRead, outputWrite, errors, &child)
    close(inputRead)
    close(outputWrite)
    if !takesErrors { close(errors) }
    guard code == 0 else {
      close(inputWrite)
      close(outputRead)
      if child > 0 {
        var status: Int32 = 0
        waitpid(child, &status, 0)
      }
      throw CommandFailure(.refused, Phrase("\(path) cannot be started.", "无法启动 \(path)。"))
    }
    return (child, (inputWrite, outputRead))
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

  /// All that a child says.
  private static func readAll(_ descriptor: Int32, until deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 * 1024)
    while output.count < maximumOutput {
      let left = (deadline - .now) / .milliseconds(1)
      guard left > 0 else { throw .tooLong }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(left.rounded(.up))) > 0 else { continue }
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return output }
      output += chunk[..<count]
    }
    throw .tooMuch
  }
}
