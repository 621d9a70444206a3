import Foundation
import Screen
import Support
import Testing

/// Hostile pictures, held against two terminals that others wrote.
@Suite(.serialized) struct HostilePictureTests {
  static let abilities = [
    DrawingAbilities(), DrawingAbilities(turnsOff: true), DrawingAbilities(turnsOff: true, wrapsAtOnce: true),
    DrawingAbilities(erasesInColour: true, turnsOff: true),
    DrawingAbilities(erasesCharacters: true, scrolls: true, turnsOff: true),
    DrawingAbilities(erasesInColour: true, scrolls: true, turnsOff: true),
    DrawingAbilities(erasesInColour: true, erasesCharacters: true, scrolls: true, turnsOff: true),
  ]
  private static let seeds = UInt64(ProcessInfo.processInfo.environment["ROLLCALL_SEEDS"] ?? "") ?? 6

  @Test(arguments: 1...seeds) func `in libvterm, at many sizes`(_ seed: UInt64) {
    for (index, abilities) in Self.abilities.enumerated() {
      var pictures = HostilePictures(
        seed: seed &* 977 &+ UInt64(index), size: Size(rows: 12, columns: 50), hasDoubtful: true)
      var writer = FrameWriter(abilities)
      let terminal = VirtualTerminal(size: pictures.size)
      for step in 0..<40 {
        if step % 13 == 12 {
          pictures.resize(
            [
              Size(rows: 1, columns: 1), Size(rows: 3, columns: 2), Size(rows: 20, columns: 7),
              Size(rows: 9, columns: 90),
            ][step / 13])
          terminal.resize(pictures.size)
          writer.forget()
        } else {
          pictures.goOn()
        }
        _ = terminal.feed(writer.draw(pictures.cells, size: pictures.size, caret: nil))
        let wrong = difference(pictures, terminal, hasCorner: !abilities.wrapsAtOnce)
        #expect(wrong == nil, "seed \(seed), \(abilities), step \(step)")
        if wrong != nil { return }
      }
    }
  }

  @Test(arguments: 1...max(2, seeds / 3)) func `in tmux`(_ seed: UInt64) throws {
    let size = Size(rows: 16, columns: 80)
    var pictures = HostilePictures(seed: seed, size: size, hasDoubtful: false)
    var writer = FrameWriter(
      DrawingAbilities(erasesInColour: true, erasesCharacters: true, scrolls: true, turnsOff: true))
    let files = try TemporaryDirectory()
    var bytes: [UInt8] = []
    for _ in 0..<30 {
      pictures.goOn()
      bytes += writer.draw(pictures.cells, size: size, caret: nil)
    }
    bytes += writer.rest() + Array("\u{1B}]2;drawn\u{7}".utf8)
    try Data(bytes).write(to: URL(filePath: files.file("bytes")))
    let command = "stty raw -echo; cat '\(files.file("bytes"))'; exec cat"
    let terminal = try PseudoTerminal(
      program: "/usr/bin/tmux",
      arguments: [
        "-u", "-S", files.file("socket"), "-f", "/dev/null", "new-session", command, ";", "set", "status", "off", ";",
        "set",
        "set-titles", "on", ";", "set", "set-titles-string", "#{pane_title}",
      ], environment: ["LANG": "C.UTF-8"], size: size)
    defer {
      _ = try? PseudoTerminal(
        program: "/usr/bin/tmux", arguments: ["-S", files.file("socket"), "kill-server"]
      ).waitForExit()
    }
    try terminal.wait("the end of the pictures") { $0.title == "drawn" }
    terminal.settle(milliseconds: 200)
    #expect(difference(pictures, terminal.screen) == nil, "seed \(seed)\n\(terminal.screen.picture)")
  }

  /// The first cell that is not as it was meant.
  private func difference(_ pictures: HostilePictures, _ terminal: VirtualTerminal, hasCorner: Bool = true) -> String? {
    let columns = pictures.size.columns
    for row in 0..<pictures.size.rows {
      for column in 0..<columns {
        let wanted = pictures.cells[row * columns + column]
        guard !wanted.text.isEmpty, hasCorner || row * columns + column < pictures.cells.count - 2 else { continue }
        guard let cell = terminal[row, column] else { return "\(row),\(column): \(wanted) is half of another" }
        let isBlank = wanted.text == " "
        // A terminal may leave marks out, never the letter.
        let isSame =
          cell.text == wanted.text || cell.text.isEmpty && isBlank
          || wanted.text.unicodeScalars.first.map { cell.text == String(Character($0)) } == true
        let look = wanted.look
        let isLook =
          cell.background == Self.colour(look.background) && cell.isReversed == look.isReversed
          && cell.isUnderlined == look.isUnderlined
          && (isBlank || cell.foreground == Self.colour(look.foreground) && cell.isBold == look.isBold)
        if !isSame || !isLook { return "\(row),\(column): \(wanted) is \(cell)" }
      }
    }
    return nil
  }

  private static func colour(_ paint: Paint) -> VirtualTerminal.Colour {
    switch paint {
    case .terminal: .standard
    case .ansi(let index), .indexed(let index): .indexed(index)
    case .rgb(let colour): .rgb(colour.bits)
    }
  }
}
