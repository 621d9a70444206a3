import Screen
import SessionCore

/// Draws the console: a picture of its state, and of nothing else.
public func render(_ state: State) -> Frame {
  guard let panel = state.captionPanel else { return state.picture }
  var frame = Frame(size: state.outerSize)
  frame.place(state.picture)
  panel.draw(&frame, language: state.say)
  return frame
}

extension State {
  /// The console without the lines that a walkthrough speaks in.
  var picture: Frame { console(atShownMoment) }
}

private func console(_ state: State) -> Frame {
  var frame = Frame(size: state.size)
  guard state.size.rows >= Layout.smallest.rows, state.size.columns >= Layout.smallest.columns else {
    let text = state.say(Words.tooSmall(state.size.rows, state.size.columns))
    for (row, line) in SafeText.wrap(text, state.size.columns).prefix(state.size.rows).enumerated() {
      frame.put(line, row: row, column: 0, Style(.warning))
    }
    if state.size.rows > 1 { state.drawBanner(&frame, row: state.size.rows - 1) }
    return frame
  }
  frame.takesMouse = state.isMouseOn
  frame.title = (state.setting.banner.map { $0.text + " · " } ?? "") + "rollcall · \(state.setting.database)"
  state.drawHeader(&frame)
  state.drawTabs(&frame)
  if case .detail(let detail)? = state.underlay {
    state.draw(detail, &frame)
  } else {
    switch state.view {
    case .sessions: state.drawSessions(&frame)
    case .users: state.drawUsers(&frame)
    case .attempts: state.drawAttempts(&frame)
    case .audit: state.drawAudit(&frame)
    case .overview: state.drawOverview(&frame)
    case .simulate: state.drawSimulation(&frame)
    }
  }
  state.drawKeys(&frame)
  state.drawNotice(&frame)
  switch state.overlay {
  case .help(let help)?: state.drawHelp(help, &frame)
  case .command(let palette, _)?: state.draw(palette, &frame)
  case .themes(let picker, _)?: state.draw(picker, &frame)
  case .filter(let editor)?: state.draw(editor, &frame)
  case .simulate(let dialog)?: state.draw(dialog, &frame)
  case .find(let editor)?: state.drawFind(editor, &frame)
  case .export(let form)?: state.draw(form, &frame)
  case .confirm(let confirm, _)?: state.draw(confirm, &frame)
  case .history(let history, _)?: state.draw(history, &frame)
  case .code(let slip, _)?: state.draw(slip, &frame)
  case .detail?, nil: break
  }
  return frame
}

extension State {
  /// A phrase in the console's language, with the keys that it names.
  public func say(_ phrase: Phrase) -> String { setting.keymap.fill(phrase(setting.language)) }

  /// Which lines hold what, with those who have to wait over the attempts.
  var layout: Layout { Layout(size, panel: waitingLines + chainLines) }
}
