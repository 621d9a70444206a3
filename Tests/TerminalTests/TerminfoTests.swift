import Foundation
import Testing

@testable import Terminal

@Suite("Terminfo entries")
struct TerminfoTests {
  private let none: (String) -> String? = { _ in nil }

  @Test(
    "An entry that is read and written again is the same",
    arguments: ["xterm-256color", "xterm", "linux", "vt220", "screen", "tmux-256color"])
  func roundTrip(name: String) throws {
    let entry = try #require(Terminfo(terminal: name, environment: none))
    let again = try #require(entry.compiled.flatMap { Terminfo(compiled: $0) })
    #expect(again.names == entry.names)
    #expect(again.flags == entry.flags)
    #expect(again.numbers == entry.numbers)
    #expect(again.strings == entry.strings)
    #expect(again.extended.flags.map(\.name) == entry.extended.flags.map(\.name))
    #expect(again.extended.strings.map(\.value) == entry.extended.strings.map(\.value))
  }

  @Test("An entry that is cut, or is none, is not read")
  func broken() throws {
    let compiled = try #require(Terminfo(terminal: "xterm", environment: none)?.compiled)
    for length in stride(from: 0, to: 400, by: 7) { #expect(Terminfo(compiled: Array(compiled.prefix(length))) == nil) }
    #expect(Terminfo(compiled: Array("#!/bin/sh".utf8)) == nil)
    for name in ["", "../x", "/etc/passwd", ".", "no-such-terminal"] {
      #expect(Terminfo(terminal: name, environment: none) == nil, "\(name)")
    }
  }

  @Test("The entry of our own stands in the environment only while curses starts")
  func environment() throws {
    let entry = try #require(Terminfo(terminal: "xterm", environment: none).flatMap { PrivateTerminfo(from: $0) })
    #expect(entry.environmentValue.hasPrefix("b64:"))
    let bytes = try #require(Data(base64Encoded: String(entry.environmentValue.dropFirst(4))))
    let ours = try #require(Terminfo(compiled: Array(bytes)))
    #expect(ours[.colors] == 0x100_0000)
    #expect(ours.extended.flags.contains { $0.name == Array("RGB".utf8) && $0.value == 1 })
    #expect(
      ours.extended.flags.map { String(decoding: $0.name, as: UTF8.self) }.sorted().count == ours.extended.flags.count)
  }

  @Test(
    "A locale's name leaves room for UTF-8, or does not",
    arguments: [
      ("", true), ("C", true), ("zh_CN", true), ("zh_CN.UTF-8", true), ("en_US.utf8@euro", true),
      ("zh_CN.GB18030", false),
      ("de_DE.ISO-8859-15@euro", false),
    ])
  func locale(name: String, isOpen: Bool) {
    #expect(CharacterSet.isOpen(to: name) == isOpen)
  }
}
