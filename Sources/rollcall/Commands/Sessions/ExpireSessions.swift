import ArgumentParser
import SessionCore

struct ExpireSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expire", abstract: "Make sessions be over now, as if their time had come.",
    discussion: """
      What the user meets then is what everybody meets after being idle for too long. It can be taken back for 5 minutes.

      Example: rollcall sessions expire 01JD3KX4N0V5S8T2W6Y9ZABCDE
      Example: rollcall sessions expire --filter 'kind:simulated' --yes
      """)

  @OptionGroup var options: DatabaseOptions
  @OptionGroup var chosen: ChosenSessions

  func run() throws {
    try chosen.perform(.expire, options) { preview in
      Phrase("Let \(preview.count.counted("session")) time out now?", "让 \(preview.count.text) 个会话立即超时？")
    } done: {
      Phrase("Expired \($0).", "已使 \($0) 个过期。")
    }
  }
}
