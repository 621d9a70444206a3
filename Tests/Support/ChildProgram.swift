import Foundation

/// A program that runs beside a test, its output in a file; it ends with its last reference at the latest.
public final class ChildProgram {
  /// Why a program could not be started or did not end well, with what it wrote.
  public struct Failure: Error, CustomStringConvertible {
    /// The whole story.
    public let description: String
    /// Tells it.
    public init(_ description: String) { self.description = description }
  }

  private let process: pid_t
  private var status: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: its path; without a slash it is looked for in PATH, and in Debian's directory for servers.
  ///   - arguments: its own, without its name.
  ///   - environment: set in addition to this process's, or instead of what that has.
  ///   - input: the file that is its standard input.
  ///   - output: the file that its standard output is added to.
  ///   - errors: the file that its standard error is added to.
  /// - Throws: ``Failure`` when the system does not start it.
  public init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], input: String = "/dev/null",
    output: String = "/dev/null", errors: String = "/dev/null"
  ) throws {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let words = ([program] + arguments).map { strdup($0) }
    let settings = variables.map { strdup("\($0.key)=\($0.value)") }
    defer { (words + settings).forEach { free($0) } }
    var process: pid_t = 0
    let path = Self.find(program)
    let result = posix_spawn(&process, path, &actions, &attributes, words + [nil], settings + [nil])
    guard result == 0 else { throw Failure("\(program): \(String(cString: strerror(result)))") }
    self.process = process
  }

  deinit { stop() }

  /// The process's number.
  public var id: pid_t { process }

  /// Whether it has not ended yet.
  public var isRunning: Bool {
    if status != nil { return false }
    var value: Int32 = 0
    guard waitpid(process, &value, WNOHANG) != 0 else { return true }
    status = value
    return false
  }

  /// Makes it end at once, as a power cut would, and waits until it has.
  public func kill() {
    guard isRunning else { return }
    Foundation.kill(process, SIGKILL)
    while isRunning { usleep(500) }
  }

  /// Asks it to end, makes it end after 5 seconds, and waits until it has.
  public func stop() {
    guard isRunning else { return }
    Foundation.kill(process, SIGTERM)
    let deadline = Date(timeIntervalSinceNow: 5)
    while isRunning, Date() < deadline { usleep(2000) }
    if isRunning { Foundation.kill(process, SIGKILL) }
    while isRunning { usleep(2000) }
  }

  /// Sends it a signal, unless it has ended.
  public func send(_ signal: Int32) { if isRunning { Foundation.kill(process, signal) } }

  /// Waits until it ends by itself.
  ///
  /// - Returns: its exit status; 128 and the signal's number when one ended it.
  /// - Throws: ``Failure`` after `timeout` seconds.
  public func wait(timeout: Double = 60) throws -> Int32 {
    let deadline = Date(timeIntervalSinceNow: timeout)
    while isRunning {
      guard Date() < deadline else { throw Failure("still running after \(timeout) s") }
      usleep(1000)
    }
    let value = status ?? 0
    return value & 0x7F == 0 ? (value >> 8) & 0xFF : 128 + value & 0x7F
  }

  private static func find(_ program: String) -> String {
    if program.contains("/") { return program }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let places = path.split(separator: ":").map { "\($0)/\(program)" } + ["/usr/sbin/\(program)"]
    return places.first { access($0, X_OK) == 0 } ?? program
  }
}

extension ChildProgram {
  /// What a program that has ended left.
  public struct Result: Sendable {
    /// Its exit status; 128 and the signal's number when one ended it.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: String
    /// What it wrote to standard error.
    public let errors: String
  }

  /// Runs a program to its end.
  public static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
    timeout: Double = 60
  ) throws -> Result {
    let files = try TemporaryDirectory()
    try Data(input).write(to: URL(filePath: files.file("in")))
    let child = try ChildProgram(
      program, arguments, environment: environment, input: files.file("in"), output: files.file("out"),
      errors: files.file("err"))
    let status = try child.wait(timeout: timeout)
    return Result(status: status, output: text(files.file("out")), errors: text(files.file("err")))
  }

  private static func text(_ path: String) -> String {
    String(decoding: (try? Data(contentsOf: URL(filePath: path))) ?? Data(), as: UTF8.self)
  }
}
