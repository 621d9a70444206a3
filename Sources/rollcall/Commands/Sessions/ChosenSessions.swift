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
    let act: String?
    let sessions: [String]

    private enum Key: CodingKey { case act, sessions }

    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      // An absent act is null, not left out.
      try object.encode(act, forKey: .act)
      try object.encode(sessions, forKey: .sessions)
    }
  }

  func validate() throws {
    guard ids.isEmpty != (filter == nil) else { throw ValidationError("Give ids, or --filter.") }
    // A script's variable that is empty must not mean everybody's.
    guard filter.map({ $0.contains { !$0.isWhitespace } }) ?? true else {
      throw ValidationError("The filter is empty: give words; state:live means all.")
    }
  }

  /// Does an act to the sessions that are chosen, in one go, and prints the id of each that it was done to.
  ///
  /// - Throws: ``CommandFailure`` when there was none, or it was not wanted.
  func perform(
    _ act: SessionAct, _ options: DatabaseOptions, question: (EndPreview) -> Phrase, done: (Int) -> Phrase
  ) throws {
    let service = try options.service()
    let targets = try targets(service, question)
    let output = DataOutput()
    // What cannot be written must not stop an act in the middle: it is told at the end.
    var ids: [String] = []
    let result = try service.perform(
      act, on: targets, by: .operator, reason: reason, subject: filter ?? "", each: { ids += $0.map(\.description) })
    // First of all: whatever becomes of the list of ids, it is said what was done, and what takes it back.
    if let act = result.act {
      Narration.say(done(result.count))
      Narration.say(
        Phrase(
          "'rollcall sessions restore \(act)' takes it back for 5 minutes.",
          "5 分钟内可用“rollcall sessions restore \(act)”撤销。"))
    }
    try output.write(
      json ? JSON.text(Report(act: result.act?.description, sessions: ids)) + "\n" : ids.map { $0 + "\n" }.joined())
    try output.flush()
    guard result.act != nil else {
      throw CommandFailure(
        .nothingMatched,
        result.unchanged > 0
          ? Phrase("They last as long as they can: nothing was changed.", "已是最长时限：未做任何更改。")
          : Phrase("No such session is live: nothing was changed.", "没有这样的在线会话：未做任何更改。"))
    }
  }

  private func targets(_ service: SessionService, _ question: (EndPreview) -> Phrase) throws -> SessionTargets {
    guard let filter else {
      let now = service.clock.now()
      return .listed(try ids.compactMap { try service.store.session(id: $0) }.map { SessionLook($0, at: now) })
    }
    let targets = SessionTargets.matching(try SessionFilter(text: filter), asOf: nil)
    guard !yes else { return targets }
    let preview = try service.preview(targets, own: OwnMark(.operator))
    if preview.count.value > 0 { try Confirmation.ask(question(preview)) }
    return .matching(try SessionFilter(text: filter), asOf: preview.at)
  }
}
