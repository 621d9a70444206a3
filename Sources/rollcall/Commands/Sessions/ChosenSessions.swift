import ArgumentParser
import SessionCore

/// Which sessions a command is about: by id or by a filter, with why, and whether to ask.
struct ChosenSessions: ParsableArguments {
  @Argument(help: ArgumentHelp("The sessions' ids.", valueName: "id")) var ids: [SessionID] = []
  @Option(parsing: .unconditional, help: "All that match; the filter is the one of 'sessions list'.") var filter:
    String?
  @Option(help: "Why; kept in the audit log.") var reason = ""
  @Flag(help: "Do not ask.") var yes = false
  @Flag(help: "Print a JSON object with the act and the ids.") var json = false

  /// What was done, as a program reads it.
  struct Report: Encodable {
    /// What 'sessions restore' takes; null when nothing was done.
    @OrNull var act: String?
    let sessions: [String]
  }

  func validate() throws {
    guard ids.isEmpty != (filter == nil) else { throw ValidationError("Give ids, or --filter.") }
    try SessionFilter.requireWords(filter, orGive: "state:live for all of them")
  }

  /// Does an act to the sessions that are chosen, in one go, and prints the id of each that it was done to.
  ///
  /// - Throws: ``CommandFailure`` when there was none, or it was not wanted.
  func perform(
    _ act: SessionAct, _ options: DatabaseOptions, question: @escaping (EndPreview) -> Phrase, done: (Int) -> Phrase
  ) throws {
    let service = try options.service()
    let targets: SessionTargets =
      try filter.map { .matching(try SessionFilter(text: $0), asOf: nil) } ?? SessionTargets(ids: ids, of: service)
    let deed = try SessionDeed(
      act, on: targets, of: service, reason: reason, subject: filter ?? "", asking: yes ? nil : question)
    let result = deed.result
    let report: Report? = json ? Report(act: result.act?.description, sessions: deed.ids.map(\.description)) : nil
    try deed.tell(done(result.count), json: report)
    guard result.act != nil else {
      throw CommandFailure(
        .nothingMatched,
        result.unchanged > 0
          ? Phrase("They last as long as they can: nothing was changed.", "已是最长时限：未做任何更改。")
          : Phrase("No such session is live: nothing was changed.", "没有这样的在线会话：未做任何更改。"))
    }
  }
}
