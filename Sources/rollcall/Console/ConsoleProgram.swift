import Console
import Screen
import SessionCore
import Terminal

/// Brings the console, the terminal and the database together: events in, effects out, until somebody leaves.
@MainActor
struct ConsoleProgram {
  private let terminal: Terminal
  private var worker: Worker
  private var sweeper: Sweeper?
  private let show: Show?
  private let clock = Clock.system
  private var state: State
  private let themes = ThemeLibrary()
  private var isLeaving = false

  /// How often time goes on by itself, in milliseconds.
  private static let tick = 1000
  /// How long nothing is drawn while the first rows are on their way, in milliseconds: too short to be noticed.
  private static let patience = 60

  init(terminal: Terminal, stage: ConsoleStage, themeName: String, show: Show? = nil) {
    self.show = show
    self.terminal = terminal
    worker = stage.worker
    sweeper = stage.sweeper
    self.state = State(setting: stage.setting, size: terminal.size, now: Clock.system.now(), themeName: themeName)
  }

  /// Runs until the console is left, and gives the terminal back.
  ///
  /// - Returns: why a walkthrough could not be shown to its end; nil when it was, or there was none.
  mutating func run() -> WalkthroughError? {
    if let show { state.begin(Walk(show.script, pace: show.pace)) }
    start()
    awaitFirstAnswer()
    var nextTick = clock.now().milliseconds + Int64(Self.tick)
    while !isLeaving {
      if state.walk?.isReplaying != true { terminal.draw(render(state)) }
      let patience = max(0, min(nextTick - clock.now().milliseconds, walkPatience))
      if let event = terminal.nextEvent(wake: worker.wake, timeoutMilliseconds: Int(patience)) {
        take(.input(event))
        // All that is waiting is taken before the next picture: a held key does not run on after it is let go.
        while !isLeaving, let more = terminal.nextEvent(wake: -1, timeoutMilliseconds: 0) { take(.input(more)) }
      }
      let wasIdle = worker.isIdle
      for event in worker.drain() { take(event) }
      if wasIdle, worker.isIdle, let due = state.walkDue, due <= clock.now() { take(.walk(clock.now())) }
      let now = clock.now()
      if now.milliseconds >= nextTick {
        take(.tick(now))
        nextTick = now.milliseconds + Int64(Self.tick)
      }
    }
    terminal.close()
    stop()
    return state.walk?.failure
  }

  private mutating func start() {
    worker.start()
    sweeper?.start()
    perform(state.open())
  }

  private func stop() {
    sweeper?.stop()
    worker.stop()
  }

  /// How long to wait for the walkthrough's next deed, in milliseconds. Nothing is done while an answer is on its way.
  private var walkPatience: Int64 {
    guard let due = state.walkDue else { return .max }
    return worker.isIdle ? due.milliseconds - clock.now().milliseconds : 5
  }

  /// Begins the walkthrough anew, on a fresh copy of what it is shown on.
  private mutating func replay(from step: Int) {
    guard let show else { return }
    stop()
    do {
      let stage = try show.renew()
      worker = stage.worker
      sweeper = stage.sweeper
      state = State(setting: stage.setting, size: terminal.size, now: clock.now(), themeName: state.themeName)
      state.begin(Walk(show.script, pace: show.pace, from: step))
      start()
    } catch {
      take(.refused(CommandFailure(error)?.phrase ?? Phrase("It could not be done.", "无法完成。")))
    }
  }

  /// Gives the database a moment before the first picture, so that a quick one is drawn once and not twice.
  private mutating func awaitFirstAnswer() {
    if let event = terminal.nextEvent(wake: worker.wake, timeoutMilliseconds: Self.patience) { take(.input(event)) }
    for event in worker.drain() { take(event) }
  }

  private mutating func take(_ event: Event) {
    guard !isLeaving else { return }
    perform(update(&state, event))
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: isLeaving = true
      case .replay(let step): replay(from: step)
      case .redraw: terminal.repaint()
      case .suspend: terminal.suspend()
      case .nextTheme:
        let next = themes.next(after: state.themeName)
        terminal.setTheme(next.theme)
        take(.themeChanged(next.name))
      default: worker.run(effect)
      }
    }
  }
}
