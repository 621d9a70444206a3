import Glibc
import Screen
import Support
import Testing

/// Whatever happens to the console, the terminal is as it was.
@Suite(.serialized) struct ConsoleSurvivalTests {
  private let site: RunningSite
  private let settings: PseudoTerminal.Settings

  init() throws {
    site = try RunningSite()
    settings = try RunningConsole.untouchedSettings()
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func `a signal ends it and leaves the line as it was`(
    _ signal: Int32
  ) throws {
    let console = try RunningConsole(site.database)
    try console.wait(for: "Nobody is logged in.")
    #expect(console.terminal.settings.isRaw)
    console.terminal.signal(signal)
    #expect(try console.terminal.waitForExit() == .exited(0))
    #expect(console.terminal.settings == settings)
    #expect(!console.terminal.screen.isOnOtherScreen)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE]) func `a crash leaves the line as it was`(
    _ signal: Int32
  ) throws {
    let console = try RunningConsole(site.database)
    try console.wait(for: "Nobody is logged in.")
    console.terminal.signal(signal)
    #expect(try console.terminal.waitForExit() == .signalled(signal))
    #expect(console.terminal.settings == settings)
    #expect(!console.terminal.screen.isOnOtherScreen)
  }

  @Test func `nobody can prepare for SIGKILL, but no database is held by it`() throws {
    let console = try RunningConsole(site.database)
    try console.wait(for: "Nobody is logged in.")
    console.terminal.signal(SIGKILL)
    #expect(try console.terminal.waitForExit() == .signalled(SIGKILL))
    try site.rollcall("users", "lock", "alice")
  }

  @Test func `a line that is cut leaves no process`() throws {
    let console = try RunningConsole(site.database)
    try console.wait(for: "Nobody is logged in.")
    console.terminal.hangUp()
    #expect(try console.terminal.waitForExit() == .exited(0))
  }

  @Test func `a storm of sizes, down to one cell and up again`() throws {
    let console = try RunningConsole(site.database)
    try console.wait(for: "Nobody is logged in.")
    for (rows, columns) in [(1, 1), (3, 10), (10, 40), (50, 200), (2, 80), (100, 300), (10, 3)] {
      console.terminal.resize(Size(rows: rows, columns: columns))
      console.terminal.pump(milliseconds: 5)
    }
    console.terminal.resize(Size(rows: 3, columns: 60))
    try console.wait(for: "too small: 40x10 at least")
    console.terminal.resize(Size(rows: 24, columns: 80))
    try console.wait(for: "Nobody is logged in.")
    try console.leave(settings: settings)
  }

  @Test(arguments: [Size(rows: 3, columns: 10), Size(rows: 1, columns: 1)]) func `a terminal too small from the start`(
    _ size: Size
  ) throws {
    let console = try RunningConsole(site.database, size: size)
    try console.terminal.wait("something drawn") { $0.isOnOtherScreen }
    console.terminal.resize(Size(rows: 24, columns: 80))
    try console.wait(for: "Nobody is logged in.")
    try console.leave(settings: settings)
  }

  @Test(arguments: [
    (["COLORTERM": "truecolor"], "38;2;"), ([:], "38;5;"), (["TERM": "xterm"], "\u{1B}[3"),
    (["TERM": "linux"], "\u{1B}[3"),
  ]) func `as many colours as the terminal has`(_ environment: [String: String], _ expected: String) throws {
    let console = try RunningConsole(site.database, environment: environment)
    try console.wait(for: "Nobody is logged in.")
    #expect(String(decoding: console.terminal.output, as: UTF8.self).contains(expected))
    try console.leave(settings: settings)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"]]) func `no colour where none is wanted`(
    _ environment: [String: String]
  ) throws {
    let console = try RunningConsole(site.database, environment: environment)
    try console.wait(for: "Nobody is logged in.")
    try console.press("t")
    try console.wait(for: "› rollcall-dark")
    try console.press("j\r")
    try console.wait(for: "Theme: rollcall-light")
    let output = String(decoding: console.terminal.output, as: UTF8.self)
    #expect(!output.contains("[38;") && !output.contains("[48;") && !output.contains("[31m"))
    try console.leave(settings: settings)
  }
}
