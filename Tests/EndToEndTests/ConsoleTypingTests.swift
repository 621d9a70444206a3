import Foundation
import Screen
import Support
import Testing

/// Filters, finding, history, the mouse and the clipboard through the real console.
@Suite(.serialized) struct ConsoleTypingTests {
  private let site: RunningSite
  private let settings: PseudoTerminal.Settings
  private var state: String { site.files.file("state") }
  private var history: String { state + "/rollcall/history" }

  init() throws {
    site = try RunningSite()
    settings = try RunningConsole.untouchedSettings()
    for login in ["alice", "王小明"] { try HTTPClient(site.server.address).logIn(login) }
  }

  private func console(_ environment: [String: String] = [:]) throws -> RunningConsole {
    let console = try RunningConsole(
      site.database, size: Size(rows: 24, columns: 100),
      environment: ["XDG_STATE_HOME": state, "ROLLCALL_HISTORY": "yes"].merging(environment) { $1 })
    try console.terminal.wait("both rows") { $0.contains("alice") && $0.contains("王小明") }
    return console
  }

  @Test func `the list follows a filter as it is typed, and words complete`() throws {
    let console = try console()
    try console.press("f")
    try console.wait(for: "state:idle")
    try console.press("use\t")
    try console.wait(for: "user:")
    try console.press("al")
    try console.terminal.wait("alice alone") { $0.contains("alice") && !$0.contains("王小明  ") }
    try console.press("\u{1B}")
    try console.terminal.wait("both again") { $0.contains("alice") && $0.contains("王小明") }
    try console.leave(settings: settings)
  }

  @Test func `what was typed is there the next time, and for nobody else`() throws {
    var console = try console()
    try console.press("f")
    try console.press("user:ali\r")
    try console.wait(for: "1 of 2")
    try console.leave(settings: settings)
    #expect(try String(contentsOfFile: history, encoding: .utf8) == "sessions user:ali\n")
    var status = stat()
    #expect(stat(history, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(state + "/rollcall", &status) == 0 && status.st_mode & 0o777 == 0o700)
    console = try self.console()
    try console.press("f")
    try console.wait(for: "state:idle")
    try console.terminal.press(.up)
    try console.wait(for: "user:ali")
    try console.press("\r")
    try console.wait(for: "1 of 2")
    try console.leave(settings: settings)
  }

  @Test func `a history that others could have written, or that is none, is not read`() throws {
    try FileManager.default.createDirectory(atPath: state + "/rollcall", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: history, withDestinationPath: "/etc/passwd")
    let console = try console()
    try console.press("f")
    try console.press("ali\r")
    try console.wait(for: "1 of 2")
    try console.leave(settings: settings)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: history) == "/etc/passwd")
  }

  @Test func `a row is found, and the cursor goes there`() throws {
    let console = try console()
    try console.press("g")
    let other = console.terminal.screen.contains("› alice") ? "王小明" : "alice"
    try console.press("/")
    try console.press("user:\(other.prefix(2))")
    try console.wait(for: "› \(other)")
    try console.press("\r")
    try console.press("n")
    try console.wait(for: "over the end of the list")
    try console.leave(settings: settings)
  }

  @Test func `the mouse is asked for, chooses and opens, and is given back`() throws {
    let console = try console()
    try console.press("m")
    try console.wait(for: "hold Shift")
    let place = try #require(console.terminal.screen.place(of: "alice"))
    try console.press("\u{1B}[<0;\(place.column + 1);\(place.row + 1)M\u{1B}[<0;\(place.column + 1);\(place.row + 1)m")
    try console.wait(for: "› alice")
    let users = try #require(console.terminal.screen.place(of: "Users"))
    try console.press("\u{1B}[<0;\(users.column + 1);\(users.row + 1)M")
    try console.wait(for: "LAST LOGIN")
    try console.press("\u{1B}[<65;1;1M")
    try console.leave(settings: settings)
    let output = String(decoding: console.terminal.output, as: UTF8.self)
    #expect(output.contains("\u{1B}[?1000h") && output.contains("\u{1B}[?1000l"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV]) func `the mouse is given back when the console is ended`(_ signal: Int32)
    throws
  {
    let console = try console()
    try console.press("m")
    try console.wait(for: "hold Shift")
    console.terminal.signal(signal)
    _ = try console.terminal.waitForExit()
    #expect(String(decoding: console.terminal.output, as: UTF8.self).contains("\u{1B}[?1000l"))
  }

  @Test func `a session's id is sent to the terminal's clipboard`() throws {
    let console = try console()
    try console.press("y")
    try console.wait(for: "Sent to the terminal's clipboard")
    let output = String(decoding: console.terminal.output, as: UTF8.self)
    let sent = try #require(output.firstMatch(of: /\x{1B}\]52;c;([A-Za-z0-9+\/=]+)\x{07}/)?.output.1)
    let id = String(decoding: try #require(Data(base64Encoded: String(sent))), as: UTF8.self)
    #expect(try site.sessions().contains { $0["id"] as? String == id })
    #expect(console.terminal.screen.contains(id))
    try console.leave(settings: settings)
  }

  @Test func `what matches is written to a file, which is never overwritten`() throws {
    let console = try console()
    let path = site.files.file("out.json")
    try console.press("e")
    try console.wait(for: "You alone can read the file.")
    try console.press("\t ")
    try console.wait(for: "[JSON]")
    try console.press("\t\u{15}")
    try console.press(path + "\r")
    try console.wait(for: "Wrote 2 rows to")
    let rows = try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(filePath: path))) as? [[String: Any]]
    #expect(Set(try #require(rows).compactMap { $0["user"] as? String }) == ["alice", "王小明"])
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let before = try Data(contentsOf: URL(filePath: path))
    try console.press("e")
    try console.wait(for: "You alone can read the file.")
    try console.press("\u{15}" + path + "\r")
    try console.wait(for: "already: name another")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    try console.press("\u{15}" + site.files.file("no/such/place.csv") + "\r")
    try console.wait(for: "cannot be written")
    let other = site.files.file("out.csv")
    try console.press("\u{15}" + other + "\r")
    try console.wait(for: "Wrote 2 rows to")
    let list = try site.rollcall("sessions", "list", "--csv")
    #expect(try String(contentsOfFile: other, encoding: .utf8) == list)
    try console.leave(settings: settings)
  }

  @Test(.enabled(if: TestEngine.chosen == .sqlite, "its rows are made by SQLite's own means"))
  func `a long export is stopped and leaves no file`() throws {
    let raw = try RawDatabase(site.database)
    try raw.run(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500000)
      INSERT INTO attempts(at, login, user_id, address, user_agent_id, outcome)
      SELECT a.at, a.login, a.user_id, a.address, a.user_agent_id, a.outcome
      FROM n, (SELECT * FROM attempts LIMIT 1) a
      """)
    let console = try console()
    try console.press("3")
    try console.wait(for: "10000+")
    let path = site.files.file("attempts.csv")
    try console.press("e")
    try console.wait(for: "10000+ rows")
    try console.press("\u{15}" + path + "\r")
    // So many rows take seconds, and the first thousands of them a moment.
    try console.wait(for: "rows written")
    #expect(FileManager.default.fileExists(atPath: path))
    try console.press("\u{1B}")
    try console.wait(for: "Stopped: there is no file.")
    #expect(!FileManager.default.fileExists(atPath: path))
    try console.leave(settings: settings)
  }
}
