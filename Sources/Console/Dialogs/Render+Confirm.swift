import Screen
import SessionCore

extension State {
  func draw(_ confirm: Confirm, _ frame: inout Frame) {
    let lines = sampleLines(confirm)
    let fields: [(State) -> (Confirm, Box, Int, inout Frame) -> Void] = self.fields(confirm)
    let box = Box(height: lines.count + 4 + fields.count, width: dialogWidth, in: size)
    box.draw(&frame)
    drawBanner(&frame, row: box.rows.lowerBound, column: box.left)
    // On a screen too low for all of it, the sample gives way.
    var rows = box.inside
    let question = rows.removeFirst()
    let buttons = rows.removeLast()
    if rows.count > fields.count { rows = rows.dropLast() }
    for field in fields.reversed() where !rows.isEmpty { field(self)(confirm, box, rows.removeLast(), &frame) }
    frame.put(
      SafeText.fit(say(Words.question(confirm)), box.width), row: question, column: box.left,
      Style(confirm.act.isGrave ? .danger : .accent, on: .dialog, bold: true))
    for (line, row) in zip(lines, rows.dropFirst(rows.count > lines.count ? 1 : 0)) {
      frame.put(SafeText.fit(line.text, box.width), row: row, column: box.left, Style(line.ink, on: .dialog))
    }
    drawButtons(confirm, box, row: buttons, &frame)
  }

  private var dialogWidth: Int { min(72, size.columns - 6) }

  /// What can be typed or ticked, from the top down.
  private func fields(_ confirm: Confirm) -> [(State) -> (Confirm, Box, Int, inout Frame) -> Void] {
    var fields: [(State) -> (Confirm, Box, Int, inout Frame) -> Void] = []
    if case .addUser = confirm.act { fields.append(State.drawLogin) }
    if confirm.own > 0 { fields.append(State.drawOwn) }
    if confirm.act.takesReason { fields.append(State.drawReason) }
    if confirm.number != nil { fields.append(State.drawCount) }
    return fields
  }

  /// What the act would do: by which filter, to some of whom, how many more, what it leaves, and what else it means.
  private func sampleLines(_ confirm: Confirm) -> [(text: String, ink: Ink)] {
    let meaning = say(Words.meaning(confirm.act))
    guard confirm.act.isPreviewed else {
      return Prose.lines(meaning, dialogWidth).map { ($0, .text) } + (confirm.act.takesReason ? [("", .text)] : [])
    }
    var lines: [(text: String, ink: Ink)] = []
    if let filter = confirm.act.filterText {
      lines.append((say(Words.matchNow(filter.isEmpty ? say(Words.allOfThem) : filter)), .text))
    }
    if let preview = confirm.preview {
      lines += sample(confirm, preview)
    } else {
      lines.append((say(Words.counting), .dim))
    }
    let means = Prose.lines(meaning, dialogWidth).map { (text: $0, ink: confirm.act.isGrave ? Ink.warning : .dim) }
    // Of an act that does nothing, there is nothing to take back.
    if case .sessions = confirm.act, confirm.preview?.count.value == 0 { return lines + [("", .text)] }
    // On a low screen what stands last gives way: that must not be what cannot easily be made good.
    return (confirm.act.isGrave ? means + lines : lines + means) + [("", .text)]
  }

  private func sample(_ confirm: Confirm, _ preview: EndPreview) -> [(text: String, ink: Ink)] {
    var lines: [(text: String, ink: Ink)] = []
    if !preview.names.isEmpty {
      let more = preview.users.value - preview.names.count
      let names = preview.names.joined(separator: " · ")
      lines += Prose.lines(
        names + (more > 0 ? " · " + say(Words.more(more, capped: preview.users.isCapped)) : ""), dialogWidth
      ).prefix(2).map { ($0, .text) }
    } else {
      let shown = confirm.sample.prefix(3)
      lines = shown.map { session in
        let cells = [
          SafeText.fit(session.owner.login, 14), SafeText.fit((preview.at - session.createdAt).coarse, 7),
          SafeText.fit(session.address?.description ?? "–", 15), UserAgent.summary(session.userAgent),
        ]
        return (cells.joined(separator: "  "), .text)
      }
      let more = (confirm.affected ?? preview.count).value - shown.count
      if preview.count.value == 0, preview.changed.isEmpty { lines = [nothing(confirm, preview)] }
      if more > 0 || preview.count.isCapped {
        lines.append((say(Words.more(more, capped: preview.count.isCapped)), .dim))
      }
    }
    // What is left, and why, goes before what it means: it is what may be wrong.
    var left: [(text: String, ink: Ink)] = []
    if !preview.changed.isEmpty {
      left = Prose.lines(say(Words.changedSince(preview.changed, isAsked: true)), dialogWidth).map { ($0, .warning) }
    }
    if preview.gone > 0, preview.count.value > 0 || preview.gone > 1 {
      left.append((say(Words.hadEnded(preview.gone)), .warning))
    }
    return lines + left
  }

  /// Why it would end nothing.
  private func nothing(_ confirm: Confirm, _ preview: EndPreview) -> (text: String, ink: Ink) {
    guard preview.gone > 0, confirm.act.isOfOneUser else { return (say(Words.endsNothing), .text) }
    return (say(Words.noUser(confirm.act.whom)), .warning)
  }

