import Screen
import SessionCore

extension State {
  /// A one-time code: large enough to be read out, where it is typed, and that it is not shown again.
  func draw(_ slip: CodeSlip, _ frame: inout Frame) {
    let width = min(72, size.columns - 6)
    // A page's address that is cut is of no use: what is too long goes on in the next line.
    let about = [
      say(Words.codeOnce), say(Words.codeWhere(slip.login, page: setting.pageURL.map { $0 + "/activate" })),
      say(Words.codeUntil(moment(slip.expiresAt), (slip.expiresAt - now).coarse)),
    ].flatMap { Prose.lines($0, width) }
    let box = Box(height: about.count + 6, width: width, in: size)
    box.draw(&frame)
    var rows = box.inside
    let title = rows.removeFirst()
    let close = rows.removeLast()
    frame.put(
      SafeText.fit(say(Words.codeFor(slip.login)), box.width), row: title, column: box.left,
      Style(.accent, on: .dialog, bold: true))
    frame.put(
      "[ \(say(Words.codeClose)) ]", row: close, column: max(box.left, box.left + box.width - closeWidth),
      Style(.text, on: .button, bold: true))
    // On a screen too low for all of it, the gaps go first, and the code never.
    let isRoomy = rows.count > about.count + 2
    if isRoomy { rows = rows.dropFirst() }
    guard let code = rows.popFirst() else { return }
    frame.put("  " + slip.code.text + "  ", row: code, column: box.left, Style(.good, on: .field, bold: true))
    if isRoomy { rows = rows.dropFirst() }
    for (line, row) in zip(about, rows) {
      frame.put(SafeText.fit(line, box.width), row: row, column: box.left, Style(.text, on: .dialog))
    }
  }

  private var closeWidth: Int { SafeText.width(say(Words.codeClose)) + 4 }
}
