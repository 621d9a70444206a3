import ArgumentParser
import SessionCore

struct Attempts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who tried to log in, and who has to wait.", discussion: "Example: rollcall attempts waiting",
    subcommands: [ListAttempts.self, ListWaiting.self, Forgive.self], defaultSubcommand: ListAttempts.self)
}

struct ListAttempts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List login attempts, newest first.",
    discussion: """
      A login that nobody has is shown by its first character alone: people type passwords there.

      Filter words:
      \(Help.words(AttemptFilter.words))

      Example: rollcall attempts list --filter 'from:203.0.113.0/24 -outcome:ok'
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(parsing: .unconditional, help: "Which; the words are above.") var filter = ""
  @Option(help: "How many at the most; all unless given.") var limit: Int?
  @OptionGroup var format: OutputFormat

  func run() throws {
    let filter = try AttemptFilter(text: filter)
    let service = try options.service()
    let store = service.store
    let now = service.clock.now()
    var table = TableWriter(Column.attempts, format)
    var last: Int64?
    while limit.map({ table.count < $0 }) ?? true {
      let page = try store.attempts(filter, before: last, limit: min(500, (limit ?? .max) - table.count), at: now)
      for entry in page { try table.add(entry) }
      guard let end = page.last else { break }
      last = end.number
    }
    try table.finish()
    if table.count == 0 { throw CommandFailure(.nothingMatched, Phrase("No attempt matches.", "没有符合的登录尝试。")) }
  }
}

struct ListWaiting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waiting", abstract: "List accounts and addresses that are slowed, and until when.",
    discussion: "Example: rollcall attempts waiting --json")

  @OptionGroup var options: DatabaseOptions
  @Flag(help: "List those with failures that do not have to wait, too.") var all = false
  @OptionGroup var format: OutputFormat

  func run() throws {
    let service = try options.service()
    let now = service.clock.now()
    var table = TableWriter(Column.throttles(at: now), format)
    // A stranger can make many of these, and each takes a moment to show: the longest waits are what matters.
    let most = 10_000
    let rows = try service.store.throttles(waiting: !all, limit: most, at: now)
    for row in rows { try table.add(row) }
    try table.finish()
    if rows.count == most {
      Narration.say(Phrase("These are the first \(most); there are more.", "仅列出前 \(most) 条，还有更多。"))
    }
    if rows.isEmpty { throw CommandFailure(.nothingMatched, Phrase("Nobody has to wait.", "没有需要等待的账户或地址。")) }
  }
}

struct Forgive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forgive", abstract: "Forget failures: who was slowed may try again at once.",
    discussion: """
      Example: rollcall attempts forgive alice
      Example: rollcall attempts forgive --address 203.0.113.7
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: "The login.") var login: String?
  @Option(help: "The address; of IPv6 its first 64 bits count.") var address: String?
  @Flag(help: "Everybody's.") var all = false
  @Option(help: "Why; kept in the audit log.") var reason = ""

  func validate() throws {
    guard [login != nil, address != nil, all].count(where: { $0 }) == 1 else {
      throw ValidationError("Give a login, or --address, or --all.")
    }
  }

  func run() throws {
    let service = try options.service()
    let which: Forgiveness
    let whom: String
    if let login {
      let user = try service.user(login: login)
      (which, whom) = (.user(user.id), user.login.text)
    } else if let address {
      guard let address = IPAddress(text: address) else {
        throw CommandFailure(.usage, Phrase("“\(address)” is not an address.", "“\(address)”不是地址。"))
      }
      (which, whom) = (.network(address), "\(address)")
    } else {
      (which, whom) = (.all, "everybody")
    }
    let done = service.newAct(.forgive, by: .operator, reason: reason, subject: whom)
    let count = try service.forgive(which, by: .operator, reason: reason, as: done)
    try Output.line("\(count)")
    guard count > 0 else {
      throw CommandFailure(.nothingMatched, Phrase("There were no failures to forget.", "没有可清除的失败记录。"))
    }
    Narration.say(Phrase("Forgotten.", "已清除。"))
    Narration.sayHowToRestore(done.id)
  }
}

extension Column where Row == AttemptEntry {
  /// What a list shows of login attempts.
  static var attempts: [Column] {
    [
      Column("number", Phrase("NUMBER", "编号"), for: .programs) { .number($0.number) },
      Column("at", Phrase("AT", "时间")) { .time($0.attempt.at) },
      Column("login", Phrase("LOGIN", "登录名")) { .text($0.attempt.login) },
      Column("known", Phrase("KNOWN", "已知"), for: .programs) { .flag($0.attempt.userID != nil) },
      Column("outcome", Phrase("OUTCOME", "结果")) { entry in
        .word(entry.attempt.outcome.name, entry.attempt.outcome == .loggedIn ? .good : .warning)
      },
      // What was simulated is nobody's own: people see that as programs do.
      Column("kind", Phrase("KIND", "类型"), for: .people) { entry in
        entry.attempt.simulatedBy.isEmpty ? .none : .word("simulated", .accent)
      },
      Column("simulated_by", Phrase("SIMULATED BY", "模拟者"), for: .programs) { entry in
        entry.attempt.simulatedBy.isEmpty ? .none : .text(entry.attempt.simulatedBy)
      },
      Column("from", Phrase("FROM", "来源")) { Cell($0.attempt.address?.description) },
      Column("client", Phrase("CLIENT", "客户端")) { entry in
        entry.attempt.userAgent.isEmpty ? .none : .text(UserAgent.summary(entry.attempt.userAgent))
      },
    ]
  }
}

extension Column where Row == Throttle {
  /// What a list shows of those who have to wait.
  static func throttles(at now: Timestamp) -> [Column] {
    [
      Column("scope", Phrase("WHAT", "对象")) { .text($0.scope == .address ? "address" : "account") },
      Column("login", Phrase("LOGIN", "登录名")) { $0.login.isEmpty ? .none : .text($0.login) },
      Column("from", Phrase("FROM", "来源"), absent: Phrase("elsewhere", "其他地方")) { Cell($0.address?.description) },
      Column("failures", Phrase("FAILURES", "失败次数")) { .number(Int64($0.failures)) },
      Column("refused", Phrase("TURNED AWAY", "拒绝次数")) { .number(Int64($0.refused)) },
      Column("last", Phrase("LAST", "最近"), for: .programs) { .time($0.lastAt) },
      Column("until", Phrase("UNTIL", "等到")) { $0.until > now ? .time($0.until) : .none },
    ]
  }
}
