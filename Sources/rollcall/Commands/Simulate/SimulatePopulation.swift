import ArgumentParser
import SQLiteEngine
import SessionCore
import SessionStore

struct SimulatePopulation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "population", abstract: "Fill a database with made-up users and sessions, for a demonstration.",
    discussion: """
      The same seed makes the same logins; times are reckoned back from now. Sessions are live, with the policy's limits
      and proofs by the server's key, but their secrets are thrown away unless --tokens keeps them: then each logs in
      whoever holds it. All users share one password, read with --password-stdin, and one hash of it; without it nothing
      logs them in. Addresses are of networks that are nobody's. An empty database is a sample from then on; it is filled
      in one go, and when that is broken off, nothing has happened. With --add, rows come in batches between logins.

      --shape makes the worst of it for measurements: one-user gives nine sessions of ten to one user, whose own limit is
      lifted; one-second has all sessions end in the same second, some minutes from now; one-address has everybody come
      from one address.

      Example: rollcall simulate population --users 1000 --sessions 10000 --seed 7
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "How many users.") var users: Int
  @Option(help: "How many live sessions.") var sessions: Int
  @Option(help: "What decides over everything that is drawn.") var seed: UInt64 = 1
  @Option(help: "What it is like: \(PopulationShape.allCases.map(\.rawValue).joined(separator: ", ")).")
  var shape: PopulationShape = .everyday
  @Flag(help: "Read the password of all of them from standard input.") var passwordStdin = false
  @Option(help: ArgumentHelp("Write LOGIN, a tab and TOKEN of each live session into a new file.", valueName: "file"))
  var tokens: String?
  @Flag(help: "Add to a database that has users already.") var add = false
  @Flag(help: "Do not ask.") var yes = false
  @OptionGroup var format: OutputFormat

  func validate() throws {
    guard (1...PopulationPlan.maximumUsers).contains(users) else {
      throw ValidationError("--users is 1 to \(PopulationPlan.maximumUsers).")
    }
    guard (0...PopulationPlan.maximumSessions).contains(sessions) else {
      throw ValidationError("--sessions is 0 to \(PopulationPlan.maximumSessions).")
    }
  }

  func run() throws {
    let service = try options.service(patience: Self.patience, prepare: Self.prepare)
    let isFirst = try requireRoom(service)
    let name = try options.address().name
    if !yes {
      try Confirmation.ask(
        Phrase(
          "Fill \(name) with \(users) made-up users? This is for demonstrations, and cannot be taken back.",
          "用 \(users) 个虚构用户填充 \(name)？此操作仅用于演示，且无法撤销。"))
    }
    let password = passwordStdin ? try Password(PasswordInput.fromStandardInput()) : nil
    let credential = try service.inventedCredential(password)
    let file = try tokens.map { try PrivateFile(newAt: $0) }
    let begin = Monotonic.milliseconds
    let result = try fill(service, credential, isFirst: isFirst, file)
    try file?.flush()
    try report(result, milliseconds: Monotonic.milliseconds - begin)
  }

  /// How many seconds a server may take to make all indexes of a big table.
  private static let patience = 3600

  private static func prepare(_ connection: any Connection) throws {
    try (connection as? SQLiteConnection)?.prepareForBulk()
    if try SQLStore(connection).takeBackFilling() {
      Narration.say(Phrase("What was broken off before was taken back.", "此前中断的填充已撤销。"))
    }
  }

  private func fill(_ service: SessionService, _ credential: Credential, isFirst: Bool, _ file: PrivateFile?) throws
    -> PopulationRun.Result
  {
    let settings = try service.store.settings()
    let policy = try SessionPolicy(settings)
    let spread = SessionSpread(
      policy: policy, retention: Retention(settings),
      notBefore: Timestamp(milliseconds: settings[.notBefore] ?? 0), now: service.clock.now(), shape: shape)
    let plan = PopulationPlan(users: users, sessions: sessions, seed: seed, spread: spread, shape: shape)
    let keep = { (login: String, token: Token) in try file?.write("\(login)\t\(token.text)\n") ?? () }
    if isFirst, try service.store.canBeFilled() {
      let fill = PopulationFill(
        service: service, plan: plan, policy: policy, credential: credential, actor: .operator,
        surroundings: Surroundings(seed: seed, shape: shape))
      let bar = ProgressBar(total: fill.total)
      defer { bar.end() }
      return try fill.run(LoginMaker(seed: seed), keep: file == nil ? nil : keep, progress: bar.show)
    }
    // Whose people are all made up is a sample.
    if isFirst { try service.markAsSample(by: .operator) }
    let run = try PopulationRun(service: service, plan: plan, credential: credential, actor: .operator, shape: shape)
    let bar = ProgressBar(total: run.total)
    defer { bar.end() }
    let logins = LoginMaker(seed: seed) { login in add ? try service.store.user(key: login.key) != nil : false }
    return try run.run(logins, keep: keep, progress: bar.show)
  }

  /// Whether the database is without users.
  private func requireRoom(_ service: SessionService) throws -> Bool {
    let isEmpty = try service.store.countUsers(UserFilter(), at: service.clock.now()).value == 0
    let rule = SimulationRule(setting: try options.configuration()[.simulation])
    if isEmpty, rule == .off { throw CommandFailure(.refused, SimulationRefused(rule: rule).phrase) }
    if !isEmpty, !add {
      throw CommandFailure(
        .refused,
        Phrase(
          "The database has users already. This is for demonstrations: take a database of its own, or give --add.",
          "数据库中已有用户。此命令仅用于演示：请使用单独的数据库，或加上 --add。"))
    }
    let room = PopulationPlan.room(users: users, shape, under: try service.store.policy())
    guard sessions <= room else {
      throw CommandFailure(
        .refused,
        Phrase(
          "\(users) users may have \(room) sessions at once by the policy: take more users, or fewer sessions.",
          "按照策略，\(users) 个用户最多可同时拥有 \(room) 个会话：请增加用户或减少会话。"))
    }
    if !isEmpty { try options.requireSimulation(service) }
    return isEmpty
  }

  private func report(_ result: PopulationRun.Result, milliseconds: Int64) throws {
    let tenths = milliseconds / 100
    func count(_ number: Int) -> Cell { .number(Int64(number)) }
    try Report([
      Report.Field("users", Phrase("users", "用户"), count(result.users)),
      Report.Field("locked", Phrase("of them locked", "其中已锁定"), count(result.locked)),
      Report.Field("sessions", Phrase("live sessions", "在线会话"), count(result.sessions)),
      Report.Field("ended", Phrase("ended sessions", "已结束会话"), count(result.ended)),
      Report.Field("attempts", Phrase("login attempts", "登录尝试"), count(result.attempts)),
      Report.Field("seed", Phrase("seed", "种子"), .decimal(String(seed))),
      Report.Field("seconds", Phrase("seconds", "秒"), .decimal("\(tenths / 10).\(tenths % 10)")),
    ]).write(format)
    Narration.say(
      passwordStdin
        ? Phrase("They share one password, the one that was given.", "所有用户共用给定的密码。")
        : Phrase("No password logs them in: none was given.", "未提供密码，因此任何密码都无法登录。"))
    if let tokens {
      Narration.say(
        Phrase(
          "\(tokens) holds secrets: whoever reads it is logged in.", "\(tokens) 含有机密：读取者即可登录。"))
    }
  }
}

extension PopulationShape: ExpressibleByArgument {}
