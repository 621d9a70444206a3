import ArgumentParser
import SessionCore

struct SimulateVisit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visit", abstract: "Simulate a page that asks login.cgi who is there.",
    discussion: """
      The cookie is the one that 'simulate login --keep-cookie' kept.

      Example: rollcall simulate visit --cookie alice.cookie
      """)

  @OptionGroup var visitor: SimulatedVisitorOptions
  @Option(help: ArgumentHelp("The cookie's file.", valueName: "file")) var cookie: String

  func run() throws {
    let token = try CookieFile.read(cookie)
    let simulator = try visitor.simulator()
    simulator.resume(token)
    let result = try simulator.run(visitor.request(.visit))
    try visitor.show(result)
    guard result.isLoggedIn else {
      throw CommandFailure(.refused, Phrase("Nobody is logged in with this cookie.", "此 Cookie 未登录。"))
    }
  }
}

struct SimulateLogout: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout", abstract: "Simulate the logout button, and remove the cookie's file.",
    discussion: """
      The cookie is the one that 'simulate login --keep-cookie' kept. Where the session is over already, nothing matched.

      Example: rollcall simulate logout --cookie alice.cookie
      """)

  @OptionGroup var visitor: SimulatedVisitorOptions
  @Option(help: ArgumentHelp("The cookie's file.", valueName: "file")) var cookie: String

  func run() throws {
    let token = try CookieFile.read(cookie)
    let simulator = try visitor.simulator()
    simulator.resume(token)
    // A browser whose session is over gets the login form, which has no such button.
    let wasOver = try simulator.isOver()
    let result = try simulator.run(visitor.request(.logOut))
    try visitor.show(result)
    guard try simulator.isOver() else {
      throw CommandFailure(.refused, Phrase("login.cgi did not log out.", "login.cgi 未完成退出。"))
    }
    CookieFile.remove(cookie)
    guard !wasOver else {
      throw CommandFailure(.nothingMatched, Phrase("The session was over already.", "会话此前已结束。"))
    }
  }
}
