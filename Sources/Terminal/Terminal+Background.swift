import ColourSchemes
import Glibc
import Screen

extension Terminal {
  /// Asks the terminal which colour its ground has (xterm: operating system command 11). The answer is an event,
  /// ``InputEvent/ground(isLight:)``: nobody waits for a terminal that has none to give, nor for a slow line.
  ///
  /// What terminals are answers every one of them (ECMA-48, device attributes), so that is asked too: once that answer has
  /// come, no other will. Only terminals that are known to have such commands are asked; others would show them.
  public func askForGround() {
    guard title.isKnown, depth > .ansi16, !isGone else { return }
    output.send(Array("\u{1B}]11;?\u{1B}\\\u{1B}[c".utf8))
    isAwaitingAnswer = true
    askedAt = Self.now
  }

  /// Whether an answer may still be on its way that was asked for less than `milliseconds` ago.
  public func isAsking(within milliseconds: Int) -> Bool { isAwaitingAnswer && Self.now < askedAt + milliseconds }

  /// Takes answers that have come, and gives up on those that do not come at all.
  func takeAnswers() {
    guard isAwaitingAnswer else { return }
    for report in keys.takeReports() {
      switch report {
      case .ground(let colour): pending.append(.ground(isLight: colour.luminance > 0.18))
      case .attributes: isAwaitingAnswer = false
      }
    }
    if Self.now > askedAt + 5000 { isAwaitingAnswer = false }
  }

  /// An answer that is still on its way must not be typed into the shell.
  func awaitLateAnswer() {
    let deadline = Self.now + 200
    while isAwaitingAnswer, !isGone, Self.now < deadline {
      let files = wait(-1, deadline - Self.now)
      if files.hasRoom { output.push() }
      if files.hasSignal { takeSignals() }
      if files.hasInput { takeInput() }
      // What is typed while the console is being left is for nobody.
      while keys.next() != nil {}
      takeAnswers()
    }
  }
}

extension ColourDepth {
  /// Whether the ground is light by the variable that some terminals set, as in `COLORFGBG=0;15`; nil when it is not set.
  public static func saysLightGround(_ environment: (String) -> String?) -> Bool? {
    guard let last = environment("COLORFGBG")?.split(separator: ";").last, let index = Int(last) else { return nil }
    return index == 7 || (9...15).contains(index)
  }
}
