import ArgumentParser
import SessionCore

struct ExpireSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expire", abstract: "Make sessions be over now, as if their time had come.",
    discussion: """
      What the user meets then is what everybody meets after being idle for too long.

      Example: rollcall sessions expire 01JD3KX4N0V5S8T2W6Y9ZABCDE
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: ArgumentHelp("The sessions' ids.", valueName: "id")) var ids: [SessionID]
  @Option(help: "Why; kept in the audit log.") var reason = ""

  func run() throws {
    let service = try options.service()
    var count = 0
    for id in ids where try service.expire(id, by: .operator, reason: reason) {
      try Output.line(id.description)
      count += 1
    }
    guard count > 0 else {
      throw CommandFailure(
        .nothingMatched, Phrase("No such session is live: nothing was changed.", "没有这样的在线会话：未做任何更改。"))
    }
    Narration.say(Phrase("Expired \(count).", "已使 \(count) 个过期。"))
  }
}
