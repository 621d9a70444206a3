import Foundation
import Support

/// The console on a terminal: from its start to the first rows, from a key to what it leads to, its bytes and its memory.
struct ConsoleGroup {
  let site: Site
  static let name = "console"
  /// No step is repeated for longer than this, in seconds.
  private static let patience = 6.0

  /// - Throws: ``ChildProgram/Failure`` and `PseudoTerminal.Failure`.
  func rows() throws -> [Row] {
    let sets = try site.sizes.map { try site.store.set($0) }
    // What is over since they were made would be swept by the console while it is measured.
    for set in sets { try site.store.rollcall(set.database, "sweep", "--budget", "10m").output() }
    return try firstPaint(sets) + sets.flatMap(keys)
  }

  func start(_ set: DataSet) throws -> Watched {
    var command = site.store.rollcall(set.database, "console", "--language", "en")
    command.environment["TERM"] = "xterm-256color"
    return try Watched(command)
  }

  /// The sizes in turn, each beside the statement for the same page.
  private func firstPaint(_ sets: [DataSet]) throws -> [Row] {
    site.say("console, first paint")
    var paints = sets.map { _ in [Watched.Paint]() }
    var statements = sets.map { _ in [Double]() }
    for round in 0..<33 {
      for (index, set) in sets.enumerated() {
        let paint = try start(set).first(ConsoleView.isFull)
        let statement = try site.runner.run(sqlite(set, ConsoleStep.bySeen))
        if round >= 3 {
          paints[index].append(paint)
          statements[index].append(statement.time)
        }
      }
    }
    let times = paints.map { $0.map(\.time).median }
    return sets.indices.flatMap { index -> [Row] in
      let size = sets[index].size
      var rows = [
        Row(
          Self.name, "first paint", size: size, times[index], "ms", p99: paints[index].map(\.time).percentile(99),
          bytes: Int(paints[index].map { Double($0.bytes) }.median),
          beside: ("sqlite3, the rows", statements[index].median),
          goal: .atMost(60))
      ]
      if index > 0 {
        rows.append(
          Row(
            Self.name, "first paint", size: size, times[index], "ms",
            beside: ("itself at \(Double(sets[0].size).rough)", times[0]), goal: .timesAtMost(1.2)))
      }
      if let visitor = try? visidata(sets[index]) {
        rows.append(Row(Self.name, "first paint", size: size, times[index], "ms", beside: ("vd", visitor)))
      }
      return rows
    }
  }

  private func sqlite(_ set: DataSet, _ rest: String) -> Command {
    Command(
      program: "/usr/bin/sqlite3", arguments: ["-readonly", set.database, "\(ConsoleStep.page) \(rest)"],
      environment: ["HOME": site.store.directory])
  }

  /// Milliseconds until VisiData shows the first rows of the table of sessions.
  private func visidata(_ set: DataSet) throws -> Double {
    try (0..<5).map { _ in
      let program = try Watched(VisiData.command(set, home: site.store.directory))
      return try VisiData.openSessions(program)
    }.median
  }

  private func keys(_ set: DataSet) throws -> [Row] {
    site.say("console, keys, \(Double(set.size).rough) sessions")
    let console = try start(set)
    _ = try console.first(ConsoleView.isFull)
    console.settle(300)
    let first = console.memory("VmRSS")
    var rows: [Row] = []
    for step in ConsoleStep.all(users: set.users) {
      let paints = try measure(step, console)
      guard !paints.isEmpty else {
        site.say("\(step.name) changes nothing with \(set.size) sessions, or takes more than 30 s")
        continue
      }
      let statement = try step.sql.map { sql in
        // What takes seconds is as good as any after one run.
        let first = try site.runner.run(sqlite(set, sql)).time
        return first > 1000
          ? first : try ([first] + (0..<4).map { _ in try site.runner.run(sqlite(set, sql)).time }).median
      }
      let times = paints.map(\.time)
      rows.append(
        Row(
          Self.name, step.name, size: set.size, times.median, "ms", p99: times.percentile(99),
          bytes: Int(paints.map { Double($0.bytes) }.median), beside: statement.map { ("sqlite3, the rows", $0) },
          goal: step.goal.map { .p99AtMost($0) }))
    }
    rows.append(Row(Self.name, "resident at the first rows", size: set.size, first, "MiB"))
    rows.append(
      Row(Self.name, "resident after all that", size: set.size, console.memory("VmRSS"), "MiB", goal: .atMost(24)))
    rows.append(Row(Self.name, "resident at the most", size: set.size, console.memory("VmHWM"), "MiB"))
    try console.send("q")
    return rows
  }

  private func measure(_ step: ConsoleStep, _ console: Watched) throws -> [Watched.Paint] {
    let view = step.texts.map(ConsoleView.texts) ?? ConsoleView.list
    let texts = step.texts
    func isReady(_ screen: VirtualTerminal) -> Bool {
      if let texts { return texts.allSatisfy { screen.contains($0) } }
      return ConsoleView.isReady(screen)
    }
    var paints: [Watched.Paint] = []
    var expected: [String]?
    let start = Watched.now
    for round in 0...step.times {
      for keys in step.before { try type(keys, console) }
      // The first one shows what is to be expected, and does not count.
      let paint = try console.press(
        Array(step.keys.utf8), expecting: expected, quiet: step.isSame ? 0.6 : 0.06, view: view,
        isReady: isReady)
      for keys in step.after { try type(keys, console) }
      if let paint {
        if round > 0 || paint.time > 1000 { paints.append(paint) }
        if step.isSame { expected = paint.view }
      }
      if Double(Watched.now - start) / 1e9 > Self.patience || (paint == nil && round == 0 && !step.isSame) { break }
    }
    // The cursor and pages go on from where they are: back to the beginning.
    if !step.isSame { try type("g", console) }
    return paints
  }

  /// Types something that is not measured, and waits until the list has come to rest.
  private func type(_ keys: String, _ console: Watched) throws {
    try console.send(keys)
    console.settle(25)
    try? console.wait(timeout: 30) { ConsoleView.isReady($0) }
    console.settle(10)
  }
}
