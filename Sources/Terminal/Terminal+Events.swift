import CNcurses
import Glibc
import Screen

extension Terminal {
  /// Waits for the next event.
  ///
  /// - Parameters:
  ///   - wake: a file that becomes readable when other work is done, such as the end of a pipe; less than 0 for none. It
  ///     is not read here.
  ///   - timeoutMilliseconds: how long to wait; nil for as long as it takes.
  /// - Returns: the event; nil when `wake` is readable or the time is over. After ``InputEvent/hangUp`` nothing else
  ///   comes any more.
  public func nextEvent(wake: Int32, timeoutMilliseconds: Int?) -> InputEvent? {
    let deadline = timeoutMilliseconds.map { Self.now + max(0, $0) }
    while true {
      if isGone { return .hangUp }
      if !pending.isEmpty { return pending.removeFirst() }
      while let input = keys.nextInput() { if let event = event(input) { return event } }
      takeAnswers()
      if !pending.isEmpty { return pending.removeFirst() }
      // Half of an answer, taken for keys, would be acts.
      let patience = keys.isWaiting ? max(keys.patience, isAwaitingAnswer ? 1000 : 0) : nil
      let left = deadline.map { max(0, $0 - Self.now) }
      let files = wait(wake, [patience, left].compactMap(\.self).min())
      if files.hasSignal { takeSignals() }
      if files.hasInput { takeInput() }
      if files.hasRoom { goOnDrawing() }
      if files.hasSignal || files.hasInput || files.hasRoom { continue }
      if patience != nil, let input = keys.nextInput(isFinal: true), let event = event(input) { return event }
      if files.isWoken { return nil }
      if let deadline, Self.now >= deadline { return nil }
    }
  }

  /// What a key, a pasted text or the mouse means; nil for a button that is let go, and where no frame has asked for the mouse.
  private func event(_ input: Keys.Input) -> InputEvent? {
    switch input {
    case .key(let key): .key(key)
    case .paste(let text): .paste(text)
    case .mouse(let report): mouse.isOn ? clicks.take(report, at: Self.now).map { .mouse($0) } : nil
    }
  }

  func wait(_ wake: Int32, _ timeout: Int?) -> (hasInput: Bool, hasSignal: Bool, isWoken: Bool, hasRoom: Bool) {
    // poll passes over a file below 0.
    var files = [STDIN_FILENO, signals.file, wake].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    files.append(pollfd(fd: output.isWaiting ? output.file : -1, events: Int16(POLLOUT), revents: 0))
    let count = poll(&files, nfds_t(files.count), Int32(clamping: timeout ?? -1))
    guard count > 0 else { return (false, false, false, false) }
    return (files[0].revents != 0, files[1].revents != 0, files[2].revents != 0, files[3].revents != 0)
  }

  /// Reads what was typed. A terminal that is gone reads as an end or an error, at once and for ever: the first is the
  /// last.
  func takeInput() {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 {
      keys.add(bytes[..<count])
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      hangUp()
    }
  }

  func takeSignals() {
    let signals = signals.read()
    if signals.contains(where: { [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains($0) }) { return hangUp() }
    if signals.contains(SIGTSTP) {
      suspend()
    } else if signals.contains(SIGCONT) {
      // Stopped by SIGSTOP, which nobody can prepare for: the shell has used the screen and the line's settings.
      rest()
      curses.leave()
      resume()
    } else if signals.contains(SIGWINCH), takeSize() {
      pending.append(.resize(size))
    }
  }

  /// Gives the terminal back to the shell and stops, as ^Z does in other programs. Once the program goes on, the next
  /// event is ``InputEvent/resumed``, followed by ``InputEvent/resize(_:)`` when the size is another.
  public func suspend() {
    guard !isGone else { return }
    Rescue.arm(false)
    rest()
    curses.leave()
    signals.stop()
    let missed = signals.read()
    if missed.contains(where: { [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains($0) }) {
      // The shell has the terminal by now, and it is as it was.
      isAway = true
      return hangUp()
    }
    resume()
  }

  private func resume() {
    let isResized = takeSize()
    curses.enter()
    Rescue.arm(true)
    pending.append(.resumed)
    if isResized { pending.append(.resize(size)) }
  }

  private func hangUp() {
    isGone = true
    pending = []
  }

  /// Milliseconds of a clock that nobody sets.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
