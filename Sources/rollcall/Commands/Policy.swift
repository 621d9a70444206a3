import ArgumentParser
import SessionCore

struct Policy: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "How long sessions may live, how many there may be, how guessing is slowed, what is kept.",
    discussion: "Example: rollcall policy show", subcommands: [ShowPolicy.self, SetPolicy.self],
    defaultSubcommand: ShowPolicy.self)
}

extension Interval: ExpressibleByArgument {
  /// Reads a length such as `30m`.
  public init?(argument: String) { self.init(text: argument) }
  /// The length, for the help.
  public var defaultValueDescription: String { setting }
}

extension SessionKind: ExpressibleByArgument {
  /// Reads `browser`, `remembered` or `simulated`.
  public init?(argument: String) {
    guard let kind = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = kind
  }
  /// The names, for the help.
  public static var allValueStrings: [String] { allCases.map(\.name) }
  /// None: the names say it. ArgumentParser would give each its number.
  public static var allValueDescriptions: [String: String] { [:] }
}

extension SessionPolicy.AtMaximum: ExpressibleByArgument {}

struct ShowPolicy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what is set.",
    discussion: """
      Lengths of time are in seconds in JSON and CSV.

      Example: rollcall policy show --json
      """)

  @OptionGroup var options: DatabaseOptions
  @OptionGroup var format: OutputFormat

  func run() throws {
    let settings = try options.service().store.settings()
    let guessing = try GuessingPolicy(settings)
    try Report(fields(SessionPolicy(settings)) + fields(guessing) + fields(Retention(settings))).write(format)
  }

  private func length(_ interval: Interval?, otherwise: String = "") -> Cell {
    guard let interval else { return format.isForPeople ? .text(otherwise) : .none }
    return format.isForPeople ? .text(interval.setting) : .number(interval.milliseconds / 1000)
  }

  private func fields(_ policy: SessionPolicy) -> [Report.Field] {
    SessionKind.allCases.flatMap { kind in
      [
        Report.Field(
          "\(kind.name)_idle", Phrase("\(kind.name) sessions, idle", "\(kind.name) 会话，空闲"),
          length(policy[kind].idle)),
        Report.Field(
          "\(kind.name)_absolute", Phrase("\(kind.name) sessions, in all", "\(kind.name) 会话，总计"),
          length(policy[kind].absolute)),
      ]
    } + [
      Report.Field("remember_me", Phrase("remember me is offered", "提供“保持登录”"), .flag(policy.remembers)),
      Report.Field(
        "maximum_sessions", Phrase("sessions a user may have", "每个用户的会话数上限"), .number(Int64(policy.maximumSessions))),
      Report.Field("at_maximum", Phrase("at the maximum", "达到上限时"), .text(policy.atMaximum.rawValue)),
    ]
  }

  private func fields(_ policy: GuessingPolicy) -> [Report.Field] {
    [
      Report.Field("guesses", Phrase("guesses an account", "每个账户可猜次数"), .number(Int64(policy.guesses))),
      Report.Field(
        "guesses_from_address", Phrase("guesses an address", "每个地址可猜次数"),
        .number(Int64(policy.guessesFromAddress))),
      Report.Field("first_delay", Phrase("first delay after those", "之后首次等待"), length(policy.firstDelay)),
      Report.Field("longest_delay", Phrase("longest delay", "最长等待"), length(policy.longestDelay)),
    ]
  }

  private func fields(_ retention: Retention) -> [Report.Field] {
    [
      Report.Field("keep_ended", Phrase("ended sessions are kept", "已结束会话保留"), length(retention.ended)),
      Report.Field("keep_attempts", Phrase("attempts are kept", "登录尝试保留"), length(retention.attempts)),
      Report.Field(
        "keep_audit", Phrase("the audit log is kept", "审计日志保留"), length(retention.audit, otherwise: "for ever")),
    ]
  }
}

