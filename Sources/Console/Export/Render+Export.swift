import Screen
import SessionCore

extension State {
  /// The form for an export; while rows are written, how many.
  func draw(_ form: ExportForm, _ frame: inout Frame) {
    let width = min(72, size.columns - 6)
    let note = Prose.lines(say(Words.exportNote), width)
    let box = Box(height: note.count + 7, width: width, in: size)
    box.draw(&frame)
    var rows = box.inside
    let title = rows.removeFirst()
    let buttons = rows.removeLast()
    frame.put(
      SafeText.fit(say(Words.exportTitle(shownCount, view: view)), box.width), row: title, column: box.left,
      Style(.accent, on: .dialog, bold: true))
    let isRoomy = rows.count > note.count + 3
    if isRoomy { rows = rows.dropFirst() }
    if let row = rows.popFirst() { drawPath(form, box, row: row, &frame) }
    if let row = rows.popFirst() { drawFormat(form, box, row: row, &frame) }
    if isRoomy { rows = rows.dropFirst() }
    for (line, row) in zip(note, rows) {
      frame.put(line, row: row, column: box.left, Style(.dim, on: .dialog))
    }
    let hint =
      form.written.map { say(form.isStopping ? Words.working : Words.exporting($0)) }
      ?? Self.wholePieces(say(Words.exportKeys), box.width)
    frame.put(
      SafeText.fit(hint, box.width), row: buttons, column: box.left,
      Style(form.isRunning ? .warning : .text, on: .dialog, bold: form.isRunning))
  }

  private func drawPath(_ form: ExportForm, _ box: Box, row: Int, _ frame: inout Frame) {
    let isActive = form.focus == .path && !form.isRunning
    let start = frame.put(
      say(Words.exportFile) + " ", row: row, column: box.left, Style(isActive ? .accent : .dim, on: .dialog))
    drawField(form.path, at: start, row, max(1, box.left + box.width - start), isActive: isActive, &frame)
  }

  private func drawFormat(_ form: ExportForm, _ box: Box, row: Int, _ frame: inout Frame) {
    let isActive = form.focus == .format && !form.isRunning
    var column = frame.put(
      say(Words.exportAs) + " ", row: row, column: box.left, Style(isActive ? .accent : .dim, on: .dialog))
    for (format, name) in [(ExportFormat.csv, "CSV"), (.json, "JSON")] {
      let isChosen = form.format == format
      column = frame.put(
        isChosen ? "[\(name)]" : " \(name) ", row: row, column: column,
        isChosen ? Style(.text, on: isActive ? .button : .dialog, bold: true) : Style(.dim, on: .dialog))
      column += 1
    }
  }
}
