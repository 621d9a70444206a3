import ArgumentParser
import SessionCore

struct Sessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who is logged in.", discussion: "Example: rollcall sessions list --csv",
    subcommands: [ListSessions.self, EndSessions.self])
}

extension SessionSort: ExpressibleByArgument {}

struct ListSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List live sessions.",
    discussion: "Example: rollcall sessions list --filter 'user:ali state:idle' --json")

  @OptionGroup var options: DatabaseOptions
  @Option(help: "Which: user:PREFIX, state:live|idle|ending|remembered|simulated, or a part of the login.")
  var filter = ""
  @Option(help: "The order.") var sort = SessionSort.lastSeen
  @Flag(help: "Smallest first.") var ascending = false
  @OptionGroup var format: OutputFormat

  func run() throws {
    let query = SessionQuery(filter: try SessionFilter(text: filter), sort: sort, descending: !ascending)
    let service = try options.service()
    let now = service.clock.now()
    var table = TableWriter(Column.sessions(at: now), format)
    var last: SessionPosition?
    while true {
      let page = try service.store.sessions(query, from: last, .after, limit: 500, at: now)
      for session in page { try table.add(session) }
      guard let end = page.last else { break }
      last = query.position(of: end)
    }
    try table.finish()
    if table.count == 0 { throw CommandFailure(.nothingMatched, Phrase("No session matches.", "没有符合的会话。")) }
  }
}

struct EndSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "End sessions, by id or all of a user.",
    discussion: """
      Prints the id of each session that it ended, one a line.

      Example: rollcall sessions end 01JD3KX4N0V5S8T2W6Y9ZABCDE --reason 'lost laptop'
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: ArgumentHelp("The sessions' ids.", valueName: "id")) var ids: [String] = []
  @Option(help: "End all sessions of this user.") var user: String?
  @Option(help: "Why; kept in the audit log.") var reason = ""
  @Flag(help: "Print a JSON array of the ids.") var json = false

  func validate() throws {
    guard ids.isEmpty == (user != nil) else { throw ValidationError("Give ids, or --user LOGIN.") }
  }

  func run() throws {
    let sessions = try ids.map { text in
      guard let id = SessionID(text: text) else {
        throw CommandFailure(
          .usage,
          Phrase(
            "“\(text)” is not a session's id: 'rollcall sessions list' shows them.",
            "“\(text)”不是会话编号：请用“rollcall sessions list”查看。"))
      }
      return id
    }
    let service = try options.service()
    var ended: [SessionID] = []
    if let user {
      ended = try service.end(.user(try service.user(login: user).id), by: .operator, reason: reason).ended
    } else {
      for id in sessions { ended += try service.end(.one(id), by: .operator, reason: reason).ended }
    }
    if json {
      try Output.line(try JSON.text(ended.map(\.description)))
    } else {
      for id in ended { try Output.line(id.description) }
    }
    guard !ended.isEmpty else {
      throw CommandFailure(
        .nothingMatched, Phrase("No such session is live: nothing was ended.", "没有这样的在线会话：未结束任何会话。"))
    }
    Narration.say(Phrase("Ended \(ended.count).", "已结束 \(ended.count) 个。"))
  }
}
