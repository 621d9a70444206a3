import Screen
import SessionCore

/// One of the things to read about a step: a heading and lines.
private struct Block {
  let title: String
  let lines: [(text: String, ink: Ink)]
  /// Whether it is to be read as prose, whose lines all begin at one edge.
  var isProse = false

  /// Lines that it takes in a width.
  func height(_ width: Int) -> Int { 1 + pieces(width - 2).count }

  /// Its lines broken to a width.
  func pieces(_ width: Int) -> [(text: String, ink: Ink)] {
    let width = max(1, width)
    guard isProse else {
      return lines.flatMap { line in SafeText.wrap(line.text, width).map { ($0, line.ink) } }
    }
    return lines.flatMap { line in Prose.lines(line.text, width).map { ($0, line.ink) } }
  }
}

extension State {
  /// What was asked, what was answered, what changed and what it means: side by side where there is room.
  func drawBlocks(_ result: SimulationResult, _ rows: Range<Int>, _ frame: inout Frame) {
    guard rows.count >= 3 else {
      // Too low for blocks: how it was answered is what matters most.
      guard simulation.focus == nil, let status = result.answer.first else { return }
      frame.put(SafeText.fit(status, size.columns - 2), row: Layout(size).detail, column: 1, Style(ink(result.outcome)))
      return
    }
    let blocks = blocks(result)
    if size.columns >= 120, rows.count >= 10 {
      drawInThree(blocks, rows, &frame)
    } else if size.columns >= 76 {
      drawInTwo(blocks, rows, &frame)
    } else {
      drawInOne(blocks, rows, &frame)
    }
  }

  private func blocks(_ result: SimulationResult) -> [Block] {
    func lines(_ texts: [String], or nothing: Phrase) -> [(text: String, ink: Ink)] {
      texts.isEmpty ? [(say(nothing), .dim)] : texts.map { ($0, ink($0, result.outcome)) }
    }
    let stage = max(0, simulation.outcomes.count - 1)
    return [
      Block(title: say(Words.asks(result)), lines: lines(result.request, or: Words.notAsked)),
      Block(title: say(Words.answers), lines: lines(result.answer, or: Words.notAsked)),
      Block(title: say(Words.holds), lines: lines(result.changes, or: Words.unchanged)),
      Block(
        title: say(Words.means), lines: [(say(Words.lesson(simulation.scenario, stage: stage, result)), .text)],
        isProse: true),
    ]
  }

  /// Request, answer and database side by side, and below all of them what it means.
  private func drawInThree(_ blocks: [Block], _ rows: Range<Int>, _ frame: inout Frame) {
    let third = (size.columns - 2) / 3
    let below = min(blocks[3].height(size.columns - 4), rows.count / 2)
    let need = blocks.prefix(3).map { $0.height(third - 3) }.max() ?? 0
    let above = rows.lowerBound..<(rows.lowerBound + min(need, rows.count - below - 1))
    for (index, block) in blocks.prefix(3).enumerated() {
      let start = 2 + index * third
      draw(block, above, start..<(start + third - 3), &frame)
      if index > 0 { drawRule(&frame, above, column: start - 2) }
    }
    draw(blocks[3], (above.upperBound + 1)..<rows.upperBound, 2..<min(size.columns - 1, 122), &frame)
  }

  /// Two by two.
  private func drawInTwo(_ blocks: [Block], _ rows: Range<Int>, _ frame: inout Frame) {
    let half = size.columns / 2
    let left = 2..<(half - 1)
    let right = (half + 2)..<(size.columns - 1)
    let above = max(blocks[0].height(left.count), blocks[1].height(right.count))
    let below = max(blocks[2].height(left.count), blocks[3].height(right.count))
    let isRoomy = above + below + 1 <= rows.count
    let lower = isRoomy ? below : min(below, max(rows.count / 2, rows.count - above))
    let split = isRoomy ? rows.lowerBound + above + 1 : rows.upperBound - lower
    draw(blocks[0], rows.lowerBound..<split, left, &frame)
    draw(blocks[1], rows.lowerBound..<split, right, &frame)
    draw(blocks[2], split..<rows.upperBound, left, &frame)
    draw(blocks[3], split..<rows.upperBound, right, &frame)
    drawRule(&frame, rows.lowerBound..<min(rows.upperBound, split + lower), column: half)
  }

  /// One below the other; where there is too little room, the answer and what it means go first.
  private func drawInOne(_ blocks: [Block], _ rows: Range<Int>, _ frame: inout Frame) {
    let columns = 2..<(size.columns - 1)
    var heights = [0, 0, 0, 0]
    var left = rows.count
    for index in [1, 3, 2, 0] {
      let need = blocks[index].height(columns.count)
      heights[index] = left < 2 ? 0 : min(need, left)
      left -= heights[index]
    }
    var row = rows.lowerBound
    for (block, height) in zip(blocks, heights) where height > 0 {
      draw(block, row..<(row + height), columns, &frame)
      row += height
    }
  }

  private func draw(_ block: Block, _ rows: Range<Int>, _ columns: Range<Int>, _ frame: inout Frame) {
    guard !rows.isEmpty, !columns.isEmpty else { return }
    frame.put(
      SafeText.fit(block.title, columns.count), row: rows.lowerBound, column: columns.lowerBound,
      Style(.accent, bold: true))
    let width = max(1, columns.count - 2)
    let pieces = block.pieces(width)
    for (index, (piece, row)) in zip(pieces, rows.dropFirst()).enumerated() {
      // What is cut says so.
      let isCut = index == rows.count - 2 && index < pieces.count - 1
      frame.put(
        isCut ? cut(piece.text, width) : piece.text, row: row, column: columns.lowerBound + 2, Style(piece.ink))
    }
  }

  private func cut(_ text: String, _ width: Int) -> String {
    SafeText.width(text) < width - 1 ? text + " …" : SafeText.fit(text + "…", width)
  }

  private func drawRule(_ frame: inout Frame, _ rows: Range<Int>, column: Int) {
    for row in rows { frame.put("│", row: row, column: column, Style(.dim)) }
  }

  private func ink(_ line: String, _ outcome: SimulationOutcome) -> Ink {
    switch line.first {
    case "+": return .good
    case "~": return .warning
    case "-": return .danger
    default:
      if line.hasPrefix("Status: ") { return ink(outcome) }
      return line.hasPrefix("GET ") || line.hasPrefix("POST ") ? .link : .text
    }
  }
}
