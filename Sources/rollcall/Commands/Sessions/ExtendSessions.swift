import ArgumentParser
import SessionCore

struct ExtendSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "Let sessions last, as if a request had come now.",
    discussion: """
      A session lasts for its idle limit from now on, and never past its absolute limit. With --filter it asks first, or
      needs --yes; the filter is the one of 'sessions list'.

      Example: rollcall sessions extend 01JD3KX4N0V5S8T2W6Y9ZABCDE --reason 'exam until noon'
      Example: rollcall sessions extend --filter 'from:203.0.113.0/24 ends<10m' --yes
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: ArgumentHelp("The sessions' ids.", valueName: "id")) var ids: [SessionID] = []
  @Option(parsing: .unconditional, help: "Extend all sessions that match.") var filter: String?
  @Option(help: "Why; kept in the audit log.") var reason = ""
  @Flag(help: "Do not ask.") var yes = false

  func validate() throws {
    guard ids.isEmpty != (filter == nil) else { throw ValidationError("Give ids, or --filter.") }
    guard filter.map({ $0.contains { !$0.isWhitespace } }) ?? true else {
      throw ValidationError("The filter is empty: give words.")
    }
  }

  func run() throws {
    let service = try options.service()
    let result = try service.perform(
      .extend, on: try targets(service), by: .operator, reason: reason, subject: filter ?? "")
    guard result.count > 0 else {
      throw CommandFailure(
        .nothingMatched,
        Phrase(
          "Nothing was extended: no such session is live, or it lasts as long as it may.",
          "未延长任何会话：没有这样的在线会话，或已达最长时限。"))
    }
    Narration.say(Phrase("Extended \(result.count).", "已延长 \(result.count) 个。"))
  }

  private func targets(_ service: SessionService) throws -> SessionTargets {
    guard let filter else {
      return .listed(
        try ids.compactMap { try service.store.session(id: $0).map { SessionLook($0, at: service.clock.now()) } })
    }
    let selected = try SessionFilter(text: filter)
    let count = try service.previewEnd(.matching(selected)).count
    if !yes, count.value > 0 {
      try Confirmation.ask(
        Phrase("Extend \(count.text) session\(count.value == 1 ? "" : "s")?", "延长 \(count.text) 个会话？"))
    }
    return .matching(selected, asOf: nil)
  }
}
