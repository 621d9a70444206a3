import Screen
import Support
import Testing

@testable import Terminal

@Suite("Keys")
struct KeyTests {
  private func keys(_ text: String, final: Bool = true) -> [Key] {
    var keys = Keys()
    keys.add(text.utf8)
    var all: [Key] = []
    while let key = keys.next() ?? (final ? keys.next(isFinal: true) : nil) { all.append(key) }
    return all
  }

  @Test(
    "A keyboard's bytes are keys",
    arguments: [
      ("a", .character("a")), ("Z", .character("Z")), (" ", .character(" ")), ("é", .character("é")),
      ("王", .character("王")),
      ("🙂", .character("🙂")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace),
      ("\u{8}", .backspace),
      ("\u{1B}", .escape), ("\u{3}", .control("c")), ("\u{1A}", .control("z")), ("\u{C}", .control("l")),
      ("\u{1C}", .control("\\")),
      ("\u{0}", .control(" ")), ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right), ("\u{1B}[D", .left),
      ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}OF", .end), ("\u{1B}[3~", .delete),
      ("\u{1B}[3;2~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab),
      ("\u{1B}OP", .function(1)),
      ("\u{1B}[1;2P", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[15~", .function(5)),
      ("\u{1B}[24~", .function(12)),
    ] as [(String, Key)])
  func one(bytes: String, key: Key) {
    #expect(keys(bytes) == [key])
  }

  @Test("Several at once come one by one")
  func several() {
    #expect(
      keys("x\u{1B}[Ay\u{1B}\u{1B}[Bé") == [.character("x"), .up, .character("y"), .escape, .down, .character("é")])
    #expect(keys("\u{1B}x") == [.escape, .character("x")])
  }

  @Test(
    "A sequence that is not known is no key, and never letters",
    arguments: [
      "\u{1B}[201~", "\u{1B}[M !!", "\u{1B}[99;99;99X", "\u{1B}[?1;2c", "\u{1B}[<0;10;10M",
      "\u{1B}]11;rgb:0000/0000/0000\u{7}",
      "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[I", "\u{1B}[x", "\u{1B}Ox", "\u{1B}[1;3x", "\u{80}",
      "\u{9B}x".first.map(String.init) ?? "",
    ])
  func unknown(bytes: String) {
    #expect(keys(bytes) == [])
    #expect(keys(bytes + "j") == [.character("j")])
  }

  @Test(
    "Bytes that are no UTF-8 are passed over",
    arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE7, 0x8E], [0x80]])
  func notText(bytes: [UInt8]) {
    var keys = Keys()
    keys.add(bytes + [UInt8(ascii: "j")])
    #expect(keys.next() ?? keys.next(isFinal: true) == .character("j"))
    #expect(!keys.isWaiting)
  }

  @Test("What comes in pieces is put together, and what never ends is given up")
  func pieces() {
    var keys = Keys()
    var seen: [Key] = []
    for byte in "\u{1B}[1;5A王".utf8 {
      keys.add([byte])
      if let key = keys.next() { seen.append(key) }
    }
    #expect(seen == [.up, .character("王")])
    keys.add("\u{1B}[1;".utf8)
    #expect(keys.next() == nil && keys.isWaiting)
    #expect(keys.next(isFinal: true) == nil && !keys.isWaiting)
  }

  @Test("Whatever bytes come, they are taken in the end, and unknown sequences hold nothing back")
  func anything() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      var keys = Keys()
      keys.add(
        (0..<40).map { _ in [0x1B, 0x5B, 0x4F, 0x3B, UInt8.random(in: 0...255, using: &random)].randomElement() ?? 0 })
      var steps = 0
      while keys.isWaiting, steps < 200 {
        _ = keys.next() ?? keys.next(isFinal: true)
        steps += 1
      }
      #expect(!keys.isWaiting)
    }
  }

  @Test("Keys arrive through a real terminal, Escape too")
  func real() throws {
    let terminal = try probe()
    let pressed: [(Key, String)] = [
      (.up, "up"), (.escape, "escape"), (.function(5), "function(5)"), (.control("c"), "control(\"c\")"),
      (.backTab, "backTab"),
      (.character("中"), "character(\"中\")"), (.pageDown, "pageDown"), (.backspace, "backspace"),
    ]
    for (number, (key, name)) in pressed.enumerated() {
      try terminal.press(key)
      try terminal.wait(for: "\(number + 1) \(name)")
    }
  }
}
