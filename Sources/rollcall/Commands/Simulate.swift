import ArgumentParser
import Console
import SessionCore

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Do what a visitor does, through the real login.cgi.",
    discussion: "Example: rollcall simulate login alice", subcommands: [SimulateLogin.self])
}

struct SimulateLogin: ParsableCommand {
  /// What happened, as a program reads it.
  struct Report: Encodable {
    let loggedIn: Bool
    let request: [String]
    let answer: [String]
    let changes: [String]

    enum CodingKeys: String, CodingKey {
      case loggedIn = "logged_in"
      case request, answer, changes
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "login", abstract: "Simulate a login; its session is marked as simulated and lives 15 minutes.",
    discussion: """
      login.cgi is looked for beside this program, unless ROLLCALL_LOGIN_CGI names it.

      Example: rollcall simulate login alice --from 203.0.113.9
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: "The login.") var login: String
  @Flag(help: "Read the password from standard input.") var passwordStdin = false
  @Option(help: "The address to come from.") var from = "203.0.113.9"
  @Option(help: "What the client calls itself.") var userAgent = SimulatedClient.all[0].userAgent
  @Flag(help: "Print a JSON object.") var json = false

  func run() throws {
    guard IPAddress(text: from) != nil else {
      throw CommandFailure(.usage, Phrase("“\(from)” is not an address.", "“\(from)”不是地址。"))
    }
    let service = try options.service()
    let simulator = LoginSimulator(
      environment: try options.environmentForChildren(), service: service, actor: .operator)
    let password =
      passwordStdin
      ? try PasswordInput.fromStandardInput() : try PasswordInput.ask(Phrase("Password:", "密码："), twice: nil)
    let result = try simulator.run(
      SimulationRequest(step: .logIn, login: login, password: password, userAgent: userAgent, address: from))
    if json {
      try Output.line(
        try JSON.text(
          Report(
            loggedIn: result.isLoggedIn, request: result.request, answer: result.answer, changes: result.changes)))
    } else {
      for (title, lines) in [
        ("1 the browser asks", result.request), ("2 login.cgi answers", result.answer),
        ("3 the database now holds", result.changes),
      ] {
        try Output.line(title)
        for line in lines { try Output.safe("  " + line) }
      }
    }
    guard result.isLoggedIn else {
      throw CommandFailure(.refused, Phrase("The login was refused.", "登录被拒绝。"))
    }
  }
}
