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
    let act: String?
    let ended: [String]
    /// Whether everybody was logged out: the ids are not listed then.
    let everybody: Bool

    private enum Key: CodingKey { case act, ended, everybody }

    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      // An absent act is null, not left out.
      try object.encode(act, forKey: .act)
      try object.encode(ended, forKey: .ended)
      try object.encode(everybody, forKey: .everybody)
    }
  }

  func validate() throws {
    let ways = [!ids.isEmpty, user != nil, filter != nil, all].count { $0 }
    guard ways == 1 else { throw ValidationError("Give ids, or one of --user, --filter and --all.") }
    // A script's variable that is empty must not end everybody's.
    guard filter.map({ $0.contains { !$0.isWhitespace } }) ?? true else {
      throw ValidationError("The filter is empty: give words, or --all for everybody's sessions.")
    }
    guard except.isEmpty || filter != nil || (user != nil && except.count == 1) else {
      throw ValidationError("--except goes with --filter, and once with --user.")
    }
  }

  func run() throws {
    let service = try options.service()
    if all { return try endEverybody(service) }
    let result = try end(service)
    // First of all: whatever becomes of the list of ids, it is said what was done, and what takes it back.
    if let act = result.act {
      Narration.say(Phrase("Ended \(result.ended.count).", "已结束 \(result.ended.count) 个。"))
      sayHowToRestore(act)
    }
    if json {
      let report = Report(
        act: result.act?.description, ended: result.ended.map(\.description), everybody: false)
      try Output.line(try JSON.text(report))
    } else {
      let output = DataOutput()
      for id in result.ended { try output.write(id.description + "\n") }
      try output.flush()
    }
    guard result.act != nil else {
      throw CommandFailure(
        .nothingMatched, Phrase("No such session is live: nothing was ended.", "没有这样的在线会话：未结束任何会话。"))
    }
  }

  private func end(_ service: SessionService) throws -> EndResult {
    if let filter {
      let selected = try SessionFilter(text: filter)
      let all = except.isEmpty ? selected : selected.and(not: .ids(except))
      // What was asked about is what ends: nobody who came while the question stood.
      let moment = yes ? nil : try confirm(.matching(all), service)
      return try service.end(
        moment.map { .matchingAsOf(all, $0) } ?? .matching(all), by: .operator, reason: reason)
    }
    if let user {
      let id = try service.user(login: user).id
      let selection = except.first.map { SessionSelection.others(of: id, than: $0) } ?? .user(id)
      return try service.end(selection, by: .operator, reason: reason)
    }
    guard ids.count > 1 else { return try service.end(.one(ids[0]), by: .operator, reason: reason) }
    // However many ids, one act: it is taken back whole.
    let now = service.clock.now()
    let looks = try ids.compactMap { try service.store.session(id: $0) }.map { SessionLook($0, at: now) }
    var ended: [SessionID] = []
    let result = try service.perform(
      .end, on: .listed(looks), by: .operator, reason: reason, each: { ended += $0 })
    return EndResult(act: result.act, ended: ended)
  }

  /// Asks, and returns the moment that was looked at.
  private func confirm(_ selection: SessionSelection, _ service: SessionService) throws -> Timestamp {
    let preview = try service.previewEnd(selection)
    guard preview.count.value > 0 else { return preview.at }
    let some = preview.sample.map(\.owner.login).joined(separator: ", ")
    let more = preview.count.value > preview.sample.count ? ", …" : ""
    try Confirmation.ask(
      Phrase(
        "End \(preview.count.text) session\(preview.count.value == 1 ? "" : "s") (\(some)\(more))?",
        "结束 \(preview.count.text) 个会话（\(some)\(more)）？"))
    return preview.at
  }

  private func endEverybody(_ service: SessionService) throws {
    if !yes {
      let count = try service.previewEnd(.matching(SessionFilter())).count.text
      try Confirmation.ask(
        Phrase("Log everybody out, \(count) sessions?", "让所有人退出（\(count) 个会话）？"))
    }
    let act = try service.endEverybody(by: .operator, reason: reason)
    if json {
      try Output.line(try JSON.text(Report(act: act.description, ended: [], everybody: true)))
    }
    Narration.say(Phrase("Everybody is logged out.", "所有人均已退出。"))
    sayHowToRestore(act)
  }

  private func sayHowToRestore(_ act: DoneAct.ID) {
    Narration.say(
      Phrase(
        "'rollcall sessions restore \(act)' takes it back for 5 minutes.",
        "5 分钟内可用“rollcall sessions restore \(act)”撤销。"))
  }
}
