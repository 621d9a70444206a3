import ArgumentParser
import SessionCore

struct EndSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "End sessions: by id, of a user, by a filter, or everybody's.",
    discussion: """
      Prints the id of each session that it ended, one a line. With --filter and --all it asks first, or needs --yes;
      the filter is the one of 'sessions list'. --all takes no longer for a million than for one: it refuses all sessions
      from before now, and their rows follow with the sweep. What was ended can be taken back for 5 minutes.

      Example: rollcall sessions end 01JD3KX4N0V5S8T2W6Y9ZABCDE --reason 'lost laptop'
      Example: rollcall sessions end --filter 'from:203.0.113.0/24 idle>1h' --yes
      Example: rollcall sessions end --all --reason 'key may have leaked' --yes
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: ArgumentHelp("The sessions' ids.", valueName: "id")) var ids: [SessionID] = []
  @Option(help: "End all sessions of this user.") var user: String?
  @Option(parsing: .unconditional, help: "End all sessions that match.") var filter: String?
  @Flag(help: "End everybody's sessions.") var all = false
  @Option(help: ArgumentHelp("Leave this session alone; again for more.", valueName: "id")) var except: [SessionID] = []
  @Option(help: "Why; kept in the audit log.") var reason = ""
  @Flag(help: "Do not ask.") var yes = false
  @Flag(help: "Print a JSON object with the act and the ids.") var json = false

  /// What was ended, as a program reads it.
  struct Report: Encodable {
    /// What 'sessions restore' takes; null when nothing ended.
    @OrNull var act: String?
    let ended: [String]
    /// Whether everybody was logged out: the ids are not listed then.
    let everybody: Bool
  }

  func validate() throws {
    let ways = [!ids.isEmpty, user != nil, filter != nil, all].count { $0 }
    guard ways == 1 else { throw ValidationError("Give ids, or one of --user, --filter and --all.") }
    try SessionFilter.requireWords(filter, orGive: "--all for everybody's sessions")
    guard except.isEmpty || filter != nil || (user != nil && except.count == 1) else {
      throw ValidationError("--except goes with --filter, and once with --user.")
    }
  }

  func run() throws {
    let service = try options.service()
    if all { return try endEverybody(service) }
    let isAsked = filter != nil && !yes
    let deed = try SessionDeed(
      .end, on: try targets(service), of: service, reason: reason, subject: filter ?? user ?? "",
      asking: isAsked ? { Self.question($0) } : nil)
    let (act, count) = (deed.result.act, deed.result.count)
    let report: Report? =
      json ? Report(act: act?.description, ended: deed.ids.map(\.description), everybody: false) : nil
    try deed.tell(Phrase("Ended \(count).", "已结束 \(count) 个。"), json: report)
    guard act != nil else {
      throw CommandFailure(
        .nothingMatched, Phrase("No such session is live: nothing was ended.", "没有这样的在线会话：未结束任何会话。"))
    }
  }

  private func targets(_ service: SessionService) throws -> SessionTargets {
    if let filter {
      let selected = try SessionFilter(text: filter)
      return .matching(except.isEmpty ? selected : selected.and(not: .ids(except)), asOf: nil)
    }
    guard let user else { return try SessionTargets(ids: ids, of: service) }
    let id = try service.user(login: user).id
    return except.isEmpty ? .user(id) : .matching(SessionFilter(terms: [.user(id)]).and(not: .ids(except)), asOf: nil)
  }

  private static func question(_ preview: EndPreview) -> Phrase {
    let some = preview.sample.map(\.owner.login).joined(separator: ", ")
    let more = preview.count.value > preview.sample.count ? ", …" : ""
    return Phrase(
      "End \(preview.count.counted("session")) (\(some)\(more))?",
      "结束 \(preview.count.text) 个会话（\(some)\(more)）？")
  }

  private func endEverybody(_ service: SessionService) throws {
    if !yes {
      let count = try service.preview(.matching(SessionFilter(), asOf: nil), own: OwnMark(.operator)).count
      try Confirmation.ask(
        Phrase("Log everybody out, \(count.counted("session"))?", "让所有人退出（\(count.text) 个会话）？"))
    }
    let act = try service.endEverybody(by: .operator, reason: reason)
    Narration.say(Phrase("Everybody is logged out.", "所有人均已退出。"))
    Narration.sayHowToRestore(act)
    guard json else { return }
    try Output.line(try JSON.text(Report(act: act.description, ended: [], everybody: true)))
  }
}
