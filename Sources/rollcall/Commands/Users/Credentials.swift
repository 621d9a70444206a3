import ArgumentParser
import SessionCore

struct GiveCode: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Give out a one-time code to choose a new password with.",
    discussion: """
      Prints the code, once. The present password works until the code is used; then the user's sessions end.

      Example: rollcall users code alice --for 1h
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: "The login.") var login: String
  @Option(name: .customLong("for"), help: "How long it works, 5m to 7d; 24h unless given.") var lifetime: Interval?
  @Flag(help: "Print a JSON object.") var json = false

  func validate() throws { try CodeLifetime.validate(lifetime) }

  func run() throws {
    let service = try options.service()
    let user = try service.user(login: login)
    let done = service.newAct(.giveCode, by: .operator, reason: "", subject: user.login.text)
    let code = try service.giveCode(
      to: user.id, for: lifetime ?? Activation.lifetime, by: .operator, as: done)
    let report = AddUser.Report(
      login: user.login.text, id: user.id.rawValue, code: code.text, act: done.id.description)
    try Output.line(json ? try JSON.text(report) : code.text)
    CodeLifetime.explain(user.login, lifetime)
    Narration.sayHowToRestore(done.id)
  }
}

struct SetPassword: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password", abstract: "Set a user's password and end their sessions.",
    discussion: """
      Better is 'rollcall users code': then nobody but the user knows the password. Asks for it on the terminal, or reads
      one line of standard input with --password-stdin.

      Example: rollcall users password alice
      """)

  @OptionGroup var act: UserActOptions
  @Flag(help: "Read the password from standard input.") var passwordStdin = false

  func run() throws {
    let service = try act.options.service()
    let user = try service.user(login: act.login)
    let text =
      passwordStdin
      ? try PasswordInput.fromStandardInput()
      : try PasswordInput.ask(Phrase("New password:", "新密码："), twice: Phrase("Once more:", "再次输入："))
    let ended = try service.setPassword(
      of: user, to: try Password(text), source: .administrator, by: .operator)
    try act.report(
      user, changed: true, ended: ended.count, act: nil,
      said: Phrase(
        "Set the password of \(user.login.text), ended \(ended.count.counted("session")).",
        "已设置 \(user.login.text) 的密码，结束了 \(ended.count) 个会话。"))
  }
}

struct LimitUser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limit", abstract: "Set how many sessions a user may have at once.",
    discussion: """
      'policy' in place of a number makes the policy's count again. It holds from the next login on.

      Example: rollcall users limit alice 1
      """)

  /// A number, or the policy's.
  struct Maximum: ExpressibleByArgument {
    let count: Int?

    init?(argument: String) {
      count = Int(argument)
      guard count.map(SessionPolicy.maximumSessionsRange.contains) ?? (argument == "policy") else { return nil }
    }
  }

  @OptionGroup var options: DatabaseOptions
  @Argument(help: "The login.") var login: String
  @Argument(help: "1 to 10000, or policy.") var maximum: Maximum

  func run() throws {
    let service = try options.service()
    let user = try service.user(login: login)
    try service.setMaximumSessions(maximum.count, of: user.id, by: .operator)
    let name = user.login.text
    Narration.say(
      maximum.count.map {
        Phrase("\(name) may have \($0.counted("session")) at once.", "\(name) 最多可同时有 \($0) 个会话。")
      } ?? Phrase("\(name) may have as many as the policy says.", "\(name) 的会话数由策略决定。"))
  }
}
