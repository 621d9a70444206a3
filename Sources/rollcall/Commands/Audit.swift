import ArgumentParser
import SessionCore

struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who did what, to whom, when and why.", discussion: "Example: rollcall audit verify",
    subcommands: [ListAudit.self, VerifyAudit.self, PruneAudit.self], defaultSubcommand: ListAudit.self)
}

struct ListAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the audit log, newest first.",
    discussion: """
      Filter words:
      \(Help.words(AuditFilter.words))

      Example: rollcall audit list --filter 'by:lin act:lock-user when<7d'
      Example: rollcall audit list --limit 20
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(parsing: .unconditional, help: "Which; the words are above.") var filter = ""
  @Option(help: "How many at the most; all unless given.") var limit: Int?
  @Flag(help: "Oldest first.") var ascending = false
  @OptionGroup var format: OutputFormat

  func run() throws {
    let query = AuditQuery(filter: try AuditFilter(text: filter), descending: !ascending)
    let service = try options.service()
    let now = service.clock.now()
    var table = TableWriter(Column.audit, format)
    var last: Int64?
    while limit.map({ table.count < $0 }) ?? true {
      let count = min(500, (limit ?? .max) - table.count)
      let page = try service.store.audit(query, from: last, .after, limit: count, at: now)
      for listing in page { try table.add(listing) }
      guard let end = page.last else { break }
      last = end.entry.number
    }
    try table.finish()
    if table.count == 0 { throw CommandFailure(.nothingMatched, Phrase("No entry matches.", "没有符合的条目。")) }
  }
}

struct VerifyAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that nobody has changed the audit log.",
    discussion: """
      Walks the chain from the first entry to the last and names the first row that is wrong. The newest entry is sealed
      with the server's key, so that rows cut off at either end are missed too. Exits with 5 when something is wrong.

      Example: rollcall audit verify
      """)

  @OptionGroup var options: DatabaseOptions
  @OptionGroup var format: OutputFormat

  func run() throws {
    let watched = Narration.isWatched
    let found = try options.service().verifyAudit { count in
      if watched { Narration.rewrite("\(count)") }
      return true
    }
    if watched { Narration.rewrite("") }
    try Report([
      Report.Field("entries", Phrase("entries that are right", "正确的条目"), .number(Int64(found.entries))),
      Report.Field("last", Phrase("the newest of them", "其中最新的"), .number(found.last.number)),
      Report.Field("hash", Phrase("its hash", "其散列"), .text(Self.hex(found.last.hash))),
      Report.Field("fault", Phrase("what is wrong", "问题"), Cell(found.fault.map { $0.phrase.english })),
      Report.Field("fault_at", Phrase("at number", "编号"), found.fault.map { .number($0.number) } ?? .none),
    ]).write(format)
    if let fault = found.fault { throw CommandFailure(.findings, fault.phrase) }
    Narration.say(Phrase("Nobody has changed the log.", "审计日志未被改动。"))
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

struct PruneAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Remove the oldest entries of the audit log.",
    discussion: """
      The chain stays whole: where the log begins from then on is noted under the server's key. 'rollcall policy set
      --keep-audit 365d' has the sweep do it.

      Example: rollcall audit prune --older-than 365d --yes
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "Keep what is younger, at least 1d.") var olderThan: Interval
  @Flag(help: "Do not ask.") var yes = false

  func validate() throws {
    guard olderThan >= .days(1) else { throw ValidationError("The last day is always kept: give 1d or more.") }
  }

  func run() throws {
    let service = try options.service()
    if !yes {
      try Confirmation.ask(
        Phrase("Remove all entries older than \(olderThan.coarse)?", "删除早于 \(olderThan.coarse) 的所有条目？"))
    }
    let count = try service.pruneAudit(before: service.clock.now() - olderThan, by: .operator)
    try Output.line("\(count)")
    guard count > 0 else { throw CommandFailure(.nothingMatched, Phrase("No entry is as old.", "没有这么早的条目。")) }
    Narration.say(Phrase("Removed \(count) entries.", "已删除 \(count) 条。"))
  }
}

extension Column where Row == AuditListing {
  /// What a list shows of the audit log.
  static var audit: [Column] {
    [
      Column("number", Phrase("NUMBER", "编号")) { .number($0.entry.number) },
      Column("at", Phrase("AT", "时间")) { .time($0.entry.record.at) },
      Column("actor", Phrase("WHO", "操作人")) { .text($0.entry.record.actor.name) },
      Column("terminal", Phrase("TERMINAL", "终端")) {
        Cell($0.entry.record.actor.terminal.isEmpty ? nil : $0.entry.record.actor.terminal)
      },
      Column("address", Phrase("FROM", "来源")) {
        Cell($0.entry.record.actor.address.isEmpty ? nil : $0.entry.record.actor.address)
      },
      Column("action", Phrase("ACT", "操作")) { .text($0.entry.record.action.rawValue) },
      Column("user", Phrase("USER", "用户")) { listing in
        // Who was removed has no name any more: the entry of the removal says it.
        guard let id = listing.entry.record.user else { return .none }
        return .text(listing.login ?? "#\(id.rawValue)")
      },
      Column("user_id", Phrase("USER ID", "用户编号"), for: .programs) { listing in
        listing.entry.record.user.map { .number($0.rawValue) } ?? .none
      },
      Column("session", Phrase("SESSION", "会话")) { Cell($0.entry.record.session?.description) },
      Column("reason", Phrase("REASON", "原因")) {
        $0.entry.record.reason.isEmpty ? .none : .text($0.entry.record.reason)
      },
    ]
  }
}
