import Screen
import Support
import Testing

/// The same journey on every terminal: what is seen is the same, in as many colours as it has.
@Suite(.serialized) struct TerminalMatrixTests {
  private let site: RunningSite
  private let settings: PseudoTerminal.Settings

  static let terminals: [[String: String]] = [
    ["TERM": "xterm-256color"], ["TERM": "tmux-256color"], ["TERM": "screen"], ["TERM": "screen-256color"],
    ["TERM": "linux"], ["TERM": "vt100"], ["TERM": "vt220"], ["TERM": "xterm"], ["TERM": "xterm-direct"],
    ["TERM": "xterm-256color", "COLORTERM": "truecolor"], ["TERM": "tmux-256color", "COLORTERM": "24bit"],
    ["TERM": "xterm-256color", "NO_COLOR": "1"], ["TERM": "xterm-256color", "LC_ALL": "en_US.ISO-8859-1"],
    ["TERM": "rxvt-unicode-256color"], ["TERM": "ansi"], ["TERM": "ansi", "NO_COLOR": "1"],
    ["TERM": "screen-256color", "COLORTERM": "truecolor"],
  ]

  init() throws {
    site = try RunningSite()
    settings = try RunningConsole.untouchedSettings()
  }

  @Test(arguments: terminals) func `a journey on every terminal`(_ environment: [String: String]) throws {
    for name in ["alice", "王小明"] { try HTTPClient(site.server.address).logIn(name) }
    let isPlain = environment["LC_ALL"] != nil
    let console = try RunningConsole(site.database, environment: environment)
    try console.wait(for: isPlain ? "> " : "› ")
    try console.wait(for: "alice")
    if !isPlain { try console.wait(for: "王小明") }
    try console.press("j")
    try console.press("2")
    try console.terminal.wait("the users") {
      $0.contains("LAST LOGIN") && $0.contains((isPlain ? "> " : "› ") + "alice")
    }
    try console.press("\r")
    try console.wait(for: "Esc")
    try console.press("\u{1B}")
    try console.wait(for: "LAST LOGIN")
    try console.press("?")
    try console.wait(for: "Enter")
    try console.press("\u{1B}")
    for size in [Size(rows: 10, columns: 40), Size(rows: 100, columns: 300), Size(rows: 24, columns: 80)] {
      console.terminal.resize(size)
      try console.terminal.wait("the keys in the last line") {
        $0.line(size.rows - 1).contains("?") && $0.line(0).contains("UTC")
      }
    }
    try console.press("1")
    try console.wait(for: "ENDS IN")
    #expect(isPlain == console.terminal.output.allSatisfy { $0 < 0x80 })
    try console.leave(settings: settings)
  }

  @Test(arguments: [([:], "38;5;"), (["COLORTERM": "truecolor"], "38;2;"), (["TERM": "xterm-direct"], "38;2;")])
  func `colours are set with semicolons`(_ environment: [String: String], _ expected: String) throws {
    let console = try RunningConsole(site.database, environment: environment)
    try console.wait(for: "Nobody is logged in.")
    let output = String(decoding: console.terminal.output, as: UTF8.self)
    // Of the sequences alone: a time of day has colons.
    #expect(output.contains(expected) && !output.contains(/\x1B\[[0-9;]*:/))
    try console.leave(settings: settings)
  }
}
