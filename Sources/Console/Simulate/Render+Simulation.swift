import Screen
import SessionCore

extension State {
  func drawSimulation(_ frame: inout Frame) {
    let body = Layout(size).body
    let fieldsEnd = drawFields(&frame, body.lowerBound + 1)
    drawSteps(&frame, fieldsEnd + 1)
    let rest = (fieldsEnd + 3)..<body.upperBound
    guard let result = simulation.result else {
      drawCentered(
        [say(simulation.isRunning ? Words.working : Words.pressRun), say(Words.thenStep)], &frame, rest)
      return
    }
    draw(result, rest, &frame)
  }

  /// Who logs in, from what and from where; in two lines where one is too short.
  private func drawFields(_ frame: inout Frame, _ first: Int) -> Int {
    let wide = size.columns >= 76
    var row = first
    var column = 2
    func field(_ field: Simulation.Field, _ label: Phrase, _ width: Int) {
      let isActive = simulation.focus == field
      column = frame.put(say(label) + " ", row: row, column: column, Style(isActive ? .accent : .dim, bold: isActive))
      let width = min(width, size.columns - column - 1)
      switch field {
      case .login: drawField(simulation.login, at: column, row, width, isActive: isActive, &frame)
      case .password: drawField(simulation.password, at: column, row, width, isActive: isActive, hidden: true, &frame)
      case .address: drawField(simulation.address, at: column, row, width, isActive: isActive, &frame)
      case .client:
        let name = SimulatedClient.all[simulation.client].name
        frame.fill(row: row, columns: column..<(column + width), Style(on: isActive ? .cursor : .field))
        frame.put(
          isActive ? "‹ \(name) ›" : name, row: row, column: column, limit: width,
          Style(on: isActive ? .cursor : .field))
      }
      column += width + 2
    }
    let spare = max(0, size.columns - 80) / 4
    field(.login, Words.login, wide ? 13 + spare : 12)
    field(.password, Words.password, wide ? 28 + min(spare, 4) : 30)
    if size.columns < 110 {
      row += 1
      column = 2
    }
    field(.client, Words.asClient, 21)
    field(.address, Words.fromAddress, wide ? 17 + min(spare, 24) : 40)
    if simulation.focus != nil {
      frame.put(say(Words.editHint), row: Layout(size).detail, column: 1, Style(.dim))
    }
    return row + 1
  }

  /// The article's three steps, and where the visit stands.
  private func drawSteps(_ frame: inout Frame, _ row: Int) {
    var column = 2
    let done = simulation.result?.step
    for step in SimulationStep.allCases {
      let isDone = done.map { step.rawValue <= $0.rawValue } ?? false
      let isHere = step == done
      let isRefused = isHere && step != .logOut && simulation.result?.isLoggedIn == false
      column = frame.put(
        isRefused ? "✗ " : isDone ? "● " : "○ ", row: row, column: column,
        Style(isRefused ? .danger : isDone ? .good : .dim))
      column = frame.put(say(Words.step(step)), row: row, column: column, Style(isHere ? .accent : .dim, bold: isHere))
      if isRefused {
        column = frame.put(" " + say(Words.refusedStep), row: row, column: column, Style(.danger, bold: true))
      }
      if step != SimulationStep.allCases.last { column = frame.put(" ── ", row: row, column: column, Style(.dim)) }
    }
  }

  /// The request beside the answer where there is room, and below both what changed.
  private func draw(_ result: SimulationResult, _ rows: Range<Int>, _ frame: inout Frame) {
    guard rows.count >= 3 else {
      // Too low for the three blocks: how it was answered is what matters most.
      guard simulation.focus == nil, let status = result.answer.first else { return }
      let row = Layout(size).detail
      frame.put(SafeText.fit(status, size.columns - 2), row: row, column: 1, Style(ink(status)))
      return
    }
    let changes = result.changes.isEmpty ? [say(Words.unchanged)] : result.changes
    let below = min(changes.count + 2, max(3, rows.count / 2))
    let half = size.columns / 2
    let isWide = size.columns >= 76
    // What changed stands close below, however high the screen is.
    let need = isWide ? 2 + max(height(result.request, half - 5), height(result.answer, half - 4)) : rows.count
    let above = rows.lowerBound..<max(rows.lowerBound, min(rows.lowerBound + need, rows.upperBound - below))
    if isWide {
      drawBlock(say(Words.asks), result.request, above, 2..<(half - 1), &frame)
      drawBlock(say(Words.answers), result.answer, above, (half + 1)..<(size.columns - 1), &frame)
    } else {
      let middle = above.lowerBound + above.count / 2
      drawBlock(say(Words.asks), result.request, above.lowerBound..<middle, 2..<(size.columns - 1), &frame)
      drawBlock(say(Words.answers), result.answer, middle..<above.upperBound, 2..<(size.columns - 1), &frame)
    }
    drawBlock(say(Words.holds), changes, above.upperBound..<rows.upperBound, 2..<(size.columns - 1), &frame)
  }

  private func height(_ lines: [String], _ width: Int) -> Int {
    lines.reduce(0) { $0 + SafeText.wrap($1, width).count }
  }

  private func drawBlock(
    _ title: String, _ lines: [String], _ rows: Range<Int>, _ columns: Range<Int>, _ frame: inout Frame
  ) {
    guard !rows.isEmpty else { return }
    frame.put(
      SafeText.fit(title, columns.count), row: rows.lowerBound, column: columns.lowerBound, Style(.accent, bold: true))
    let width = columns.count - 2
    let pieces = lines.flatMap { line in SafeText.wrap(line, width).map { (text: $0, ink: ink(line)) } }
    for (piece, row) in zip(pieces, rows.dropFirst()) {
      frame.put(piece.text, row: row, column: columns.lowerBound + 2, Style(piece.ink))
    }
  }

  private func ink(_ line: String) -> Ink {
    switch line.first {
    case "+": .good
    case "~": .warning
    case "-": .danger
    default: line.hasPrefix("Status: ") || line.hasPrefix("GET ") || line.hasPrefix("POST ") ? .link : .text
    }
  }
}
