import Screen
import SessionCore

extension State {
  /// Who logs in, what is played, and what login.cgi and the database made of it.
  func drawSimulation(_ frame: inout Frame) {
    let body = Layout(size).body
    let gap = size.rows >= 20 ? 1 : 0
    let fieldsEnd = drawFields(&frame, body.lowerBound + min(1, gap + (size.rows >= 12 ? 1 : 0)))
    drawStages(&frame, fieldsEnd + gap)
    var rest = min(body.upperBound, fieldsEnd + 1 + 2 * gap)..<body.upperBound
    if crowd.wish != nil { rest = rest.lowerBound..<max(rest.lowerBound, drawCrowd(&frame, body)) }
    if let refusal = setting.simulation.refusal {
      drawCentered([say(Words.simulationOff), say(refusal)], &frame, rest)
    } else if let result = simulation.result {
      drawBlocks(result, rest, &frame)
    } else {
      // The line of stages has the name already.
      let story = Words.story(simulation.scenario)
      let lines = simulation.isRunning ? [Words.working] : [story.capitalised, Words.pressRun, Words.thenStep]
      drawCentered(lines.map(say), &frame, rest)
    }
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
    if size.columns < 124 {
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

  /// The scenario's stages, and where it stands; without the names where they have no room.
  private func drawStages(_ frame: inout Frame, _ row: Int) {
    let stages = simulation.scenario.stages
    let names = stages.map { say(Words.step($0.step)) }
    let count = "\(simulation.outcomes.count)/\(stages.count)"
    let title = say(Words.scenario(simulation.scenario))
    let need = SafeText.width(title) + 3 + names.reduce(0) { $0 + SafeText.width($1) + 6 } - 4 + count.count + 6
    let isRoomy = need <= size.columns
    var column = frame.put(
      isRoomy ? title : SafeText.fit(title, min(SafeText.width(title), max(0, size.columns - stages.count * 2 - 28))),
      row: row, column: 2, Style(.accent, bold: true))
    column += 2
    for (index, name) in names.enumerated() {
      let (mark, ink) = mark(index)
      column = frame.put(mark + " ", row: row, column: column, Style(ink))
      guard isRoomy else { continue }
      let isHere = index == simulation.outcomes.count - 1
      column = frame.put(name, row: row, column: column, Style(isHere ? .accent : .dim, bold: isHere))
      if index < names.count - 1 { column = frame.put(" ─ ", row: row, column: column, Style(.dim)) }
    }
    column = frame.put((isRoomy ? "  " : " ") + count, row: row, column: column, Style(.dim))
    guard let result = simulation.result, let outcome = simulation.outcomes.last else { return }
    let isExpected = simulation.isOnTrack
    let text = (isRoomy ? "" : say(Words.step(result.step)) + ": ") + say(Words.outcome(outcome))
    column = frame.put(
      " " + text, row: row, column: column, limit: max(0, size.columns - column - 1),
      Style(isExpected ? .good : .danger, bold: true))
    // Of what is refused or goes astray, whether it should.
    let remark = say(isExpected ? Words.asExpected : Words.notExpected)
    guard !isExpected || outcome == .refused || outcome == .delayed, column + SafeText.width(remark) < size.columns
    else { return }
    frame.put(remark, row: row, column: column, Style(isExpected ? .dim : .danger))
  }

  /// How a stage went. What went as it should is good, a refusal too; what went astray is not.
  private func mark(_ index: Int) -> (String, Ink) {
    guard index < simulation.outcomes.count else { return ("○", .dim) }
    let outcome = simulation.outcomes[index]
    let isExpected = outcome == simulation.scenario.stages[index].expected
    return (outcome == .accepted || outcome == .done ? "●" : "✗", isExpected ? .good : .danger)
  }

  func ink(_ outcome: SimulationOutcome) -> Ink {
    switch outcome {
    case .accepted, .done: .good
    case .delayed: .warning
    case .refused, .failed: .danger
    }
  }
}