  private func drawLogin(_ confirm: Confirm, _ box: Box, _ row: Int, _ frame: inout Frame) {
    drawLine(confirm.login, Words.loginLabel, Words.loginHint, isTyping: confirm.focus == .login, box, row, &frame)
  }

  private func drawReason(_ confirm: Confirm, _ box: Box, _ row: Int, _ frame: inout Frame) {
    drawLine(confirm.reason, Words.reason, Words.reasonHint, isTyping: confirm.focus == .reason, box, row, &frame)
  }

  private func drawLine(
    _ line: LineEditor, _ label: Phrase, _ hint: Phrase, isTyping: Bool, _ box: Box, _ row: Int, _ frame: inout Frame
  ) {
    let start = frame.put(say(label) + " ", row: row, column: box.left, Style(.dim, on: .dialog))
    let width = max(1, box.left + box.width - start)
    let isHint = line.text.isEmpty && !isTyping
    drawField(
      isHint ? LineEditor(SafeText.fit(say(hint), width)) : line, at: start, row, width, isActive: isTyping,
      ink: isHint ? .dim : .text, &frame)
  }

  /// That some of them are the operator's own, and whether they end too.
  private func drawOwn(_ confirm: Confirm, _ box: Box, _ row: Int, _ frame: inout Frame) {
    let all = confirm.preview.flatMap { $0.count.isCapped ? nil : $0.count.value }
    let text = say(
      Words.own(
        confirm.own, of: all, confirm.actor, endsOwn: confirm.endsOwn, canSpare: confirm.act.ownGuard == .spares))
    let box0 = "[\(confirm.endsOwn ? "x" : " ")] "
    let tick = say(Words.endMine)
    let width = SafeText.width(box0 + tick) + 2
    let start = max(box.left, box.left + box.width - width)
    if start > box.left + 8 {
      frame.put(SafeText.fit(text, start - box.left - 1), row: row, column: box.left, Style(.warning, on: .dialog))
    }
    let style = confirm.focus == .own ? Style(.text, on: .button, bold: true) : Style(on: .dialog)
    let column = frame.put(
      "\(Confirm.ownKey) ", row: row, column: start, Style(.link, on: .dialog, bold: true))
    frame.put(box0 + tick, row: row, column: column, style)
  }

  /// How many sessions end, to be typed: nobody ends hundreds by a slip of a finger.
  private func drawCount(_ confirm: Confirm, _ box: Box, _ row: Int, _ frame: inout Frame) {
    guard let number = confirm.number else { return }
    let label = say(Words.typeCount(number)) + " "
    let start = frame.put(
      label, row: row, column: box.left, Style(.warning, on: .dialog, bold: confirm.focus == .count))
    drawField(confirm.count, at: start, row, 8, isActive: confirm.focus == .count, &frame)
  }

  private func drawButtons(_ confirm: Confirm, _ box: Box, row: Int, _ frame: inout Frame) {
    guard !confirm.isRunning else {
      drawProgress(confirm, box, row: row, &frame)
      return
    }
    let cancel = "[ \(say(Words.cancel)) ]"
    let act = " \(say(Words.button(confirm))) "
    let key = "\(Confirm.key) "
    let width = SafeText.width(cancel + "   " + key + act)
    var column = max(box.left, box.left + box.width - width)
    column = frame.put(
      cancel, row: row, column: column,
      confirm.focus == .cancel ? Style(.text, on: .button, bold: true) : Style(on: .dialog))
    frame.mark("dialog.cancel", row: row, columns: (column - SafeText.width(cancel))..<column)
    column = frame.put("   ", row: row, column: column, Style(on: .dialog))
    frame.mark("dialog.act", row: row, columns: column..<size.columns)
    column = frame.put(key, row: row, column: column, Style(confirm.isReady ? .link : .dim, on: .dialog, bold: true))
    frame.put(
      act, row: row, column: column,
      confirm.focus == .act
        ? Style(.danger, on: .button, bold: true) : Style(confirm.isReady ? .danger : .dim, on: .dialog))
  }

  /// How far the act has come, as a bar and in figures, and how to stop it.
  private func drawProgress(_ confirm: Confirm, _ box: Box, row: Int, _ frame: inout Frame) {
    guard let done = confirm.progress else {
      frame.put(
        say(confirm.isStopping ? Words.stopping : Words.working), row: row, column: box.left,
        Style(.warning, on: .dialog))
      return
    }
    let all = confirm.act.isOfManyUsers ? confirm.preview?.users : confirm.affected
    let figures = "  " + say(Words.progress(done, of: all)) + "  "
    let stop = say(confirm.isStopping ? Words.stopping : Words.escStops)
    let width = max(0, min(30, box.width - SafeText.width(figures + stop)))
    let filled = all.map { $0.value > 0 ? min(width, width * done / $0.value) : width } ?? 0
    var column = frame.put(
      String(repeating: "█", count: filled), row: row, column: box.left, Style(.accent, on: .dialog))
    column = frame.put(
      String(repeating: "░", count: width - filled), row: row, column: column, Style(.dim, on: .dialog))
    frame.put(figures, row: row, column: column, Style(.warning, on: .dialog))
    frame.put(
      stop, row: row, column: max(column, box.left + box.width - SafeText.width(stop)),
      Style(.link, on: .dialog, bold: true))
  }
}
