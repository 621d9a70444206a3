import SessionCore
import SessionStore

/// A move, from wherever it was broken off to where this run is to bring it.
struct MoveRun {
  /// Where a run ends.
  enum Goal { case copy, equal, finish }

  let places: MovePlaces
  let keys: MoveKeys
  let goal: Goal
  let asks: Bool
  private(set) var report: MoveSummary
  private let clock = Clock.system
  private let random = RandomSource.system

  /// - Throws: ``SessionCore/StoreError`` when a name cannot be said.
  init(places: MovePlaces, keys: MoveKeys, goal: Goal, asks: Bool) throws {
    self.places = places
    self.keys = keys
    self.goal = goal
    self.asks = asks
    self.report = MoveSummary(from: places.source.name, to: places.target.name)
  }

  /// Does it.
  ///
  /// - Throws: ``CommandFailure``, ``SessionStore/MoveError``, ``SessionCore/StoreError``. It can be run again then.
  mutating func run() throws {
    if asks, goal != .copy { try Confirmation.requireTerminal() }
    let move = try places.open()
    report.stage = try move.look()
    do {
      while let step = next(after: report.stage) {
        try step.run(&self, move)
        report.stage = try move.look()
      }
    } catch {
      // Whatever it was, nobody should have to find out by themselves that logins rest.
      if (try? Move.isClosed(move.source)) == true { sayThatItIsClosed() }
      throw error
    }
  }

  private func next(after stage: Move.Stage) -> MoveStep? {
    switch stage {
    case .new: .begin
    case .copying: report.isCopied ? (goal == .copy ? nil : .close) : .copy
    case .closed: goal == .copy ? nil : .compare
    case .equal: goal == .finish ? .retire : nil
    case .retired: goal == .finish ? .open : nil
    case .done: nil
    }
  }

  mutating func begin(_ move: Move) throws {
    try keys.check(move.source)
    let number = random.bytes(8).reduce(0) { $0 << 8 | Int64($1) } & Int64.max
    try move.begin(as: number)
  }

  mutating func copy(_ move: Move) throws {
    try keys.check(move.source)
    report.copied = try progress(try move.countRows(), Self.copying) { try move.copy($0) }
    // What has changed meanwhile, and how long it takes to find that out: as long as the pause will.
    let start = Monotonic.milliseconds
    let found = try comparison(move)
    report.changed += found.changed
    report.expectedPause = Interval(milliseconds: Monotonic.milliseconds - start)
    report.rows = found.rows
    report.isCopied = true
  }

  mutating func close(_ move: Move) throws {
    let pause = (report.expectedPause ?? .seconds(1)).remaining
    Narration.say(
      Phrase(
        "\(report.rows ?? 0) rows are copied. The pause takes about \(pause): who is logged in goes on, logging in and out rests.",
        "已复制 \(report.rows ?? 0) 行。暂停约 \(pause)：已登录者不受影响，登录与退出暂停。"))
    if asks { try Confirmation.ask(Phrase("Begin the pause?", "开始暂停？"), otherwise: Self.later) }
    let now = clock.now()
    try move.close(at: now) {
      try keys.service(move.source).noteMove("closed, to move to \(places.target.name)", by: .operator)
    }
    Narration.say(Phrase("Logins rest since \(now.rfc3339).", "自 \(now.rfc3339) 起登录暂停。"))
  }

  mutating func compare(_ move: Move) throws {
    // Closed again, in case that broke off: what is there already stays.
    try move.close(at: clock.now()) {}
    try keys.check(move.source)
    let found = try comparison(move)
    report.changed += found.changed
    report.found = found
    try move.noteEqual(found)
  }

  mutating func retire(_ move: Move) throws {
    if asks {
      try Confirmation.ask(
        Phrase(
          "Take \(places.source.name) out of use, and go over to \(places.target.name)?",
          "停用 \(places.source.name)，改用 \(places.target.name)？"), otherwise: Self.unfinished)
    }
    try move.retireSource(at: clock.now())
  }

  mutating func open(_ move: Move) throws {
    try move.openTarget {
      try keys.service(move.target).noteMove("moved here from \(places.source.name)", by: .operator)
    }
  }

  private func comparison(_ move: Move) throws -> MoveReport {
    try progress(try move.countRows(), Self.comparing) { try move.compare($0) }
  }

  private static let unfinished = Phrase("Both stay as they are.", "两个数据库均保持现状。")
  private static let later = Phrase(
    "Logins go on, and what is copied stays: run it again at a better time.", "登录照常，已复制的部分保留：请另选时间再次运行。")
  private static let copying = Phrase("Copying.", "正在复制。")
  private static let comparing = Phrase("Comparing, and copying what has changed.", "正在比较，并复制有变化的部分。")

  private func progress<Result>(
    _ total: Int, _ what: Phrase, _ body: ((Int) throws -> Void) throws -> Result
  ) throws -> Result {
    Narration.say(what)
    // A signal waits for the end of a batch, and takes its effect once that and what is to be said of it are done.
    let signals = StopSignals()
    defer { withExtendedLifetime(signals) {} }
    let bar = ProgressBar(total: total)
    var done = 0
    defer { bar.end() }
    return try body { rows in
      done += rows
      bar.show(done)
      guard !StopSignals.isAsked() else {
        bar.end()
        Narration.say(Phrase("Stopped; run it again, and it goes on from here.", "已停止；再次运行即可从此处继续。"))
        if isClosed { sayThatItIsClosed() }
        throw HeldSignals.Asked()
      }
    }
  }

  /// Whether logins rest.
  private var isClosed: Bool { report.stage == .closed || report.stage == .equal }
}
