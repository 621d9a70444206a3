import Foundation
import Screen
import Support
import Testing

@testable import rollcall

/// What a person at a terminal sees of an import.
@Suite struct ImportProgressTests {
  @Test(
    "On a terminal one line says how far it is and how long it takes, and goes away at the end", arguments: [80, 30])
  func progress(columns: Int) throws {
    let site = try ImportSite()
    let file = site.files.file("users.csv")
    let count = 80 * ProcessInfo.processInfo.activeProcessorCount
    let rows = (0..<count).map { "user\($0),secret number \($0 * 7919)\n" }
    try Data(("login,password\n" + rows.joined()).utf8).write(to: URL(filePath: file))
    let terminal = try PseudoTerminal(
      program: Products.release("rollcall"), arguments: ["users", "import", "--from", "csv", file],
      environment: site.environment, size: Size(rows: 12, columns: columns))
    try terminal.wait(for: " %")
    if columns == 80 { try terminal.wait(for: " left") }
    // One line, however narrow the terminal is.
    #expect(terminal.lines.count { !$0.allSatisfy { $0 == " " } } == 1, "\(terminal.screen.picture)")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.contains("\(count) imported"))
    #expect(!terminal.lines.contains { $0.contains(" %") }, "\(terminal.screen.picture)")
  }

  @Test("Where nobody watches, nothing is drawn")
  func silence() throws {
    let site = try ImportSite()
    let result = try site.take("csv", "login,password\nalice,the first secret\n")
    #expect(result.status == 0 && !result.errors.contains("%") && !result.errors.contains("\u{1B}"))
  }
}
