import Foundation
import Screen
import Support
import Testing

/// Whatever ends the program, the terminal is as it was.
@Suite("Survival", .serialized)
struct SurvivalTests {
  private func expectRestored(_ terminal: PseudoTerminal, _ before: PseudoTerminal.Settings) {
    #expect(terminal.settings == before)
    #expect(!terminal.screen.isOnOtherScreen)
    #expect(terminal.screen.isCaretVisible)
  }

  /// The line's settings, from a terminal on which nothing has run yet.
  private func fresh() throws -> PseudoTerminal.Settings {
    try PseudoTerminal(program: "/bin/true").settings
  }

  /// A shell in which the probe was stopped by ^Z, and the settings of its line before, which it has again.
  private func shellWithStoppedProbe() throws -> (PseudoTerminal, before: PseudoTerminal.Settings) {
    let shell = try PseudoTerminal(
      program: "/bin/bash", arguments: ["--norc", "--noprofile", "--noediting", "-i"],
      environment: ["PS1": "shell> ", "COLORTERM": "truecolor"], size: Size(rows: 16, columns: 80))
    try shell.wait(for: "shell>")
    let before = shell.settings
    try shell.type(Products.path("TerminalProbe") + "\r")
    try shell.wait(for: "ready truecolor 16x80")
    try shell.press(.control("z"))
    try shell.wait {
      $0.contains("Stopped") && !$0.isOnOtherScreen && $0.isCaretVisible && shell.settings == before
    }
    return (shell, before)
  }

  @Test("Leaving")
  func leave() throws {
    let before = try fresh()
    let terminal = try probe()
    #expect(terminal.settings.isRaw)
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    expectRestored(terminal, before)
  }

  @Test("Signals that ask to leave", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func leaveBySignal(number: Int32) throws {
    let before = try fresh()
    let terminal = try probe()
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .exited(0))
    expectRestored(terminal, before)
  }

  @Test("Crashes, sent", arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE])
  func crashBySignal(number: Int32) throws {
    let before = try fresh()
    let terminal = try probe(environment: ["SWIFT_BACKTRACE": "enable=no"])
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .signalled(number))
    expectRestored(terminal, before)
  }

  @Test("A crash of its own")
  func crash() throws {
    let before = try fresh()
    let terminal = try probe(environment: ["SWIFT_BACKTRACE": "enable=no"])
    try terminal.type("!")
    #expect(try terminal.waitForExit() == .signalled(SIGSEGV))
    expectRestored(terminal, before)
  }

  @Test("A line that is taken away ends the program at once")
  func lostLine() throws {
    let terminal = try probe()
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(
    "A line that nobody reads holds no signal up", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT], ["xterm", "sun"])
  func unread(number: Int32, name: String) throws {
    let before = try fresh()
    let terminal = try probe(environment: ["TERM": name], size: Size(rows: 100, columns: 300))
    // More pictures than a line has room for.
    for _ in 0..<30 {
      terminal.resize(Size(rows: 99, columns: 299))
      try terminal.type(String(repeating: "t\u{C}", count: 100))
      usleep(10_000)
      terminal.resize(Size(rows: 100, columns: 300))
    }
    terminal.signal(number)
    #expect(try terminal.waitForExitUnread() == .exited(0))
    #expect(terminal.settings == before)
    // What is left in the line breaks off what was cut, and puts the terminal back.
    while terminal.pump(milliseconds: 20) {}
    #expect(name == "sun" || !terminal.screen.isOnOtherScreen && terminal.screen.isCaretVisible)
  }

  @Test("What is shown at last is the last picture, however slow the line is")
  func slow() throws {
    let terminal = try probe(size: Size(rows: 40, columns: 120))
    // More than the line has room for, before anybody reads.
    try terminal.type(String(repeating: "t", count: 60))
    try terminal.waitUntilFull()
    try terminal.type("j")
    try terminal.wait(for: "character(\"j\")")
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("Ended while the shell has the terminal, it leaves the terminal alone")
  func endedWhileSuspended() throws {
    let (shell, _) = try shellWithStoppedProbe()
    let count = shell.output.count
    // It goes on in the background, and must end there: stopped again, it would stay.
    try shell.type("kill %1; while [ -n \"$(jobs -rs)\" ]; do sleep 0.05; done; echo nobody is $((40 + 2))\r")
    try shell.wait(for: "nobody is 42")
    #expect(!shell.output[count...].contains(0x1B), "the shell's screen was written on")
  }

  @Test("^Z gives the terminal to the shell, and fg takes it again, at the size that it has then")
  func suspend() throws {
    let (shell, before) = try shellWithStoppedProbe()
    shell.resize(Size(rows: 20, columns: 70))
    try shell.type("fg\r")
    try shell.wait { $0.isOnOtherScreen && $0.contains("ready truecolor 20x70") && $0.contains("resumed") }
    #expect(shell.settings.isRaw)
    try shell.type("j")
    try shell.wait(for: "character(\"j\")")
    try shell.type("q")
    try shell.wait {
      !$0.isOnOtherScreen && $0.lines.last { !$0.isEmpty } == "shell>" && shell.settings == before
    }
  }

  @Test("SIGSTOP, for which nobody can prepare, is got over too")
  func stopped() throws {
    let terminal = try probe()
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    try terminal.wait { $0.contains("resumed") && $0.isOnOtherScreen }
    #expect(terminal.settings.isRaw)
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("Where nobody could let it go on, ^Z does not stop it")
  func orphaned() throws {
    let terminal = try probe()
    try terminal.press(.control("z"))
    try terminal.wait { $0.contains("resumed") && $0.isOnOtherScreen }
    try terminal.type("j")
    try terminal.wait(for: "character(\"j\")")
  }
}
