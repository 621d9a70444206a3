import Console
import Screen
import SessionCore
import Terminal

/// Brings the console, the terminal and the database together: events in, effects out, until somebody leaves.
@MainActor
struct ConsoleProgram {
  let terminal: Terminal
  private let history: HistoryFile?
  var worker: Worker
  var sweeper: Sweeper?
  let show: Show?
  let recording: Recording?
  let clock = Clock.system
  var state: State
  /// Read from their files when somebody wants to see them.
  private lazy var themes = ThemeLibrary(including: firstTheme)
  private let firstTheme: ThemeLibrary.Entry
  private let isLowBandwidth: Bool
  /// Whether the theme goes with the terminal's ground, because nobody has chosen one.
  private var followsGround: Bool
  private var isLeaving = false
  /// Whether its start is over.
  private var isSettled = false

  /// How often time goes on by itself, in milliseconds.
  private static let tick = 1000
  /// How long nothing is drawn while the first rows are on their way, in milliseconds: too short to be noticed.
  private static let patience = 40
  /// How long nothing is drawn while the terminal has not said what its ground is, in milliseconds from when it was asked.
  /// Most answer in one or two. On a line that is slower, a light terminal is drawn dark first.
  private static let groundPatience = 20

  init(
    terminal: Terminal, stage: ConsoleStage, theme: ThemeLibrary.Entry, isThemeChosen: Bool, isLowBandwidth: Bool,
    show: Show? = nil, recording: Recording? = nil
  ) {
    followsGround = !isThemeChosen
    firstTheme = theme
    self.isLowBandwidth = isLowBandwidth
    self.show = show
    self.recording = recording
    self.terminal = terminal
    worker = stage.worker
    sweeper = stage.sweeper
    history = stage.history
    var setting = stage.setting
    setting.isLowBandwidth = isLowBandwidth
    setting.hasMouse = terminal.hasMouse
    state = State(setting: setting, size: terminal.size, now: Clock.system.now(), themeName: theme.name)
  }

  /// What a stage is set to, with what the command line says and what the terminal can.
  func setting(of stage: ConsoleStage) -> Setting {
    var setting = stage.setting
    setting.isLowBandwidth = isLowBandwidth
    setting.hasMouse = terminal.hasMouse
    return setting
  }

  /// Runs until the console is left, and gives the terminal back.
  ///
  /// - Returns: why a walkthrough could not be shown to its end; nil when it was, or there was none.
  mutating func run() -> WalkthroughError? {
    if let show { state.begin(Walk(show.script, pace: show.pace)) }
    record()
    start()
    awaitFirstAnswer()
    var nextTick = clock.now().milliseconds + Int64(Self.tick)
    while !isLeaving {
      draw()
      let patience = max(0, min(nextTick - clock.now().milliseconds, walkPatience))
      if let event = terminal.nextEvent(wake: worker.wake, timeoutMilliseconds: Int(patience)) {
        take(event)
        // All that is waiting is taken before the next picture: a held key does not run on after it is let go.
        while !isLeaving, let more = terminal.nextEvent(wake: -1, timeoutMilliseconds: 0) { take(more) }
      }
      let wasIdle = worker.isIdle
      for event in worker.drain() { take(event) }
      if wasIdle, worker.isIdle { goOn() }
      let now = clock.now()
      if now.milliseconds >= nextTick {
        if !isSettled { Footprint.giveBack() }
        isSettled = true
        take(.tick(now))
        nextTick = now.milliseconds + Int64(Self.tick)
      }
    }
    recording?.moment = moment
    // A hang-up comes with another signal on its heels: what is still to be done is done all the same.
    HeldSignals.hold()
    terminal.close()
    stop()
    return state.walk?.failure
  }

  mutating func start() {
    worker.start()
    sweeper?.start()
    perform(state.open())
  }

  func stop() {
    sweeper?.stop()
    worker.stop()
  }

  /// Gives the database a moment before the first picture, so that a quick one is drawn once and not twice.
  private mutating func awaitFirstAnswer() {
    let end = clock.now().milliseconds + Int64(Self.patience)
    var isAnswered = false
    while !isLeaving, !isAnswered || terminal.isAsking(within: Self.groundPatience) {
      let left = isAnswered ? 1 : end - clock.now().milliseconds
      guard left > 0 else { break }
      // What the database has said already does not become unread.
      if let event = terminal.nextEvent(wake: isAnswered ? -1 : worker.wake, timeoutMilliseconds: Int(left)) {
        take(event)
      }
      for event in worker.drain() {
        take(event)
        isAnswered = true
      }
    }
  }

  /// Takes what the terminal says.
  private mutating func take(_ event: InputEvent) {
    switch event {
    case .resize(let size):
      recording?.resize(size)
      take(.input(event))
    case .ground(let isLight):
      guard followsGround else { return }
      let entry = ThemeLibrary.house(isLight: isLight)
      followsGround = false
      guard entry.name != state.themeName else { return }
      terminal.setTheme(entry.theme)
      take(.themeChanged(entry.name))
    default: take(.input(event))
    }
  }

  mutating func take(_ event: Event) {
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
      case .copy(let text): take(.copied(text, isSent: terminal.copy(text)))
      case .keepHistory(let line): history?.add(line)
      case .listThemes: take(.themesListed(themes.choices))
      case .wear(let name):
        guard let theme = themes.theme(called: name) else { continue }
        followsGround = false
        terminal.setTheme(theme)
        take(.themeChanged(name))
      default: worker.run(effect)
      }
    }
  }
}
