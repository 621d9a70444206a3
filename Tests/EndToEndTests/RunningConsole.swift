import Foundation
import Screen
import Support
import Testing

/// The real console on a terminal of its own, over a site's database.
struct RunningConsole {
  let terminal: PseudoTerminal

  /// Opens the console and waits until it has read the list.
  init(
    _ database: String, _ arguments: [String] = [], size: Size = Size(rows: 24, columns: 80),
    environment: [String: String] = [:]
  ) throws {
    terminal = try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["--database", database] + arguments,
      environment: ["LC_ALL": "C.UTF-8", "ROLLCALL_HISTORY": "no"].merging(environment) { $1 }, size: size)
  }

  func wait(for text: String) throws { try terminal.wait(for: text) }
  func press(_ keys: String) throws { try terminal.type(keys) }

  /// Confirms the question that stands open, once it says what it is about: before that it takes no answer.
  func confirm() throws {
    terminal.settle(milliseconds: 50)
    try terminal.wait("a question that can be answered") { $0.contains("[ Cancel ]") && !$0.contains("Counting…") }
    try press("e")
  }

  /// Leaves by `q` and holds the line against what it was before.
  func leave(settings: PseudoTerminal.Settings) throws {
    try press("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.settings == settings)
    #expect(!terminal.screen.isOnOtherScreen)
    #expect(terminal.screen.isCaretVisible)
  }

  /// The settings of a line that nobody has touched.
  static func untouchedSettings() throws -> PseudoTerminal.Settings {
    let terminal = try PseudoTerminal(program: "/bin/cat")
    return terminal.settings
  }
}

extension HTTPClient {
  /// Logs in by the page's form, with the site's password or another.
  func logIn(_ login: String, password: String? = nil, status: Int = 303) throws {
    let form = try get("/login.cgi")
    let answer = try post(
      "/login.cgi",
      form: [
        "token": form.hiddenFields["token"] ?? "", "login": login,
        "password": password ?? RunningSite.people[login] ?? "",
      ])
    #expect(answer.status == status)
  }
}
