import ArgumentParser
import SessionCore

struct ExtendSessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "Let sessions last, as if a request had come now.",
    discussion: """
      They end when they are idle from now on, and never later than the absolute limit that they were made with. It can
      be taken back for 5 minutes, where they were not used since.

      Example: rollcall sessions extend 01JD3KX4N0V5S8T2W6Y9ZABCDE --reason call
      Example: rollcall sessions extend --filter 'user:ali ends<5m' --yes
      """)

  @OptionGroup var options: DatabaseOptions
  @OptionGroup var chosen: ChosenSessions

  func run() throws {
    try chosen.perform(.extend, options) { preview in
      Phrase(
        "Extend \(preview.count.counted("session")) of \(preview.users.counted("user"))?",
        "延长 \(preview.users.text) 个用户的 \(preview.count.text) 个会话？")
    } done: {
      Phrase("Extended \($0).", "已延长 \($0) 个。")
    }
  }
}
