import Foundation
import Screen
import Support
import Testing

/// Where the console cannot open, it says why and what to do, with a status for scripts, and leaves the terminal alone.
@Suite struct ConsoleRefusalTests {
  private let files: TemporaryDirectory
  private let settings: PseudoTerminal.Settings
  private var database: String { files.file("a.db") }

  init() throws {
    files = try TemporaryDirectory()
    settings = try RunningConsole.untouchedSettings()
    let done = try ChildProgram.run(Products.release("rollcall"), ["setup", "--database", files.file("a.db")])
    #expect(done.status == 0)
  }

  private func refusal(
    _ database: String? = nil, _ arguments: [String] = [], environment: [String: String] = [:], status: Int32,
    saying text: String
  ) throws {
    let console = try RunningConsole(
      database ?? self.database, arguments, size: Size(rows: 24, columns: 200), environment: environment)
    #expect(try console.terminal.waitForExit() == .exited(status))
    #expect(console.terminal.lines.joined(separator: "\n").contains(text), "\(console.terminal.screen.picture)")
    #expect(console.terminal.settings == settings)
    #expect(!console.terminal.screen.isOnOtherScreen)
  }

  @Test func `a database that is missing, damaged, or of another version`() throws {
    try refusal(files.file("none.db"), status: 4, saying: "There is no database at")
    try Data("not a database, but long enough to look at".utf8).write(to: URL(filePath: files.file("text.db")))
    try refusal(files.file("text.db"), status: 4, saying: "damaged or is not a database")
    try Data().write(to: URL(filePath: files.file("empty.db")))
    try refusal(files.file("empty.db"), status: 4, saying: "is not set up")
    try RawDatabase(database).run("INSERT INTO schema_version(number, name, applied_at) VALUES(999, 'later', 0)")
    try refusal(status: 4, saying: "newer version than this program")
  }

  @Test func `a key that is missing or open to others`() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: database + ".key")
    try refusal(status: 4, saying: "open to others")
    try FileManager.default.removeItem(atPath: database + ".key")
    try refusal(status: 4, saying: "The key file")
  }

  @Test func `a terminal that is dumb or unknown`() throws {
    try refusal(environment: ["TERM": "dumb"], status: 3, saying: "rollcall sessions list")
    try refusal(environment: ["TERM": "no-such-terminal"], status: 3, saying: "no-such-terminal")
  }

  @Test func `a theme that is none`() throws {
    try refusal(["--theme", "no-such-theme"], saying: "There is no theme no-such-theme")
    try Data("just: some yaml\n".utf8).write(to: URL(filePath: files.file("bad.yaml")))
    try refusal(["--theme", files.file("bad.yaml")], saying: "bad.yaml")
    try refusal(["--theme", files.file("none.yaml")], saying: "cannot be read")
  }

  private func refusal(_ arguments: [String], saying text: String) throws {
    try refusal(nil, arguments, status: 2, saying: text)
  }

  @Test func `no terminal at all`() throws {
    let result = try ChildProgram.run(
      Products.release("rollcall"), ["--database", database], environment: ["TERM": "xterm-256color"])
    #expect(result.status == 3)
    #expect(result.errors.contains("rollcall sessions list"))
    #expect(result.output.isEmpty)
  }
}