struct SetPolicy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set any of it, for sessions that are open already too.",
    discussion: """
      Lengths are such as 90s, 30m, 12h, 30d. Limits that are made stricter hold at once for sessions that are open. A
      longer idle limit holds from their next request on; a longer absolute one for new sessions alone.

      Example: rollcall policy set --idle 15m --absolute 8h
      Example: rollcall policy set --class remembered --idle 7d --absolute 30d
      Example: rollcall policy set --max-sessions 3 --at-maximum refuse-new
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(name: .customLong("class"), help: "Whose limits --idle and --absolute are; browser unless given.")
  var kind: SessionKind?
  @Option(help: "How long a session lives without a request.") var idle: Interval?
  @Option(help: "How long a session lives at the most.") var absolute: Interval?
  @Option(help: "Whether the login form offers to stay logged in: on or off.") var rememberMe: Switch?
  @Option(help: "How many sessions a user may have at once.") var maxSessions: Int?
  @Option(help: "Who loses at the maximum.") var atMaximum: SessionPolicy.AtMaximum?
  @Option(help: "Wrong passwords for an account before it is slowed.") var guesses: Int?
  @Option(help: "Wrong passwords from an address before it is slowed.") var guessesFromAddress: Int?
  @Option(help: "The first delay after those; each further one is twice as long.") var firstDelay: Interval?
  @Option(help: "The longest delay.") var longestDelay: Interval?
  @Option(help: "How long ended sessions are kept, 1d or more.") var keepEnded: Interval?
  @Option(help: "How long login attempts are kept.") var keepAttempts: Interval?
  @Option(help: ArgumentHelp("How long the audit log is kept.", valueName: "length or forever"))
  var keepAudit: KeptLength?

  /// On or off.
  enum Switch: String, ExpressibleByArgument, CaseIterable { case on, off }

  /// A length, or for ever.
  struct KeptLength: ExpressibleByArgument {
    let interval: Interval?

    init?(argument: String) {
      interval = Interval(text: argument)
      guard interval != nil || argument == "forever" else { return nil }
    }
  }

  private var setsSessions: Bool {
    idle != nil || absolute != nil || rememberMe != nil || maxSessions != nil || atMaximum != nil
  }
  private var setsGuessing: Bool {
    guesses != nil || guessesFromAddress != nil || firstDelay != nil || longestDelay != nil
  }
  private var setsRetention: Bool { keepEnded != nil || keepAttempts != nil || keepAudit != nil }

  func validate() throws {
    guard [keepEnded, keepAttempts, keepAudit?.interval].allSatisfy({ $0.map { $0 >= .days(1) } ?? true }) else {
      throw ValidationError("The last day is always kept: give 1d or more.")
    }
    guard setsSessions || setsGuessing || setsRetention else {
      throw ValidationError("Give at least one of the options: 'rollcall policy set --help' lists them.")
    }
  }

  func run() throws {
    let service = try options.service()
    let settings = try service.store.settings()
    let policy = try sessions(SessionPolicy(settings))
    let guessing = try guessing(GuessingPolicy(settings))
    let retention = retention(Retention(settings))
    try service.store.transaction(.full) {
      if setsSessions { try service.setPolicy(policy, by: .operator) }
      if setsGuessing { try service.setGuessing(guessing, by: .operator) }
      if setsRetention { try service.setRetention(retention, by: .operator) }
    }
    Narration.say(Phrase("Set. 'rollcall policy' shows all of it.", "已设置。“rollcall policy”可查看全部。"))
  }

  private func sessions(_ old: SessionPolicy) throws -> SessionPolicy {
    var policy = old
    let kind = kind ?? .browser
    guard let limits = SessionPolicy.Limits(idle: idle ?? old[kind].idle, absolute: absolute ?? old[kind].absolute)
    else {
      throw CommandFailure(
        .refused,
        Phrase("Limits must be: 1m <= idle <= absolute <= 365d.", "时限必须满足：1m <= idle <= absolute <= 365d。"))
    }
    guard kind != .simulated || limits.absolute <= SessionPolicy.longestSimulated else {
      throw CommandFailure(
        .refused,
        Phrase("A simulated session is a test: 24h in all at the most.", "模拟会话只是测试：总计最多 24h。"))
    }
    policy[kind] = limits
    if let rememberMe { policy.remembers = rememberMe == .on }
    if let maxSessions {
      guard SessionPolicy.maximumSessionsRange.contains(maxSessions) else {
        throw CommandFailure(
          .refused, Phrase("A user may have 1 to 10000 sessions.", "每个用户可以有 1 到 10000 个会话。"))
      }
      policy.maximumSessions = maxSessions
    }
    if let atMaximum { policy.atMaximum = atMaximum }
    return policy
  }

  private func guessing(_ old: GuessingPolicy) throws -> GuessingPolicy {
    var policy = old
    policy.guesses = guesses ?? old.guesses
    policy.guessesFromAddress = guessesFromAddress ?? old.guessesFromAddress
    policy.firstDelay = firstDelay ?? old.firstDelay
    policy.longestDelay = longestDelay ?? old.longestDelay
    guard policy.isSound else {
      throw CommandFailure(
        .refused,
        Phrase(
          "Guesses must be 1 to 100 an account and 1 to 10000 an address; delays 1s <= first <= longest <= 24h.",
          "每个账户可猜 1 到 100 次，每个地址 1 到 10000 次；等待时间须满足 1s <= 首次 <= 最长 <= 24h。"))
    }
    return policy
  }

  private func retention(_ old: Retention) -> Retention {
    var retention = old
    retention.ended = keepEnded ?? old.ended
    retention.attempts = keepAttempts ?? old.attempts
    if let keepAudit { retention.audit = keepAudit.interval }
    return retention
  }
}
