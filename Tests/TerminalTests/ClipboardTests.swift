import Foundation
import Screen
import Support
import Testing

@testable import Terminal

@Suite("Clipboard", .serialized)
struct ClipboardTests {
  private let id = "01JD3KX4N0V5S8T2W6Y9ZABCDE"
  private var encoded: String { Data(id.utf8).base64EncodedString() }

  private func sent(_ environment: [String: String]) throws -> String {
    let terminal = try probe(environment: environment)
    try terminal.type("c")
    try terminal.wait(for: "1 character")
    return String(decoding: terminal.output, as: UTF8.self)
  }

  @Test("A terminal is told in a command of its own", arguments: ["xterm-256color", "xterm"])
  func direct(name: String) throws {
    #expect(try sent(["TERM": name]).contains("\u{1B}]52;c;\(encoded)\u{7}"))
    #expect(try !sent(["TERM": name]).contains("\u{1B}P"))
  }

  @Test("Through tmux and screen it is wrapped as they ask")
  func wrapped() throws {
    let tmux = try sent(["TERM": "xterm-256color", "TMUX": "/tmp/tmux-0/default,1,0"])
    #expect(tmux.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(encoded)\u{7}\u{1B}\\"))
    let screen = try sent(["TERM": "screen"])
    #expect(screen.contains("\u{1B}P\u{1B}]52;c;\(encoded)\u{7}\u{1B}\\"))
  }

  @Test("A terminal that may print what it does not know is sent nothing", arguments: ["vt100", "linux"])
  func none(name: String) throws {
    #expect(try !sent(["TERM": name]).contains("]52;"))
  }

  @Test("What would act where it is pasted is not sent, nor what is endless")
  func bounds() throws {
    let clipboard = Clipboard(terminal: "xterm") { _ in nil }
    let bytes = try #require(clipboard.bytes("evil\u{1B}[201~\nrm -rf /\u{202E}"))
    let text = String(decoding: bytes, as: UTF8.self).dropFirst("\u{1B}]52;c;".count).dropLast()
    let decoded = String(decoding: try #require(Data(base64Encoded: String(text))), as: UTF8.self)
    #expect(decoded == "evil\u{FFFD}[201~\u{FFFD}rm -rf /\u{FFFD}")
    #expect(clipboard.bytes("") == nil)
    #expect(clipboard.bytes(String(repeating: "x", count: 1024)) != nil)
    #expect(clipboard.bytes(String(repeating: "x", count: 1025)) == nil)
    let screen = Clipboard(terminal: "screen.xterm") { _ in nil }
    // What GNU screen would cut goes to a tmux alone.
    #expect(
      !String(decoding: try #require(screen.bytes(String(repeating: "x", count: 1000))), as: UTF8.self).contains(
        "\u{1B}P"))
  }

  @Test("Base 64 is what others make of it")
  func base64() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
      #expect(Base64.text(bytes) == Data(bytes).base64EncodedString())
    }
  }
}
