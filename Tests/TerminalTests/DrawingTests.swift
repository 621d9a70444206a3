import ColourSchemes
import Screen
import Support
import Testing

@Suite("Drawing", .serialized)
struct DrawingTests {
  @Test("The first frame is there, to the very last cell, on the other screen and with a title")
  func firstFrame() throws {
    let terminal = try probe()
    #expect(terminal.lines.first == "ready truecolor 16x80")
    #expect(terminal.lines.last == String(repeating: "#", count: 80))
    #expect(terminal.screen.isOnOtherScreen)
    #expect(terminal.screen.title == "probe 探针")
    #expect(!terminal.screen.isCaretVisible)
  }

  @Test("Wide characters take two cells and columns stay straight, whatever the C library thinks of them")
  func wide() throws {
    let terminal = try probe()
    let screen = terminal.screen
    #expect(screen[1, 0]?.text == "王")
    #expect(screen[1, 0]?.width == 2)
    #expect(screen[1, 1] == nil)
    // Three wide characters, a bar, é and a with two dots, a bar, a family, a bar, a face, a bar, a new emoji, a bar.
    for column in [6, 9, 12, 14, 17] { #expect(screen[1, column]?.text == "|", "column \(column)\n\(screen.picture)") }
    #expect(screen[1, 8]?.text == "ä" || screen[1, 8]?.text == "a\u{308}")
    // An escape sequence in the text has moved nothing.
    #expect(screen.line(1).hasSuffix("|\u{FFFD}[2J|\u{FFFD}x"))
  }

  @Test("Every colour, by a terminfo entry of our own, is set with semicolons")
  func truecolour() throws {
    let terminal = try probe()
    let palette = Palette(theme: .rollcallDark, depth: .truecolor)
    for ink in Ink.allCases {
      let look = palette.look(Style(ink))
      let cell = try #require(terminal.screen.cell(of: "\(ink) "))
      #expect(cell.foreground == look.foreground.rgb.map { .rgb($0.bits) }, "\(ink)")
      #expect(cell.background == .rgb(0x151B26), "\(ink)")
    }
    #expect(terminal.screen.cell(of: "good")?.isBold == true)
    #expect(terminal.screen.cell(of: "field")?.isUnderlined == true)
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("48;2;21;27;38"))
    #expect(!output.contains("8:2:"))
  }

  @Test("256 colours, never the user's own sixteen")
  func indexed() throws {
    let terminal = try probe(environment: [:])
    #expect(terminal.lines.first == "ready indexed256 16x80")
    guard case .indexed(let text) = terminal.screen.cell(of: "text ")?.foreground,
      case .indexed(let ground) = terminal.screen.cell(of: "under the cursor")?.background
    else {
      Issue.record("not indexed")
      return
    }
    #expect(text >= 16 && ground >= 16)
  }

  @Test("Sixteen colours are the terminal's own, on its own ground")
  func sixteen() throws {
    let terminal = try probe(environment: ["TERM": "xterm"])
    #expect(terminal.lines.first == "ready ansi16 16x80")
    #expect(terminal.screen.cell(of: "text ")?.foreground == .standard)
    #expect(terminal.screen.cell(of: "danger")?.foreground == .indexed(1))
    #expect(terminal.screen.cell(of: "danger")?.background == .standard)
    #expect(terminal.screen.cell(of: "under the cursor")?.isReversed == true)
  }

  @Test(
    "Without colour nothing is coloured", arguments: [["NO_COLOR": "1", "COLORTERM": "truecolor"], ["TERM": "vt220"]])
  func mono(environment: [String: String]) throws {
    let terminal = try probe(environment: environment)
    #expect(terminal.lines.first == "ready mono 16x80")
    for ink in Ink.allCases {
      let cell = try #require(terminal.screen.cell(of: "\(ink) "))
      #expect(cell.foreground == .standard && cell.background == .standard)
    }
    #expect(terminal.screen.cell(of: "ready")?.isReversed == true)
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(!output.contains(/\[[0-9;]*[34][0-8][;m]/), "a colour was sent")
  }

  @Test("The same frame again is not a byte; a change is a few")
  func nothingNew() throws {
    let terminal = try probe()
    terminal.settle()
    let before = terminal.bytesWritten
    try terminal.type("====")
    // Answered after them, so that they were seen.
    try terminal.type("a")
    try terminal.wait(for: "1 character")
    terminal.settle()
    let drawn = String(decoding: terminal.output[before...], as: UTF8.self)
    #expect(!drawn.contains("ready") && !drawn.contains("####"))
    #expect(terminal.bytesWritten - before < 120, "\(drawn.debugDescription)")
    #expect(terminal.screen.isCaretVisible)
    #expect(terminal.screen.caret == Place(row: 4, column: 5))

    let settled = terminal.bytesWritten
    try terminal.type("=")
    terminal.settle(milliseconds: 300)
    #expect(terminal.bytesWritten == settled)
  }

  @Test("Another theme changes every colour at once")
  func otherTheme() throws {
    let terminal = try probe()
    try terminal.type("t")
    try terminal.wait { $0[0, 79]?.background == .rgb(0xECE7DB) && $0[5, 40]?.background == .rgb(0xF8F5EE) }
    #expect(terminal.lines.first == "ready truecolor 16x80")
  }

  @Test("What others wrote over the screen goes with ^L")
  func repaint() throws {
    let terminal = try probe()
    _ = terminal.screen.feed(Array("\u{1B}[1;1Hwall: the system goes down".utf8))
    #expect(terminal.lines.first?.hasPrefix("wall") == true)
    try terminal.press(.control("l"))
    try terminal.wait { $0.lines.first == "ready truecolor 16x80" }
  }

  @Test("A line for ASCII alone gets ASCII alone", arguments: ["en_US.ISO-8859-1", "zh_CN.GB18030", "C", "POSIX"])
  func ascii(locale: String) throws {
    let terminal = try probe(environment: ["LC_ALL": locale, "TERM": "screen-256color"])
    #expect(terminal.lines[5] == "-|> .")
    #expect(terminal.screen.line(1).hasPrefix("??????|??|??|"))
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }

  @Test("A locale that says nothing, or that is not installed here, gets UTF-8", arguments: ["C", "zh_CN.UTF-8", ""])
  func openLocale(name: String) throws {
    #expect(try probe(environment: ["LANG": name]).screen.line(1).hasPrefix("王小明|"))
  }
}
