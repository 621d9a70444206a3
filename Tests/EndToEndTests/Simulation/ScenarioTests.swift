import Foundation
import Support
import Testing

@testable import Console

/// What the simulate view plays, through the real login.cgi.
@Suite(.serialized) struct ScenarioTests {
  private let database: SampleDatabase
  init() throws { database = try SampleDatabase() }

  private func choose(_ scenario: Scenario, _ console: RunningConsole) throws {
    try console.wait(for: "Nobody is logged in.")
    try console.press("6")
    try console.wait(for: "through the real login.cgi")
    try console.press("\ralice\t\(SampleDatabase.password)\r")
    guard let steps = Scenario.allCases.firstIndex(of: scenario), steps > 0 else { return }
    try console.press("wg" + String(repeating: "j", count: steps) + "\r")
    try console.wait(for: Words.scenario(scenario).english)
  }

  private func play(_ scenario: Scenario, _ console: RunningConsole) throws {
    for (index, stage) in scenario.stages.enumerated() {
      try console.press(index == 0 ? "r" : "n")
      if stage.step == .lock || stage.step == .unlock {
        try console.wait(for: stage.step == .lock ? "Lock alice and end 1 session?" : "Unlock alice?")
        try console.confirm()
      }
      try console.wait(for: "\(index + 1)/\(scenario.stages.count) \(Words.outcome(stage.expected).english)")
      try console.terminal.wait("what it means") { screen in
        let result = SimulationResult(
          step: stage.step, outcome: stage.expected, request: [], count: 6, answer: [], changes: [], isLoggedIn: true)
        return screen.contains(String(Words.lesson(scenario, stage: index, result).english.prefix(40)))
      }
    }
  }

  @Test(arguments: Scenario.allCases) func `each goes as it is said to, and no secret shows`(_ scenario: Scenario)
    throws
  {
    let console = try database.console()
    try choose(scenario, console)
    try play(scenario, console)
    let written = String(decoding: console.terminal.output, as: UTF8.self)
    #expect(!written.contains("correct horse"))
    #expect(written.firstMatch(of: /__Host-rollcall=[A-Za-z0-9_-]{40}/) == nil)
    #expect(try database.sessions("kind").allSatisfy { $0 == "simulated" })
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
  }

  @Test func `one that was played to its end is played again, guesses too`() throws {
    let console = try database.console()
    try choose(.guessing, console)
    for _ in 0..<2 { try play(.guessing, console) }
    // Nobody real waits.
    let waiting = try database.rollcall(["attempts", "waiting", "--json"]).output
    let list = try #require(try JSONSerialization.jsonObject(with: Data(waiting.utf8)) as? [[String: Any]])
    #expect(list.allSatisfy { ($0["login"] as? String)?.hasSuffix(" (simulated)") == true })
  }

  @Test func `the steps are saved as a walkthrough, which plays`() throws {
    let file = database.files.file("copied.walk")
    let console = try database.console()
    try choose(.copiedCookie, console)
    try console.press("S")
    try console.wait(for: "copied-cookie.walk")
    try console.press("\u{15}\(file)\r")
    try console.wait(for: "Saved: \(file)")
    try console.press("S\u{15}\(file)\r")
    try console.wait(for: "already: name another")
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    let show = try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["demo", "--walkthrough", file, "--fast"],
      environment: ["LC_ALL": "C.UTF-8"], size: .init(rows: 40, columns: 120))
    #expect(try show.waitForExit(timeout: 60) == .exited(0))
  }

  @Test func `an answer that the database does not bear out is not believed`() throws {
    let program = database.files.file("liar.cgi")
    let answer = #"Status: 303 See Other\r\nLocation: /\r\nSet-Cookie: __Host-rollcall=x; Path=/\r\n\r\n"#
    try Data("#!/bin/sh\nprintf '\(answer)'\n".utf8).write(to: URL(filePath: program))
    chmod(program, 0o755)
    let console = try database.console([], ["ROLLCALL_LOGIN_CGI": program])
    try choose(.visit, console)
    try console.press("r")
    try console.wait(for: "1/3 failed, and should not be")
    try console.wait(for: "The answer says so, and the database does not")
  }
}
