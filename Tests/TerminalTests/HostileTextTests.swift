import Screen
import Support
import Testing

@testable import Terminal

/// Names as nobody should have them: whatever they are, columns stay straight and nothing gets out.
@Suite struct HostileTextTests {
  static let texts: [String] = {
    var all = (0...0x1F).map { "c\(Character(Unicode.Scalar(UInt8($0))))c" }
    all += (0x7F...0x9F).map { "d\(Character(Unicode.Scalar(UInt8($0))))d" }
    let format: [UInt32] =
      Array(0x200B...0x200F) + Array(0x202A...0x202E) + Array(0x2060...0x206F) + [0xFEFF, 0xAD, 0x61C]
    all += format.compactMap(Unicode.Scalar.init).map { "f\(Character($0))f" }
    let marks: [UInt32] = Array(0x300...0x36F) + Array(0x20D0...0x20DC) + [0xFE0F, 0xFE0E, 0x200D, 0xE0001, 0xE0061]
    all += marks.compactMap(Unicode.Scalar.init).map { "m\(Character($0))" }
    all += marks.compactMap(Unicode.Scalar.init).map { String(Character($0)) }
    all += (1...20).map { "Z" + String(repeating: "\u{335}\u{489}\u{363}\u{20DD}", count: $0 * 5) + "algo" }
    all += [
      "\u{1B}[2J\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;aGk=\u{1B}\\", "\u{1B}P$q\u{1B}\\", "\u{9B}2J",
      "\u{90}",
      "\u{1B}[?1049l", "\u{1B}c", "\u{E}\u{F}", "a\tb", "a\r\nb", "\u{2028}\u{2029}", "\u{85}",
      "👨‍👩‍👧‍👦", "👩🏽‍🚀", "🏴‍☠️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇩🇪🇨🇳", "☺️☺︎", "1️⃣", "👍🏽👍", "🫨🫩", "❤️‍🔥", "\u{200D}👧",
      "王小明", "ｆｕｌｌ", "ﾊﾝｶｸ", "한국어", "각", "नमस्ते", "ไทยำ", "العربية", "עברית\u{202E}txt",
      "ﷺ", "𒐫𒐫", "꧅", "⸻⸻", "Łłßẞİıſŉǰΐ", "a\u{1AB0}", "\u{115F}\u{1160}", "\u{3164}", "\u{2800}",
      "\u{FFFF}", "\u{10FFFF}", "\u{E000}", "\u{FFFD}", "𝕿𝖍𝖊", "Ｔｅｓｔ\u{3000}", "　", " ",
    ]
    all += (0..<60).map { seed in
      var random = SplitMix(state: UInt64(seed))
      return String(
        String.UnicodeScalarView(
          (0..<24).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0..<0x3_0000, using: &random)) }))
    }
    all += [String(decoding: [0xFF, 0xFE, 0x61, 0xC0, 0xAF, 0xED, 0xA0, 0x80] as [UInt8], as: UTF8.self)]
    return all
  }()

  private func cells(_ frame: Frame) -> [DrawnCell] {
    var cells = Array(repeating: DrawnCell(" ", Look()), count: frame.size.rows * frame.size.columns)
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns where !frame[row, column].text.isEmpty {
        let isWide = column + 1 < frame.size.columns && frame[row, column + 1].text.isEmpty
        let texts = CellText.texts(frame[row, column].text, width: isWide ? 2 : 1, .utf8)
        let index = row * frame.size.columns + column
        for (offset, text) in texts.enumerated() { cells[index + offset] = DrawnCell(text, Look()) }
        if isWide, texts.count == 1 { cells[index + 1] = DrawnCell("", Look()) }
      }
    }
    return cells
  }

  @Test func `columns stay straight, and nothing gets out`() {
    #expect(Self.texts.count >= 300)
    #expect(CharacterSet.establish { _ in nil } == .utf8)
    let size = Size(rows: 20, columns: 40)
    let terminal = VirtualTerminal(size: size)
    var writer = FrameWriter(
      DrawingAbilities(erasesInColour: true, erasesCharacters: true, scrolls: true, turnsOff: true))
    for start in stride(from: 0, to: Self.texts.count, by: 20) {
      let page = Self.texts[start..<min(start + 20, Self.texts.count)]
      var frame = Frame(size: size)
      for (row, text) in page.enumerated() {
        frame.put(SafeText.fit(text, 24), row: row, column: 2, Style())
        frame.put("|end", row: row, column: 26, Style())
      }
      let bytes = writer.draw(cells(frame), size: size, caret: nil)
      _ = terminal.feed(bytes)
      for (row, text) in page.enumerated() {
        #expect(terminal[row, 26]?.text == "|" && terminal[row, 29]?.text == "d", "\(text.debugDescription)")
      }
      expectHarmless(bytes)
      #expect(!terminal.isOnOtherScreen && terminal.title.isEmpty)
    }
  }

  /// Only the sequences that the writer makes: places, colours, erasing, scrolling.
  private func expectHarmless(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let rest = text.replacing(/\u{1B}\[[0-9;]*[HmKJCXr]/, with: "").replacing(/\u{1B}M/, with: "")
    for scalar in rest.unicodeScalars where ![0x0A, 0x0D].contains(scalar.value) {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value), "\(scalar.value)")
      #expect(!(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
    }
  }
}
