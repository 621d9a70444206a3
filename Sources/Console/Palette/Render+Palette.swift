import Screen
import SessionCore

extension State {
  /// The line for an action's name, and what it can mean: name, key, and what it does.
  func draw(_ palette: Palette, _ frame: inout Frame) {
    let offered = offered(palette)
    let height = min(12, max(1, size.rows - 6))
    let box = Box(height: height + 2, width: min(76, size.columns - 6), in: size)
    box.draw(&frame)
    let line = box.inside.lowerBound
    let start = frame.put(":", row: line, column: box.left, Style(.accent, on: .dialog, bold: true)) + 1
    drawField(palette.line, at: start, line, max(1, box.left + box.width - start), isActive: true, &frame)
    let first = max(0, palette.chosen - height + 1)
    let names = min(18, max(8, box.width / 3))
    for (offset, action) in offered.dropFirst(first).prefix(height).enumerated() {
      frame.mark("line.\(first + offset)", row: line + 2 + offset, columns: box.columns)
      draw(action, isChosen: first + offset == palette.chosen, names, box, row: line + 2 + offset, &frame)
    }
    if offered.isEmpty {
      frame.put(
        SafeText.fit(say(Words.noAction), box.width), row: line + 2, column: box.left, Style(.dim, on: .dialog))
    }
  }

  private func draw(
    _ action: Action, isChosen: Bool, _ names: Int, _ box: Box, row: Int, _ frame: inout Frame
  ) {
    let why = action.works(in: view) ? action.obstacle(self) : Words.worksElsewhere(action)
    let ground: Ground = isChosen ? .cursor : .dialog
    let columns = (box.left - 1)..<(box.left + box.width + 1)
    frame.fill(row: row, columns: columns, Style(on: ground))
    if isChosen { frame.put("›", row: row, column: box.left, Style(.accent, on: ground, bold: true)) }
    let ink: Ink = why == nil ? .text : .dim
    frame.put(
      SafeText.fit(action.id.rawValue, names), row: row, column: box.left + 2,
      Style(ink, on: ground, bold: isChosen))
    let key = setting.keymap.keys(of: action).first?.name ?? ""
    let keys = box.left + names + 3
    frame.put(SafeText.fit(key, 6), row: row, column: keys, Style(why == nil ? .link : .dim, on: ground))
    let room = box.left + box.width - keys - 7
    guard room > 8 else { return }
    frame.put(
      SafeText.fit(say(why ?? action.help), room), row: row, column: keys + 7,
      Style(why == nil ? .text : .dim, on: ground))
  }
}
