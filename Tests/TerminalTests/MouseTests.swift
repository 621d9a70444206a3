import Screen
import Support
import Testing

@testable import Terminal

@Suite("Mouse", .serialized)
struct MouseTests {
  private func inputs(_ text: String) -> [Keys.Input] {
    var keys = Keys()
    keys.add(text.utf8)
    var all: [Keys.Input] = []
    while let input = keys.nextInput() { all.append(input) }
    return all
  }

  @Test("Presses and turns are read, between keys, and letters never come of them")
  func reports() {
    let read = inputs("x\u{1B}[<0;10;5My\u{1B}[<64;1;1M\u{1B}[<0;10;5m")
    #expect(read.count == 5 && read[0] == .key(.character("x")) && read[2] == .key(.character("y")))
    guard case .mouse(let press) = read[1], case .mouse(let turn) = read[3], case .mouse(let release) = read[4] else {
      Issue.record("\(read)")
      return
    }
    #expect(press.place == Place(row: 4, column: 9) && press.isPress && turn.button == 64 && !release.isPress)
  }

  @Test(
    "What is no report is no key either",
    arguments: [
      "\u{1B}[<0;10M", "\u{1B}[<0;0;5M", "\u{1B}[<;;M", "\u{1B}[<0;10;5;7M", "\u{1B}[<99999999999999999999;1;1M",
      "\u{1B}[<0;123456;1M", "\u{1B}[<-1;1;1M",
    ])
  func nonsense(bytes: String) {
    #expect(inputs(bytes + "j") == [.key(.character("j"))])
  }

  @Test("A second press on the same cell soon after is a double click; elsewhere or later it is not")
  func doubleClicks() throws {
    var clicks = Clicks()
    let here = try #require(MouseReport(Array("\u{1B}[<0;10;5M".utf8)))
    let there = try #require(MouseReport(Array("\u{1B}[<0;11;5M".utf8)))
    #expect(clicks.take(here, at: 1000)?.act == .press(count: 1))
    #expect(clicks.take(here, at: 1300)?.act == .press(count: 2))
    #expect(clicks.take(here, at: 2000)?.act == .press(count: 1))
    #expect(clicks.take(there, at: 2100)?.act == .press(count: 1))
    // Shift and Control change nothing; other buttons are nothing.
    #expect(clicks.take(try #require(MouseReport(Array("\u{1B}[<20;1;1M".utf8))), at: 0)?.act == .press(count: 1))
    for button in [1, 2, 32, 35, 66] {
      #expect(clicks.take(try #require(MouseReport(Array("\u{1B}[<\(button);1;1M".utf8))), at: 0) == nil)
    }
  }

  private func count(_ sequence: String, in terminal: PseudoTerminal) -> Int {
    String(decoding: terminal.output, as: UTF8.self).components(separatedBy: sequence).count - 1
  }

  @Test("It is asked for only by a frame, and taken back with the terminal")
  func modes() throws {
    let terminal = try probe()
    #expect(count("\u{1B}[?1000h", in: terminal) == 0)
    // What somebody sends unasked is nothing.
    try terminal.type("\u{1B}[<0;10;5M")
    try terminal.type("a")
    try terminal.wait(for: "1 character")
    try terminal.type("m")
    try terminal.wait(for: "2 character")
    #expect(count("\u{1B}[?1000h\u{1B}[?1006h", in: terminal) == 1)
    try terminal.type("\u{1B}[<0;10;5M\u{1B}[<0;10;5m")
    try terminal.wait(for: "3 press(count: 1) 4,9")
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(count("\u{1B}[?1006l\u{1B}[?1000l", in: terminal) == 1)
  }

  @Test("A crash turns it off, too")
  func crash() throws {
    let terminal = try probe()
    try terminal.type("m!")
    _ = try terminal.waitForExit()
    #expect(count("\u{1B}[?1000l", in: terminal) == 1)
  }

  @Test("A terminal without a mouse is not asked", arguments: ["vt100", "linux"])
  func none(name: String) throws {
    let terminal = try probe(environment: ["TERM": name])
    try terminal.type("m")
    try terminal.wait(for: "1 character")
    try terminal.type("q")
    _ = try terminal.waitForExit()
    #expect(count("?1000", in: terminal) == 0)
  }
}
