import Screen
import SessionCore

extension State {
  func draw(_ dialog: SimulateDialog, _ frame: inout Frame) {
    switch dialog {
    case .scenarios(let cursor): drawScenarios(cursor, &frame)
    case .crowd(let form): draw(form, &frame)
    case .saving(let line): drawSaving(line, &frame)
    }
  }

  private func drawScenarios(_ cursor: Int, _ frame: inout Frame) {
    let all = Scenario.allCases
    let box = Box(height: all.count + 4, width: min(74, size.columns - 6), in: size)
    box.draw(&frame)
    var rows = box.inside
    let title = rows.removeFirst()
    frame.put(
      SafeText.fit(say(Words.simulateMenu), box.width), row: title, column: box.left,
      Style(.accent, on: .dialog, bold: true))
    if rows.count >= all.count + 3 {
      let hint = rows.removeLast()
      frame.put(
        SafeText.fit(say(Words.simulateMenuHint), box.width), row: hint, column: box.left, Style(.dim, on: .dialog))
      rows = rows.dropFirst().dropLast()
    }
    // On a screen too low for all of them, those around the cursor.
    let top = max(0, min(cursor - rows.count / 2, all.count - rows.count))
    let names = all.map { SafeText.width(say(Words.scenario($0))) }.max() ?? 0
    for (row, scenario) in zip(rows, all.dropFirst(top)) {
      let isCursor = scenario == all[cursor]
      let ground: Ground = isCursor ? .cursor : .dialog
      if isCursor {
        frame.fill(row: row, columns: (box.left - 1)..<(box.left + box.width + 1), Style(on: .cursor))
        frame.put("›", row: row, column: box.left, Style(.accent, on: .cursor, bold: true))
      }
      frame.put(
        SafeText.fit(say(Words.scenario(scenario)), min(names, box.width - 2)), row: row, column: box.left + 2,
        Style(on: ground, bold: isCursor))
      let room = box.width - names - 5
      guard room > 12 else { continue }
      frame.put(
        SafeText.fit(say(Words.story(scenario)), room), row: row, column: box.left + names + 5,
        Style(isCursor ? .text : .dim, on: ground))
    }
  }

  private func draw(_ form: CrowdForm, _ frame: inout Frame) {
    let width = min(64, size.columns - 6)
    let people = say(Words.crowdPeople(setting.simulation.people, login: simulation.login.text))
    let about =
      Prose.lines(people, width).map { (text: $0, ink: Ink.text) }
      + Prose.lines(say(Words.crowdMeans), width).map { (text: $0, ink: Ink.dim) }
    let box = Box(height: about.count + 7, width: width, in: size)
    box.draw(&frame)
    var rows = box.inside
    let title = rows.removeFirst()
    let buttons = rows.removeLast()
    frame.put(
      SafeText.fit(say(Words.crowdTitle), box.width), row: title, column: box.left,
      Style(.accent, on: .dialog, bold: true))
    // On a screen too low for all of it, the gaps go first, and what is said of it.
    let isRoomy = rows.count >= about.count + 5
    if isRoomy { rows = rows.dropFirst() }
    let labels = [Words.crowdVisitors, Words.crowdRate, Words.crowdSeed].map(say)
    let column = box.left + (labels.map(SafeText.width).max() ?? 0) + 2
    for (label, field) in zip(labels, [CrowdForm.Focus.visitors, .rate, .seed]) {
      guard let row = rows.popFirst() else { break }
      let isActive = form.focus == field
      frame.put(label, row: row, column: box.left, Style(isActive ? .accent : .dim, on: .dialog, bold: isActive))
      let line = field == .visitors ? form.visitors : field == .rate ? form.rate : form.seed
      drawField(line, at: column, row, 10, isActive: isActive, ink: form.mistake == field ? .danger : .text, &frame)
    }
    if isRoomy { rows = rows.dropFirst() }
    let mistake = form.mistake.flatMap(Words.crowdMistake).map { [(say($0), Ink.danger)] }
    for ((text, ink), row) in zip((mistake ?? []) + about, rows) {
      frame.put(SafeText.fit(text, box.width), row: row, column: box.left, Style(ink, on: .dialog))
    }
    drawButtons(form, box, row: buttons, &frame)
  }

  private func drawButtons(_ form: CrowdForm, _ box: Box, row: Int, _ frame: inout Frame) {
    let cancel = "[ \(say(Words.cancel)) ]"
    let start = " \(say(Words.crowdStart(form.visitors.text))) "
    let isReady = form.wish != nil
    let width = SafeText.width(cancel + "   \(CrowdForm.key) " + start)
    var column = max(box.left, box.left + box.width - width)
    column = frame.put(
      cancel, row: row, column: column,
      form.focus == .cancel ? Style(.text, on: .button, bold: true) : Style(on: .dialog))
    column = frame.put(
      "   \(CrowdForm.key) ", row: row, column: column, Style(isReady ? .link : .dim, on: .dialog, bold: true))
    frame.put(
      start, row: row, column: column,
      form.focus == .start ? Style(.good, on: .button, bold: true) : Style(isReady ? .good : .dim, on: .dialog))
  }

  private func drawSaving(_ line: LineEditor, _ frame: inout Frame) {
    let box = Box(height: 5, width: min(64, size.columns - 6), in: size)
    box.draw(&frame)
    var rows = box.inside
    guard let title = rows.popFirst(), let hint = rows.popLast() else { return }
    frame.put(
      SafeText.fit(say(Words.saveSteps), box.width), row: title, column: box.left,
      Style(.accent, on: .dialog, bold: true))
    frame.put(SafeText.fit(say(Words.saveHint), box.width), row: hint, column: box.left, Style(.dim, on: .dialog))
    guard let row = rows.dropFirst().first else { return }
    let start = frame.put(say(Words.saveFile) + " ", row: row, column: box.left, Style(.dim, on: .dialog))
    drawField(line, at: start, row, max(1, box.left + box.width - start), isActive: true, &frame)
  }
}
