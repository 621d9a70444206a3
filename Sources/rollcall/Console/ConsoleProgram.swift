import Console
import Screen
import SessionCore
import Terminal

/// Brings the console, the terminal and the database together: events in, effects out, until somebody leaves.
@MainActor
struct ConsoleProgram {
  private let terminal: Terminal
  private let worker: Worker
  private let sweeper: Sweeper?
  private let clock = Clock.system
  private var state: State
  private let themes = ThemeLibrary()
  private var isLeaving = false

  /// How often time goes on by itself, in milliseconds.
  private static let tick = 1000

  init(terminal: Terminal, stage: ConsoleStage, themeName: String) {
    self.terminal = terminal
    worker = stage.worker
    sweeper = stage.sweeper
    self.state = State(setting: stage.setting, size: terminal.size, now: Clock.system.now(), themeName: themeName)
  }

  /// Runs until the console is left, and gives the terminal back.
  mutating func run() {
    worker.start()
    sweeper?.start()
    perform(state.open())
    var nextTick = clock.now().milliseconds + Int64(Self.tick)
    while !isLeaving {
      terminal.draw(render(state))
      let patience = max(0, nextTick - clock.now().milliseconds)
      if let event = terminal.nextEvent(wake: worker.wake, timeoutMilliseconds: Int(patience)) {
        take(.input(event))
        // All that is waiting is taken before the next picture: a held key does not run on after it is let go.
        while !isLeaving, let more = terminal.nextEvent(wake: -1, timeoutMilliseconds: 0) { take(.input(more)) }
      }
      for event in worker.drain() { take(event) }
      let now = clock.now()
      if now.milliseconds >= nextTick {
        take(.tick(now))
        nextTick = now.milliseconds + Int64(Self.tick)
      }
    }
    terminal.close()
    sweeper?.stop()
    worker.stop()
  }

  private mutating func take(_ event: Event) {
    guard !isLeaving else { return }
    perform(update(&state, event))
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: isLeaving = true
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
