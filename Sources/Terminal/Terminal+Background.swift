import ColourSchemes
import Glibc
import Screen

extension Terminal {
  /// Asks the terminal which colour its ground has (xterm: operating system command 11).
  ///
  /// What terminals are answers every one of them (ECMA-48, device attributes), so that is asked too: once that answer has
  /// come, no other will. Keys that are typed meanwhile are kept, in their order. Only terminals that are known to have
  /// such commands are asked; others would show them.
  ///
  /// - Parameter timeoutMilliseconds: how long to wait for a slow line.
  /// - Returns: whether the ground is light; nil when the terminal does not say.
  public func asksForLightGround(timeoutMilliseconds: Int = 300) -> Bool? {
    guard title.isKnown, depth > .ansi16, !isGone else { return nil }
    output.send(Array("\u{1B}]11;?\u{1B}\\\u{1B}[c".utf8))
    isAwaitingAnswer = true
    askedAt = Self.now
    let ground = awaitAnswer(timeoutMilliseconds)
    return ground.map { $0.luminance > 0.18 }
  }

  /// Waits for the answers, and keeps what is typed.
  private func awaitAnswer(_ timeoutMilliseconds: Int) -> RGB? {
    let deadline = Self.now + timeoutMilliseconds
    var ground: RGB?
    while isAwaitingAnswer, !isGone {
      let left = deadline - Self.now
      guard left > 0 else { break }
      let files = wait(-1, left)
      if files.hasRoom { output.push() }
      if files.hasSignal { takeSignals() }
      if files.hasInput { takeInput() }
      while let key = keys.next() { pending.append(.key(key)) }
      for report in keys.takeReports() {
        switch report {
        case .ground(let colour): ground = colour
        case .attributes: isAwaitingAnswer = false
        }
      }
    }
    return ground
  }

  /// Passes over answers that have come too late, and gives up on those that do not come at all.
  func noteLateAnswers() {
    guard isAwaitingAnswer else { return }
    if keys.takeReports().contains(.attributes) || Self.now > askedAt + 5000 { isAwaitingAnswer = false }
  }

  /// An answer that is still on its way must not be typed into the shell.
  func awaitLateAnswer() {
    guard isAwaitingAnswer, !isGone else { return }
    _ = awaitAnswer(200)
  }
}

extension ColourDepth {
  /// Whether the ground is light by the variable that some terminals set, as in `COLORFGBG=0;15`; nil when it is not set.
  public static func saysLightGround(_ environment: (String) -> String?) -> Bool? {
    guard let last = environment("COLORFGBG")?.split(separator: ";").last, let index = Int(last) else { return nil }
    return index == 7 || (9...15).contains(index)
  }
}
