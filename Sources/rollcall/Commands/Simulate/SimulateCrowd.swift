import ArgumentParser
import Dispatch
import Glibc
import SessionCore

struct SimulateCrowd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crowd", abstract: "Simulate many visitors at a chosen rate, and say how long they wait.",
    discussion: """
      Each visitor logs in, looks at a page and logs out through the real login.cgi; their sessions are marked as
      simulated. Passwords come from a file of LOGIN, a tab and PASSWORD a line, or one for all from standard input.
      Twice as many processes run as there are processors, never more; what begins late because of that is counted.
      Ctrl-C ends it and prints what was counted.

      Example: rollcall simulate crowd --accounts sample-data/people.tsv --rate 5/s
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "How many different users.") var users = 100
  @Option(help: "Visitors a second, such as 5/s.") var rate = "5/s"
  @Option(name: .customLong("for"), help: "How long visitors come.") var length = Interval.seconds(30)
  @Option(help: "What decides over addresses and clients.") var seed: UInt64 = 1
  @Option(help: ArgumentHelp("The file of logins and passwords.", valueName: "file")) var accounts: String?
  @Flag(help: "Read one password for all users from standard input.") var passwordStdin = false
  @OptionGroup var format: OutputFormat

  func validate() throws {
    guard users > 0 else { throw ValidationError("--users is 1 or more.") }
    guard visitsPerSecond != nil else { throw ValidationError("--rate is a number up to 1000, such as 5/s.") }
    guard (accounts == nil) == passwordStdin else {
      throw ValidationError("Give --accounts FILE or --password-stdin.")
    }
  }

  private var visitsPerSecond: Double? {
    let text = rate.hasSuffix("/s") ? String(rate.dropLast(2)) : rate
    return Double(text).flatMap { $0 > 0 && $0 <= 1000 ? $0 : nil }
  }

  func run() throws {
    // A login.cgi that ends before it has read its form must not end this.
    signal(SIGPIPE, SIG_IGN)
    let service = try options.service()
    try options.requireSimulation(service)
    try SimulatedBrowser.program(try options.environmentForChildren())
    let people =
      try accounts.map { try CrowdAccounts.read($0, limit: users) }
      ?? CrowdAccounts.users(service, password: try PasswordInput.fromStandardInput(), limit: users)
    let crowd = Crowd(
      people, rate: visitsPerSecond ?? 1, length: length, seed: seed,
      environment: try options.environmentForChildren(), claim: SimulatorClaim(.operator, key: service.key))
    let bar = ProgressBar(total: Int(length.milliseconds))
    let signals = [SIGINT, SIGTERM].map { number in
      // The children ignore it with us, and end their visits in peace.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { crowd.stop() }
      source.resume()
      return source
    }
    let result = crowd.run { milliseconds, _ in bar.show(Int(milliseconds)) }
    for source in signals { source.cancel() }
    bar.end()
    try report(result.tally, milliseconds: result.milliseconds)
  }

  private func report(_ tally: CrowdTally, milliseconds: Int64) throws {
    var table = TableWriter(Column.crowd(milliseconds: milliseconds), format)
    for row in tally.rows { try table.add(row) }
    try table.finish()
    let seconds = "\(milliseconds / 1000).\(milliseconds / 100 % 10)"
    Narration.say(
      Phrase(
        "\(seconds) s; \(tally.late) visits began late because all processes were busy.",
        "用时 \(seconds) 秒；\(tally.late) 次访问因所有进程繁忙而延迟开始。"))
    if let login = tally.rows.first, login.done == 0 {
      throw CommandFailure(.refused, Phrase("Nobody could log in.", "没有人能够登录。"))
    }
  }
}

extension Column where Row == CrowdTally.Row {
  /// What is said of each step of a crowd's visits.
  static func crowd(milliseconds: Int64) -> [Column] {
    func count(_ number: Int) -> Cell { .number(Int64(number)) }
    func time(_ row: Row, _ percent: Int) -> Cell { row.percentile(percent).map(Cell.number) ?? .none }
    return [
      Column("step", Phrase("STEP", "步骤")) { .text($0.step.rawValue) },
      Column("done", Phrase("DONE", "完成")) { count($0.done) },
      Column("refused", Phrase("REFUSED", "拒绝")) { count($0.refused) },
      Column("delayed", Phrase("DELAYED", "限速")) { count($0.delayed) },
      Column("failed", Phrase("FAILED", "出错")) { count($0.failed) },
      Column("per_second", Phrase("PER SECOND", "每秒")) { row in
        let tenths = Int64(row.done) * 10_000 / max(1, milliseconds)
        return .decimal("\(tenths / 10).\(tenths % 10)")
      },
      Column("p50_ms", Phrase("P50 MS", "P50 毫秒")) { time($0, 50) },
      Column("p95_ms", Phrase("P95 MS", "P95 毫秒")) { time($0, 95) },
      Column("p99_ms", Phrase("P99 MS", "P99 毫秒")) { time($0, 99) },
    ]
  }
}
