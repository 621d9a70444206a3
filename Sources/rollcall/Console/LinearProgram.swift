import Console
import Glibc
import Screen
import SessionCore

/// The console line by line, for screen readers and for terminals that are no more than a line: the same state and the same
/// acts. Nothing is ever said by itself; each line that is typed is answered once all of its answer is there.
struct LinearProgram {
  private let worker: Worker
  private let sweeper: Sweeper?
  private let clock = Clock.system
  private let echo = LineEcho()
  private var state: State
  private var typed: [UInt8] = []
  private var isLeaving = false
  /// Can be read when somebody asks the program to leave.
  private let signals: Int32

  /// A screen on which nothing has to be cut; nobody sees it.
  private static let size = Size(rows: 40, columns: 240)

  init(_ stage: ConsoleStage) {
    HeldSignals.hold()
    signals = HeldSignals.descriptor()
    worker = stage.worker
    sweeper = stage.sweeper
    state = State(setting: stage.setting, size: Self.size, now: Clock.system.now())
  }

  /// Runs until it is left, or until no line comes any more.
  ///
  /// - Throws: ``OutputError`` when nobody listens.
  mutating func run() throws {
    worker.start()
    sweeper?.start()
    defer {
      echo.show(true)
      sweeper?.stop()
      worker.stop()
    }
    perform(state.open())
    try answer { $0.speech }
    while !isLeaving, let line = nextLine() {
      switch state.command(ofLine: line) {
      case .press(let keys):
        for key in keys where !isLeaving {
          take(.input(.key(key)))
          settle()
        }
        if !isLeaving { try answer { $0.speech } }
      case .list: try answer { $0.spokenRows }
      case .again: try answer { $0.speech }
      case .unknown(let phrase): try answer { [$0.say(phrase)] }
      }
    }
  }

  private mutating func answer(_ lines: (State) -> [String]) throws {
    settle()
    for line in lines(state) { try Output.line(line) }
  }

  /// Waits until nothing is on its way.
  private mutating func settle() {
    while true {
      let wasIdle = worker.isIdle
      let events = worker.drain()
      for event in events { take(event) }
      if wasIdle, events.isEmpty, worker.isIdle { return }
      if HeldSignals.isAsked { return isLeaving = true }
      var file = pollfd(fd: worker.wake, events: Int16(POLLIN), revents: 0)
      _ = poll(&file, 1, 20)
    }
  }

  /// The next line that is typed; nil at the end. What happens meanwhile is noted, and told with the next answer.
  private mutating func nextLine() -> String? {
    echo.show(!state.isPasswordAsked)
    if isatty(STDIN_FILENO) == 1 { _ = write(STDOUT_FILENO, "> ", 2) }
    while true {
      if let end = typed.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: typed[..<end], as: UTF8.self)
        typed.removeFirst(end + 1)
        return line.hasSuffix("\r") ? String(line.dropLast()) : line
      }
      var files = [STDIN_FILENO, worker.wake, signals].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      _ = poll(&files, 3, 1000)
      if HeldSignals.isAsked { return nil }
      for event in worker.drain() { take(event) }
      take(.tick(clock.now()))
      guard files[0].revents != 0 else { continue }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      typed += bytes[..<count]
    }
  }

  private mutating func take(_ event: Event) {
    guard !isLeaving else { return }
    perform(update(&state, event))
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: isLeaving = true
      case .redraw, .suspend, .replay, .listThemes, .wear: continue
      default: worker.run(effect)
      }
    }
  }
}
