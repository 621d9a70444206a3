import Screen
import Support
import Testing

/// Which theme the console opens in, by what the terminal says of its ground.
@Suite(.serialized) struct BackgroundTests {
  private let files: TemporaryDirectory
  private static let truecolor = ["COLORTERM": "truecolor"]

  init() throws {
    files = try TemporaryDirectory()
    #expect(
      try ChildProgram.run(Products.release("rollcall"), ["setup", "--database", files.file("a.db")]).status == 0)
  }

  private func ground(_ answer: String?, _ arguments: [String] = [], _ environment: [String: String] = truecolor) throws
    -> VirtualTerminal.Colour?
  {
    let console = try RunningConsole(files.file("a.db"), arguments, environment: environment)
    console.terminal.ground = answer
    // Typed before the answer: it must not be lost.
    try console.press("2")
    try console.wait(for: "There are no users yet.")
    return console.terminal.screen[10, 40]?.background
  }

  @Test(
    arguments: [
      ("rgb:ffff/ffff/ffff", 0xF8F5EE), ("rgb:fd/f6/e3", 0xF8F5EE), ("rgb:0000/2b2b/3636", 0x151B26),
      ("rgba:1e1e/1e1e/2e2e/ffff", 0x151B26), ("#ffffff", 0xF8F5EE), ("nonsense", 0x151B26), (nil, 0x151B26),
    ] as [(String?, UInt32)]) func `a light ground gets the light theme, any other the dark one`(
      _ answer: String?, _ expected: UInt32
    ) throws
  {
    #expect(try ground(answer) == .rgb(expected))
  }

  @Test func `a theme that is chosen is worn whatever the ground`() throws {
    #expect(try ground("rgb:ffff/ffff/ffff", ["--theme", "nord"]) == .rgb(0x2E3440))
  }

  @Test func `a terminal that answers nothing has its variable`() throws {
    let light = Self.truecolor.merging(["COLORFGBG": "0;default;15"]) { $1 }
    #expect(try ground(nil, [], light) == .rgb(0xF8F5EE))
    #expect(try ground("rgb:0000/0000/0000", [], light) == .rgb(0x151B26))
  }

  @Test func `terminals that have no such commands are not asked`() throws {
    for name in ["linux", "vt100", "screen"] {
      let console = try RunningConsole(files.file("a.db"), environment: ["TERM": name])
      try console.wait(for: "Nobody is logged in.")
      #expect(!String(decoding: console.terminal.output, as: UTF8.self).contains("]11;"))
    }
  }
}
