import ArgumentParser
import SessionCore

struct Sessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who is logged in.", discussion: "Example: rollcall sessions list --csv",
    subcommands: [ListSessions.self, EndSessions.self, RestoreSessions.self, ExtendSessions.self, ExpireSessions.self])
}

extension SessionSort: ExpressibleByArgument {}

extension SessionID: ExpressibleByArgument {
  /// Reads an id as lists show it.
  public init?(argument: String) { self.init(text: argument) }
}

struct ListSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List live sessions, or follow what happens to them.",
    discussion: """
      Filter words:
      \(Help.words(SessionFilter.words))

      --follow prints logins, ends and failures as they happen, one JSON object a line, until it is interrupted.

      Example: rollcall sessions list --filter 'from:203.0.113.0/24 -kind:simulated'
      Example: rollcall sessions list --follow
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(parsing: .unconditional, help: "Which; the words are above.") var filter = ""
  @Option(help: "The order.") var sort = SessionSort.lastSeen
  @Flag(help: "Smallest first.") var ascending = false
  @Flag(help: "Stream what happens from now on.") var follow = false
  @OptionGroup var format: OutputFormat

  func validate() throws {
    guard !follow || (filter.isEmpty && !format.csv) else {
      throw ValidationError("--follow tells everything, as JSON: it takes neither --filter nor --csv.")
    }
  }

  func run() throws {
    let query = SessionQuery(filter: try SessionFilter(text: filter), sort: sort, descending: !ascending)
    let service = try options.service()
    guard !follow else { return try EventStream(service.store).run() }
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
