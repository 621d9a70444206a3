import Foundation
import Screen
import Support
import Testing

@testable import Terminal

/// What is pasted is a text, and never keys: letters are acts.
@Suite struct PasteTests {
  /// What comes of bytes that arrive in pieces of so many.
  private func inputs(_ text: String, by count: Int) -> [Keys.Input] {
    var keys = Keys()
    var all: [Keys.Input] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      keys.add(rest.prefix(count))
      rest = rest.dropFirst(count)
      while let input = keys.nextInput() { all.append(input) }
    }
    while let input = keys.nextInput(isFinal: true) { all.append(input) }
    return all
  }

  @Test(arguments: [1, 2, 3, 7, 1000]) func `a pasted text is one, however it comes`(_ count: Int) {
    let text = "j\u{1B}[200~xe\r\u{1B}[A王 \u{1B}[20\u{1B}[201~k"
    #expect(
      inputs(text, by: count) == [.key(.character("j")), .paste("xe\r\u{1B}[A王 \u{1B}[20"), .key(.character("k"))])
  }

  @Test func `what never ends, and what is too long, ends`() {
    #expect(inputs("\u{1B}[200~xe", by: 2) == [.paste("xe")])
    let long = inputs("\u{1B}[200~" + String(repeating: "e", count: 100_000) + "\u{1B}[201~j", by: 1024)
    #expect(long == [.paste(String(repeating: "e", count: 4096)), .key(.character("j"))])
  }

  @Test func `a paste that a slow line has cut is waited for, and so is half of an answer`() {
    var keys = Keys()
    #expect(keys.patience == Keys.escapeDelay)
    keys.add("\u{1B}[20".utf8)
    #expect(keys.next() == nil && keys.patience >= 1000)
    keys.add("0~x".utf8)
    #expect(keys.next() == nil && keys.isWaiting && keys.patience >= 1000)
    keys.add("\u{1B}[201~".utf8)
    #expect(keys.nextInput() == .paste("x") && !keys.isWaiting)
    keys.add("\u{1B}]11;rgb:1e".utf8)
    #expect(keys.next() == nil && keys.patience >= 1000)
    keys.add("1e/aeae/eeee\u{7}\u{1B}".utf8)
    #expect(keys.next() == nil && keys.patience == Keys.escapeDelay)
  }

  @Test func `the terminal is asked for the marks, and no more once it is given back`() throws {
    let terminal = try probe()
    try terminal.send(Array("\u{1B}[200~hello q\u{1B}[201~".utf8))
    try terminal.wait(for: "paste hello q")
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.components(separatedBy: "\u{1B}[?2004h").count == 2)
    #expect(output.components(separatedBy: "\u{1B}[?2004l").count == 2)
  }
}
