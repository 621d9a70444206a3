import CNcurses
import Glibc
import Screen

extension Terminal {
  /// Shows a frame. Only what differs from the frame before is sent: the same frame again is not a byte. While the line
  /// has not taken the frame before, this one waits, and the next takes its place.
  public func draw(_ frame: Frame) {
    guard isOpen, !isGone else { return }
    guard !output.isWaiting else {
      postponed = frame
      return
    }
    let frame = writer == nil ? frame.withThriftyBlanks() : frame
    guard frame != shown else { return }
    let isRetitled = frame.title != shown?.title
    let caret = frame.caret.flatMap { $0.row < size.rows && $0.column < size.columns ? $0 : nil }
    telling {
      if isRetitled { title.show(frame.title) }
      mouse.show(frame.takesMouse)
      pasteMarks.show(true)
      if writer == nil { drawByCurses(frame, caret) } else { drawByWriter(frame, caret) }
    }
    shown = frame
  }

  private func drawByWriter(_ frame: Frame, _ caret: Place?) {
    drawn = cells(frame)
    let drawn = writer?.draw(self.drawn, size: size, caret: caret) ?? []
    let isWanted = caret != nil
    if drawn.isEmpty, isCaretVisible == isWanted { return }
    // A cursor that runs about is hidden; a letter that is typed moves it no more than it should.
    let mayStay = isCaretVisible == true && isWanted && drawn.count < 64
    let hide = isCaretVisible == false || mayStay ? [] : curses.capability("civis") ?? []
    let show = isWanted && !mayStay ? curses.capability("cnorm") ?? [] : []
    isCaretVisible = isWanted
    output.send(hide + drawn + show)
  }

  /// A frame's cells, as this terminal can show them.
  private func cells(_ frame: Frame) -> [DrawnCell] {
    let (colours, palette) = (Int(rollcall_colors()), palette)
    // Most lines are as they were: what was made of them is taken over.
    let old = shown?.size == size && frame.size == size && drawn.count == size.rows * size.columns ? shown : nil
    var cells = old == nil ? Array(repeating: DrawnCell(" ", Look()), count: size.rows * size.columns) : drawn
    for row in 0..<min(size.rows, frame.size.rows) {
      if let old {
        if old.hasLine(row, of: frame) { continue }
        for index in (row * size.columns)..<((row + 1) * size.columns) { cells[index] = DrawnCell(" ", Look()) }
      }
      for column in 0..<min(size.columns, frame.size.columns) {
        let cell = frame[row, column]
        guard !cell.text.isEmpty else { continue }
        let isWide = column + 1 < frame.size.columns && frame[row, column + 1].text.isEmpty
        guard !isWide || column + 1 < size.columns else { continue }
        var look = palette.look(cell.style)
        look.foreground = look.foreground.within(colours: colours)
        look.background = look.background.within(colours: colours)
        let index = row * size.columns + column
        let texts = CellText.texts(cell.text, width: isWide ? 2 : 1, characters)
        for (offset, text) in texts.enumerated() { cells[index + offset] = DrawnCell(text, look) }
        if column == size.columns - 1, cells[index].isDoubtful {
          // A terminal for which it is wide would begin another line, and scroll on the last one.
          cells[index].text = SafeText.substitute
        }
        if isWide, texts.count == 1 { cells[index + 1] = DrawnCell("", look) }
      }
    }
    return cells
  }

  private func drawByCurses(_ frame: Frame, _ caret: Place?) {
    let old = shown?.size == frame.size ? shown : nil
    for row in 0..<min(size.rows, frame.size.rows) {
      for column in 0..<min(size.columns, frame.size.columns) {
        let index = row * frame.size.columns + column
        if let old, old.cells[index] == frame.cells[index] { continue }
        drawByCurses(frame, row, column)
      }
    }
    curses.place(caret)
    // It writes by itself, and would wait for the line.
    if let bytes = detour?.taking({ curses.refresh() }) { output.send(bytes) } else { curses.refresh() }
  }

  private func drawByCurses(_ frame: Frame, _ row: Int, _ column: Int) {
    let cell = frame[row, column]
    guard !cell.text.isEmpty else { return }
    let isWide = column + 1 < frame.size.columns && frame[row, column + 1].text.isEmpty
    guard !isWide || column + 1 < size.columns else { return }
    let look = palette.look(cell.style)
    var attributes = attr_t(0)
    if look.isBold { attributes |= rollcall_bold() }
    if look.isUnderlined { attributes |= rollcall_underline() }
    if look.isReversed { attributes |= rollcall_reverse() }
    let pair = depth == .mono ? 0 : pairs.pair(look.foreground, look.background)
    curses.put(CellText.characters(cell.text, width: isWide ? 2 : 1, characters), row, column, attributes, pair: pair)
  }

  /// Draws what had to wait for the line.
  func goOnDrawing() {
    output.push()
    guard !output.isWaiting, let frame = postponed else { return }
    postponed = nil
    draw(frame)
  }

  /// Puts the terminal's modes and its pen back as they were found, before somebody else writes. All has been sent then,
  /// or the line takes nothing.
  func rest() {
    mouse.leave()
    pasteMarks.show(false)
    title.leave()
    if writer != nil {
      output.send((writer?.rest() ?? []) + (isCaretVisible == false ? curses.capability("cnorm") ?? [] : []))
      writer?.forget()
      shown = nil
      isCaretVisible = nil
    }
    postponed = nil
    output.drain(patienceMilliseconds: isGone ? 100 : 1000)
  }
}
