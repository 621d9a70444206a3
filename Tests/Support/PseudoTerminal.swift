import CVTerm
import Foundation
import Screen

/// A program on a terminal of its own, with a virtual terminal at the other end.
///
/// ```swift
/// let console = try PseudoTerminal(program: path, arguments: ["--theme", "nord"], size: Size(rows: 24, columns: 80))
/// try console.wait { $0.contains("live") }
/// try console.press(.enter)
/// try console.type("q")
/// #expect(try console.waitForExit() == .exited(0))
/// ```
///
/// Nothing sleeps: every wait ends as soon as its condition holds, and a failure shows the screen. What is still running
/// when the object goes away is killed.
public final class PseudoTerminal {
  /// How a program ended.
  public enum Exit: Hashable, Sendable {
    /// By itself, with a status.
    case exited(Int32)
    /// By a signal.
    case signalled(Int32)
  }

  /// What went wrong, with the screen as it was.
  public struct Failure: Error, CustomStringConvertible {
    /// The whole story.
    public let description: String

    /// Makes one from its story.
    public init(description: String) { self.description = description }
  }

  /// What the program has drawn.
  public let screen: VirtualTerminal
  /// The program's process.
  public let process: pid_t
  /// The path of the program's end of the line.
  let terminal: String
  private let file: Int32
  private var exit: Exit?

  /// Starts a program, in a session of its own whose terminal this is.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: without its name.
  ///   - environment: all of its variables, apart from `PATH` and `HOME`; `TERM` is `xterm-256color` unless given.
  ///   - directory: where it starts; nil for here.
  ///   - size: of the terminal.
  /// - Throws: ``Failure`` when the system refuses.
  public init(
    program: String, arguments: [String] = [], environment: [String: String] = [:], directory: String? = nil,
    size: Size = Size(rows: 24, columns: 80)
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    guard openpty(&master, &slave, &name, nil, nil) == 0 else { throw Failure(description: "no pseudo-terminal left") }
    defer { close(slave) }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    _ = cvterm_set_window_size(master, Int32(size.rows), Int32(size.columns))
    let own = ProcessInfo.processInfo.environment
    let inherited = ["PATH", "HOME", "LD_LIBRARY_PATH"].compactMap { name in own[name].map { (name, $0) } }
    var variables = Dictionary(uniqueKeysWithValues: inherited)
    variables["TERM"] = "xterm-256color"
    variables.merge(environment) { $1 }
    terminal = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard let process = spawn(program, arguments, variables, directory, terminal: terminal) else {
      close(master)
      throw Failure(description: "\(program) cannot be started")
    }
    self.process = process
    file = master
    screen = VirtualTerminal(size: size)
  }

  deinit {
    if exit == nil {
      kill(-process, SIGKILL)
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if !isClosed { close(file) }
  }

  private var isClosed = false

  /// Whether the line was taken away.
  var isLineGone: Bool { isClosed }

  /// All lines of the screen.
  public var lines: [String] { screen.lines }
  /// How many bytes the program has written so far.
  public var bytesWritten: Int { screen.byteCount }
  /// What it answers when it is asked for its ground's colour, as in `rgb:ffff/ffff/ffff`; nil for nothing.
  public var ground: String?
  /// All that the program has written, for what a screen does not show.
  public private(set) var output: [UInt8] = []

  /// When it last took something, in nanoseconds of a clock that nobody sets: before the screen was drawn from it.
  public private(set) var lastRead: UInt64 = 0

  /// The settings of the terminal's line, as `stty` shows them.
  public var settings: Settings {
    var settings = termios()
    tcgetattr(file, &settings)
    return Settings(settings)
  }

  /// Sends text as if it was typed.
  public func type(_ text: String) throws { try send(Array(text.utf8)) }

  /// Sends bytes.
  public func send(_ bytes: [UInt8]) throws {
    guard write(file, bytes, bytes.count) == bytes.count else {
      throw Failure(description: "the terminal takes no more input\n\(screen.picture)")
    }
  }

  /// Gives the terminal another size; the program gets SIGWINCH.
  public func resize(_ size: Size) {
    screen.resize(size)
    _ = cvterm_set_window_size(file, Int32(size.rows), Int32(size.columns))
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) { kill(process, number) }

  /// Takes the line away, as when a connection breaks.
  public func hangUp() {
    guard !isClosed else { return }
    isClosed = true
    close(file)
  }

  /// Takes what the program has written until now, at most for so many milliseconds; whether there was anything.
  @discardableResult
  public func pump(milliseconds: Int32 = 0) -> Bool {
    guard !isClosed else { return false }
    var poller = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    guard poll(&poller, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(file, &bytes, bytes.count)
    guard count > 0 else { return false }
    lastRead = nanoseconds()
    output += bytes[..<count]
    var answer = screen.feed(Array(bytes[..<count]))
    if let ground, bytes[..<count].contains(Array("\u{1B}]11;?".utf8)) {
      answer = Array("\u{1B}]11;\(ground)\u{1B}\\".utf8) + answer
    }
    if !answer.isEmpty { _ = write(file, answer, answer.count) }
    return true
  }

  /// How it ended; nil while it runs.
  func checkExit() -> Exit? {
    if let exit { return exit }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    exit = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    return exit
  }
}

/// Nanoseconds of a clock that nobody sets.
private func nanoseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
