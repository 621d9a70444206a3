import ArgumentParser
import SessionCore

struct AddUser: ParsableCommand {
  /// Who was added, as a program reads it.
  struct Report: Encodable {
    let login: String
    let id: Int64
    /// The one-time code; null when a password was given.
    @OrNull var code: String?
    /// What 'sessions restore' takes.
    let act: String
  }

  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make a user, who chooses a password with a one-time code.",
    discussion: """
      Prints the code, once: hand it over, and the user types it at the login page's /activate within 24 hours. So no
      administrator knows the password. --password asks for one on the terminal instead, --password-stdin reads one line
      of standard input; a password needs 15 characters.

      Example: rollcall users add alice
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: "The login.") var login: String
  @Option(help: "How long the code works, 5m to 7d; 24h unless given.") var codeFor: Interval?
  @Flag(help: "Ask for a password instead.") var password = false
  @Flag(help: "Read a password from standard input instead.") var passwordStdin = false
  @Flag(help: "Print a JSON object.") var json = false

  func validate() throws {
    guard !(password && passwordStdin) else { throw ValidationError("Give --password or --password-stdin, not both.") }
    try CodeLifetime.validate(codeFor)
  }

  func run() throws {
    let login = try Login(login)
    let service = try options.service()
    guard password || passwordStdin else {
      let done = service.newAct(.addUser, by: .operator, reason: "", subject: login.text)
      let (user, code) = try service.addUser(
        login, codeFor: codeFor ?? Activation.lifetime, by: .operator, as: done)
      let report = Report(
        login: login.text, id: user.rawValue, code: code.text, act: done.id.description)
      try Output.line(json ? try JSON.text(report) : code.text)
      CodeLifetime.explain(login, codeFor)
      Narration.sayHowToRestore(done.id)
      return
    }
    let text =
      passwordStdin
      ? try PasswordInput.fromStandardInput()
      : try PasswordInput.ask(Phrase("New password:", "新密码："), twice: Phrase("Once more:", "再次输入："))
    let chosen = try Password(text)
    let done = service.newAct(.addUser, by: .operator, reason: "", subject: login.text)
    let id = try service.addUser(login, password: chosen, by: .operator, as: done)
    Narration.say(Phrase("Added \(login.text).", "已添加 \(login.text)。"))
    Narration.sayHowToRestore(done.id)
    if json {
      try Output.line(
        try JSON.text(Report(login: login.text, id: id.rawValue, code: nil, act: done.id.description)))
    }
  }
}

/// How long a code works.
enum CodeLifetime {
  static func validate(_ lifetime: Interval?) throws {
    guard let lifetime, !Activation.lifetimeRange.contains(lifetime) else { return }
    throw ValidationError("A code works for 5m to 7d.")
  }

  static func explain(_ login: Login, _ lifetime: Interval?) {
    let length = (lifetime ?? Activation.lifetime).coarse
    Narration.say(
      Phrase(
        "The code is for \(login.text) alone, works once, for \(length), and is not shown again: at the login page, /activate.",
        "此一次性代码仅供 \(login.text) 使用一次，有效期 \(length)，不会再次显示：请在登录页的 /activate 使用。"))
  }
}
