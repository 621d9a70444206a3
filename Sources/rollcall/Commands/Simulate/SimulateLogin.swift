import ArgumentParser
import SessionCore

struct SimulateLogin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login", abstract: "Simulate a login; its session is marked as simulated and lives 15 minutes.",
    discussion: """
      login.cgi is looked for beside this program, unless ROLLCALL_LOGIN_CGI names it. With --keep-cookie the session goes
      on in 'simulate visit' and 'simulate logout', and in curl -H @FILE.

      Example: rollcall simulate login alice --from 203.0.113.9 --keep-cookie a.cookie
      """)

  @OptionGroup var visitor: SimulatedVisitorOptions
  @Argument(help: "The login.") var login: String
  @Flag(help: "Read the password from standard input.") var passwordStdin = false
  @Option(help: ArgumentHelp("Keep the cookie in a new file, for its owner alone.", valueName: "file"))
  var keepCookie: String?

  func run() throws {
    let simulator = try visitor.simulator()
    // Before the login: a session whose cookie cannot be kept is of no use.
    let file = try keepCookie.map(CookieFile.init(newAt:))
    let password =
      passwordStdin
      ? try PasswordInput.fromStandardInput() : try PasswordInput.ask(Phrase("Password:", "密码："), twice: nil)
    let result = try simulator.run(visitor.request(.logIn, login: login, password: password))
    if let token = simulator.token { try file?.keep(token) }
    try visitor.show(result)
    guard result.isLoggedIn else {
      throw CommandFailure(.refused, Phrase("The login was refused.", "登录被拒绝。"))
    }
  }
}
