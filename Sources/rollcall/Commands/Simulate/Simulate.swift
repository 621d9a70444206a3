import ArgumentParser
import Console
import SessionCore

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Do what visitors do, through the real login.cgi, or make up a population.",
    discussion: """
      What is simulated is marked so and soon over. On a database whose people may be real it is off: a sample database
      allows it ('rollcall setup --sample'), and 'simulation = on' in the configuration allows it anywhere.

      Example: rollcall simulate login alice
      """,
    subcommands: [
      SimulateLogin.self, SimulateVisit.self, SimulateLogout.self, SimulateCrowd.self, SimulatePopulation.self,
    ])
}

/// Who the simulated visitor is to login.cgi, and how the exchange is shown.
struct SimulatedVisitorOptions: ParsableArguments {
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

  @OptionGroup var options: DatabaseOptions
  @Option(help: "The address to come from.") var from = "203.0.113.9"
  @Option(help: "What the client calls itself.") var userAgent = SimulatedClient.all[0].userAgent
  @Flag(help: "Print a JSON object.") var json = false

  func validate() throws {
    guard IPAddress(text: from) != nil else { throw ValidationError("--from is no address.") }
  }

  func simulator() throws -> LoginSimulator {
    let service = try options.service()
    try options.requireSimulation(service)
    return LoginSimulator(environment: try options.environmentForChildren(), service: service, actor: .operator)
  }

  func request(_ step: SimulationStep, login: String = "", password: String = "") -> SimulationRequest {
    SimulationRequest(step: step, login: login, password: password, userAgent: userAgent, address: from)
  }

  /// Prints what was asked, answered and changed.
  func show(_ result: SimulationResult) throws {
    if json {
      let report = Report(
        loggedIn: result.isLoggedIn, request: result.request, answer: result.answer, changes: result.changes)
      return try Output.line(try JSON.text(report))
    }
    let language = Narration.language
    for (title, lines) in [
      (Phrase("1 the browser asks", "1 浏览器请求"), result.request),
      (Phrase("2 login.cgi answers", "2 login.cgi 应答"), result.answer),
      (Phrase("3 the database now holds", "3 数据库现在的内容"), result.changes),
    ] {
      try Output.line(title(language))
      for line in lines { try Output.safe("  " + line) }
      if lines.isEmpty { try Output.line("  " + Phrase("(nothing has changed)", "（无变化）")(language)) }
    }
  }
}
