import ArgumentParser
import SessionCore

struct ListUsers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List users by login.",
    discussion: """
      Filter words:
      \(Help.words(UserFilter.words))

      Example: rollcall users list --filter 'state:active last>90d|last:never'
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(parsing: .unconditional, help: "Which; the words are above.") var filter = ""
  @OptionGroup var format: OutputFormat

  func run() throws {
    let filter = try UserFilter(text: filter)
    let service = try options.service()
    var table = TableWriter(Column.users, format)
    var last: String?
    while true {
      let page = try service.store.users(filter, from: last, .after, limit: 500, at: service.clock.now())
      for listing in page { try table.add(listing) }
      guard let end = page.last else { break }
      last = end.user.login.key
    }
    try table.finish()
    if table.count == 0 { throw CommandFailure(.nothingMatched, Phrase("No user matches.", "没有符合的用户。")) }
  }
}
