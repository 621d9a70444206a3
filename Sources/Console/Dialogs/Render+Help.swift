import Screen

extension State {
  private var helpActions: [Action] { Action.all.filter { $0.works(in: view) } }
  private var helpHeight: Int { min(helpActions.count, max(1, size.rows - 6)) }
  var helpScrollLimit: Int { max(0, helpActions.count - helpHeight) }

  /// The keys that work in this view, from the one table that has them all.
  func drawHelp(_ scroll: Int, _ frame: inout Frame) {
    let box = Box(height: helpHeight + 2, width: min(62, size.columns - 6), in: size)
    box.draw(&frame)
    let title = say(Words.view(view)) + "  " + say(Words.helpTitle)
    frame.put(title, row: box.inside.lowerBound, column: box.left, Style(.accent, on: .dialog, bold: true))
    for (offset, action) in helpActions.dropFirst(scroll).prefix(helpHeight).enumerated() {
      let row = box.inside.lowerBound + 2 + offset
      let keys = action.keys.prefix(3).map(\.name).joined(separator: " ")
      frame.put(SafeText.fit(keys, 14), row: row, column: box.left, Style(.link, on: .dialog, bold: true))
      let why = action.isDangerous ? action.obstacle(self) : nil
      let text = say(action.help) + (why.map { "  (\(say($0)))" } ?? "")
      frame.put(
        SafeText.fit(text, box.width - 15), row: row, column: box.left + 15,
        Style(why == nil ? .text : .dim, on: .dialog))
    }
    if helpScrollLimit > 0 {
      let mark = "\(min(helpActions.count, scroll + helpHeight))/\(helpActions.count)"
      frame.put(
        mark, row: box.inside.lowerBound, column: box.left + box.width - mark.count, Style(.dim, on: .dialog))
    }
  }
}
