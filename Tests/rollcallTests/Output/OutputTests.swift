import Foundation
import struct Screen.Style
import enum Screen.SafeText
import SessionCore
import Support
import Testing

@testable import rollcall

@Suite struct OutputTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""),
    (" blank", "\" blank\""), ("陈", "陈"), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("＝1", "'＝1"), ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("a=1", "a=1"),
    ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("a\u{202E}b", "a\u{FFFD}b"), ("'quoted", "'quoted"),
  ])
  func `a field of CSV is one field, and no formula`(_ text: String, _ field: String) {
    #expect(CSV.field(text) == field)
    #expect(CSV.field(.word(text, .good)) == field)
  }

  @Test func `what we reckon ourselves stays what it is`() {
    let cells: [Cell] = [
      .number(-12), .decimal("-4.5"), .flag(true), .none, .time(Timestamp(milliseconds: 0)), .texts(["=a", "b"]),
    ]
    #expect(CSV.line(cells) == "-12,-4.5,yes,,1970-01-01T00:00:00Z,\"'=a\nb\"\r\n")
    #expect(
      JSON.object(cells.enumerated().map { (String($0.offset), $0.element) })
        == "{\"0\":-12,\"1\":-4.5,\"2\":true,\"3\":null,\"4\":\"1970-01-01T00:00:00Z\",\"5\":[\"=a\",\"b\"]}")
  }

  @Test func `JSON escapes what would end a text or act on a terminal`() {
    #expect(JSON.string("a\"b\\c\nd\u{9B}e\u{202E}陈") == "\"a\\\"b\\\\c\\u000ad\\u009be\\u202e陈\"")
  }

  @Test(arguments: [
    (true, ["TERM": "xterm"], true), (false, ["TERM": "xterm"], false), (true, ["TERM": "dumb"], false),
    (true, [:], false), (true, ["TERM": "xterm", "NO_COLOR": "1"], false),
    (true, ["TERM": "xterm", "NO_COLOR": ""], true), (false, ["CLICOLOR_FORCE": "1"], true),
    (false, ["CLICOLOR_FORCE": "0"], false), (true, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    (true, ["TERM": "xterm", "CLICOLOR": "0"], false),
  ])
  func `colour follows the rules of the environment`(_ isTerminal: Bool, _ environment: [String: String], _ isOn: Bool)
  {
    #expect(Colours(isTerminal: isTerminal) { environment[$0] }.isOn == isOn)
  }

  @Test func `words are coloured by what they mean, in the terminal's own colours`() {
    let colours = Colours(isTerminal: true) { ["TERM": "xterm"][$0] }
    #expect(colours.painted("live", Style(.good)) == "\u{1B}[32mlive\u{1B}[0m")
    #expect(colours.painted("idle", Style(.dim)) == "\u{1B}[90midle\u{1B}[0m")
    #expect(colours.painted("locked", Style(.danger)) == "\u{1B}[1;31mlocked\u{1B}[0m")
    #expect(colours.painted("text", Style(.text)) == "text")
    #expect(Colours(isTerminal: false) { _ in nil }.painted("live", Style(.good)) == "live")
  }

  /// What a table makes of rows.
  private func table(_ rows: [[Cell]], width: Int?) throws -> [String] {
    let files = try TemporaryDirectory()
    let file = creat(files.file("out"), 0o600)
    let output = DataOutput(descriptor: file)
    var table = TextTable(
      headings: [Phrase("NAME", "NAME"), Phrase("N", "N"), Phrase("NOTE", "NOTE")],
      colours: Colours(isTerminal: false) { _ in nil }, width: width)
    for row in rows { try table.add(row, to: output) }
    try table.finish(to: output)
    try output.flush()
    close(file)
    let text = try String(contentsOf: URL(filePath: files.file("out")), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private let rows: [[Cell]] = [
    [.text("alice"), .number(7), .text("short")], [.text("陈小明"), .number(12), .text("a longer note")],
  ]

  @Test func `columns stand straight by display width; numbers stand to the right`() throws {
    #expect(try table(rows, width: nil) == ["NAME     N  NOTE", "alice    7  short", "陈小明  12  a longer note"])
  }

  @Test func `a terminal's edge cuts lines, and one sees that`() throws {
    #expect(try table(rows, width: 18) == ["NAME     N  NOTE", "alice    7  short", "陈小明  12  a lon…"])
    for width in 1...26 {
      for line in try table(rows, width: width) { #expect(SafeText.width(line) <= width, "\(width) \(line)") }
    }
    #expect(try table(rows, width: 6) == ["NAME …", "alice…", "陈小…"])
  }

  @Test func `a row that is wider than the first ones is not cut`() throws {
    let wide = String(repeating: "x", count: 40)
    let many = [[Cell]](repeating: rows[0], count: 300) + [[.text(wide), .number(1), .text("end")]]
    let lines = try table(many, width: nil)
    #expect(lines.count == 302)
    #expect(lines.last == wide + "  1  end")
  }

  @Test func `what could act on a terminal is replaced`() throws {
    let lines = try table([[.text("a\u{1B}[2Jb"), .number(1), .text("\u{202E}x")]], width: nil)
    #expect(!lines.joined().unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}
