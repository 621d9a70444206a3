import ArgumentParser
import SessionCore

extension OverviewSpan: ExpressibleByArgument {}

struct ShowOverview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "How many are logged in, log in and fail, over time and by what.",
    discussion: """
      The figures of the console's overview, in words. Counts stop at 10,000 a slot of time, and say so with a plus;
      addresses and clients are those of the 10,000 live sessions that were seen last, where there are more.

      Example: rollcall overview --last 24h
      Example: rollcall overview --json
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "How far to look back.") var last = OverviewSpan.hour
  @OptionGroup var format: OutputFormat

  func run() throws {
    let service = try options.service()
    let overview = try service.overview(last)
    let server = try service.store.serverState()
    if format.json {
      try Output.line(JSON.text(OverviewData(overview, server)))
    } else if format.csv {
      var table = TableWriter(Column.slots, format)
      for slot in overview.slots { try table.add(slot) }
      try table.finish()
    } else {
      try Report(fields(of: overview) + (server?.fields(Narration.language) ?? [])).write(format)
    }
  }

  private func fields(of overview: Overview) -> [Report.Field] {
    let language = Narration.language
    let none = Phrase("none", "无")(language)
    func list(_ parts: [String]) -> Cell { .text(parts.isEmpty ? none : parts.joined(separator: ", ")) }
    let ends = overview.ends.filter { $0.count.value > 0 }.map { "\($0.words(language)) \($0.count.text)" }
    let addresses = overview.addresses.prefix(8).map { "\($0.value) \($0.count)" }
    let clients = overview.clients.prefix(8).map { share in
      "\(share.value.text.isEmpty ? Phrase("others", "其他")(language) : share.value.text) \(share.count)"
    }
    return [
      Report.Field("at", Phrase("as of", "截至"), .time(overview.at)),
      Report.Field("span", Phrase("looking back", "回看"), .text(overview.span.words(language))),
      Report.Field("live", Phrase("live sessions", "在线会话"), .text(overview.liveWords(language))),
      Report.Field("logins", Phrase("logins", "登录"), .text(overview.loginWords(language))),
      Report.Field("failures", Phrase("failures", "失败"), .text(overview.failureWords(language))),
      Report.Field(
        "simulated", Phrase("simulated", "模拟"), .text((overview.simulatedWords ?? Phrase("none", "无"))(language))),
      Report.Field("ends", Phrase("they end", "剩余时间"), list(ends)),
      Report.Field("addresses", Phrase("they come from", "来源地址"), list(Array(addresses))),
      Report.Field("clients", Phrase("they use", "客户端"), list(Array(clients))),
    ]
  }
}

extension Column where Row == Overview.Slot {
  /// What a table shows of slots of time.
  static var slots: [Column] {
    [
      Column("start", Phrase("FROM", "自")) { .time($0.start) },
      Column("end", Phrase("TO", "至")) { .time($0.end) },
      Column("logins", Phrase("LOGINS", "登录")) { .number(Int64($0.logins.value)) },
      Column("failures", Phrase("FAILURES", "失败")) { .number(Int64($0.failures.value)) },
      Column("simulated", Phrase("SIMULATED", "模拟")) { .number(Int64($0.simulated.value)) },
      Column("counted_all", Phrase("ALL COUNTED", "已全部计数")) { .flag(!$0.logins.isCapped) },
      Column("live", Phrase("LIVE", "在线")) { $0.live.map { .number(Int64($0)) } ?? .none },
    ]
  }
}

/// An overview as programs read it. A count that stopped early is marked where it stands.
private struct OverviewData: Encodable {
  struct Slot: Encodable {
    let start, end: String
    let logins, failures, simulated: Int
    let live: Int?
    let counted_all: Bool
  }
  struct Ends: Encodable {
    /// Seconds.
    let from, to: Int64?
    let sessions: Int
    let counted_all: Bool
  }
  struct Share: Encodable {
    let name: String
    let sessions: Int
  }

  let at, span: String
  let live: Int
  let live_counted_all: Bool
  let slots: [Slot]
  let ends: [Ends]
  let addresses, clients: [Share]
  let looked_at: Int
  /// Nil for a file.
  let database: ServerData?

  init(_ overview: Overview, _ server: ServerState?) {
    database = server.map(ServerData.init)
    at = overview.at.rfc3339
    span = overview.span.rawValue
    (live, live_counted_all) = (overview.live.value, !overview.live.isCapped)
    slots = overview.slots.map { slot in
      Slot(
        start: slot.start.rfc3339, end: slot.end.rfc3339, logins: slot.logins.value, failures: slot.failures.value,
        simulated: slot.simulated.value, live: slot.live, counted_all: !slot.logins.isCapped)
    }
    ends = overview.ends.map { ends in
      Ends(
        from: ends.from.map { $0.milliseconds / 1000 }, to: ends.to.map { $0.milliseconds / 1000 },
        sessions: ends.count.value, counted_all: !ends.count.isCapped)
    }
    addresses = overview.addresses.map { Share(name: "\($0.value)", sessions: $0.count) }
    clients = overview.clients.map { Share(name: $0.value.text, sessions: $0.count) }
    looked_at = overview.ranked.value
  }
}
