import Console
import SessionCore
import Terminal

extension ConsoleProgram {
  /// Shows how things stand.
  ///
  /// Nothing is shown of a replay before it has come to its step; and where times are fixed, nothing that would change
  /// once an answer is there.
  func draw() {
    if state.walk?.isReplaying == true || show?.hasFixedTimes == true && !worker.isIdle { return }
    recording?.moment = moment
    terminal.draw(render(state))
  }

  /// How long the recording has been running, in milliseconds.
  var moment: Int64 {
    show?.hasFixedTimes == true ? state.walk?.elapsed.milliseconds ?? 0 : recording?.age ?? 0
  }

  /// Begins to record what the terminal is sent.
  func record() {
    guard let recording else { return }
    let title = show?.script.title(state.setting.language)
    recording.begin(
      terminal.size, terminal: DatabaseOptions.environment("TERM") ?? "", title: title,
      at: show?.hasFixedTimes == true ? nil : clock.now())
    terminal.tell { recording.output($0) }
  }

  /// Lets the walkthrough go on, where it is time, from what can be seen.
  mutating func goOn() {
    guard let due = state.walkDue, due <= clock.now() else { return }
    draw()
    take(.walk(clock.now()))
  }

  /// How long to wait for the walkthrough's next deed, in milliseconds. Nothing is done while an answer is on its way.
  var walkPatience: Int64 {
    guard let due = state.walkDue else { return .max }
    return worker.isIdle ? due.milliseconds - clock.now().milliseconds : 5
  }

  /// Begins the walkthrough anew, on a fresh copy of what it is shown on.
  mutating func replay(from step: Int) {
    guard let show else { return }
    stop()
    do {
      let stage = try show.renew()
      worker = stage.worker
      sweeper = stage.sweeper
      state = State(setting: setting(of: stage), size: terminal.size, now: clock.now(), themeName: state.themeName)
      state.begin(Walk(show.script, pace: show.pace, from: step))
      start()
    } catch {
      take(.refused(CommandFailure(error)?.phrase ?? Phrase("It could not be done.", "无法完成。")))
    }
  }
}
