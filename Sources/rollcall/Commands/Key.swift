import ArgumentParser
import SessionCore

struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The server's key and pepper.", discussion: "Example: rollcall key rotate --grace 1d",
    subcommands: [ShowKey.self, RotateKey.self, AddPepper.self], defaultSubcommand: ShowKey.self)
}

struct ShowKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Say which keys are in use, never what they are.",
    discussion: "Example: rollcall key show")

  @OptionGroup var options: DatabaseOptions
  @OptionGroup var format: OutputFormat

  func run() throws {
    let service = try options.service()
    let grace = service.keys.grace(at: service.clock.now())
    let pepper = try options.configuration()[.pepper]
    try Report([
      Report.Field("key", Phrase("key file", "密钥文件"), .text(try options.keyPath())),
      Report.Field("former", Phrase("former keys still accepted", "仍有效的旧密钥"), .number(Int64(grace.keys))),
      Report.Field("former_until", Phrase("until", "有效至"), Cell(grace.until)),
      Report.Field("pepper", Phrase("pepper file", "pepper 文件"), Cell(pepper)),
      Report.Field(
        "pepper_ids", Phrase("peppers, the one for new hashes first", "pepper（首个用于新散列）"),
        .texts(try pepper.map { try PepperRing(file: $0).ids } ?? [])),
    ]).write(format)
  }
}

struct RotateKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Put a new key in the place of the current one.",
    discussion: """
      During the grace the old key is accepted: each session goes over to the new one with its next request, and nobody
      has to log in again who comes by until then. When the key may have been seen, give --grace none: all sessions end
      at once.

      Example: rollcall key rotate --grace 1d
      Example: rollcall key rotate --grace none --yes
      """)

  /// A length, or none.
  struct Grace: ExpressibleByArgument {
    let interval: Interval

    init?(argument: String) {
      if argument == "none" {
        interval = Interval(milliseconds: 0)
      } else if let length = Interval(text: argument), length <= .days(30) {
        interval = length
      } else {
        return nil
      }
    }
  }

  @OptionGroup var options: DatabaseOptions
  @Option(help: "How long the old key is accepted, up to 30d, or none; 1d unless given.") var grace: Grace?
  @Flag(help: "Do not ask.") var yes = false

  func run() throws {
    let service = try options.service()
    let grace = self.grace?.interval ?? .days(1)
    let endsAll = grace.milliseconds == 0
    if endsAll, !yes {
      try Confirmation.ask(
        Phrase("This ends all sessions at once. Rotate the key?", "这将立即结束所有会话。更换密钥？"))
    }
    try service.rotateKey(file: try options.keyPath(), grace: grace, by: .operator)
    Narration.say(
      endsAll
        ? Phrase("The key is new. Everybody has to log in again.", "密钥已更换，所有人需要重新登录。")
        : Phrase(
          "The key is new; the old one is accepted for \(grace.coarse) more. Back the file up.",
          "密钥已更换；旧密钥在 \(grace.coarse) 内仍有效。请备份该文件。"))
    Narration.say(
      Phrase(
        "Leave consoles that are open, and open them again: they hold the old key.",
        "请退出并重新打开仍在运行的控制台：它们仍持有旧密钥。"))
  }
}

struct AddPepper: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pepper", abstract: "Make the pepper file, or put a new pepper first in it.",
    discussion: """
      A pepper is a secret outside the database that goes into every password's hash, so that a copy of the database alone
      cannot be tried out. Which file is said by the setting 'pepper'. A hash gets the first pepper at its user's next
      login; older peppers are needed until then, so the file must never be lost.

      Example: ROLLCALL_PEPPER=/etc/rollcall/pepper rollcall key pepper
      """)

  @OptionGroup var options: DatabaseOptions

  func run() throws {
    guard let path = try options.configuration()[.pepper] else {
      throw CommandFailure(
        .usage,
        Phrase(
          "Which file? Set 'pepper' in the configuration file, or ROLLCALL_PEPPER.",
          "请指定文件：在配置文件中设置 pepper，或设置 ROLLCALL_PEPPER。"))
    }
    if let ring = try? PepperRing(file: path) {
      let next = ring.adding(random: .system)
      try next.replace(file: path)
      return say(path, next)
    }
    let ring = PepperRing(random: .system)
    try ring.write(toNewFile: path)
    say(path, ring)
  }

  private func say(_ path: String, _ ring: PepperRing) {
    Narration.say(
      Phrase(
        "The pepper \(ring.ids[0]) is first in \(path). Back the file up, apart from the database, and let the web server's user read it.",
        "pepper \(ring.ids[0]) 已置于 \(path) 首位。请将该文件与数据库分开备份，并允许 Web 服务器用户读取。"))
  }
}
