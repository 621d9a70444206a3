import Foundation

extension PseudoTerminal {
  /// Waits until the screen is as wanted.
  ///
  /// - Parameters:
  ///   - timeout: in seconds. Only a failing test takes so long.
  ///   - what: what is waited for, for the message.
  ///   - condition: looks at the screen.
  /// - Throws: ``Failure`` with the screen, when the time is over or the program has ended without it.
  public func wait(
    timeout: Double = 20, _ what: String = "the condition", until condition: (VirtualTerminal) throws -> Bool
  ) throws {
    let deadline = Date(timeIntervalSinceNow: timeout)
    while try !condition(screen) {
      if pump(milliseconds: 20) { continue }
      if let exit = checkExit() {
        while pump(milliseconds: 20) {}
        if try condition(screen) { return }
        throw Failure(description: "\(exit) before \(what):\n\(screen.picture)")
      }
      if Date() > deadline { throw Failure(description: "\(what) did not come in \(timeout) s:\n\(screen.picture)") }
    }
  }

  /// Waits until a text shows.
  public func wait(for text: String, timeout: Double = 20) throws {
    try wait(timeout: timeout, "'\(text)'") { $0.contains(text) }
  }

  /// Waits until the program has ended and takes all that it has written.
  ///
  /// - Throws: ``Failure`` with the screen, when it still runs after `timeout` seconds.
  public func waitForExit(timeout: Double = 20) throws -> Exit {
    let deadline = Date(timeIntervalSinceNow: timeout)
    while true {
      // Before the program is seen to have ended, so that nothing that it wrote is missed.
      let exit = checkExit()
      while pump(milliseconds: exit == nil ? 10 : 20) {}
      if let exit { return exit }
      if exit == nil, isLineGone { usleep(2000) }
      if Date() > deadline { throw Failure(description: "still running after \(timeout) s:\n\(screen.picture)") }
    }
  }

  /// Waits until the program has ended, and reads nothing of what it writes: as on a line whose other end is stuck.
  ///
  /// - Throws: ``Failure`` when it still runs after `timeout` seconds.
  public func waitForExitUnread(timeout: Double = 20) throws -> Exit {
    let deadline = Date(timeIntervalSinceNow: timeout)
    while true {
      if let exit = checkExit() { return exit }
      if Date() > deadline { throw Failure(description: "still running after \(timeout) s, and nobody reads") }
      usleep(5000)
    }
  }

  /// Waits until the line has no room for what the program writes, and reads nothing: as a slow line does.
  ///
  /// - Throws: ``Failure`` when the program still finds room after `timeout` seconds.
  public func waitUntilFull(timeout: Double = 20) throws {
    let deadline = Date(timeIntervalSinceNow: timeout)
    let programsEnd = open(terminal, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard programsEnd >= 0 else { throw Failure(description: "the line has no other end") }
    defer { close(programsEnd) }
    var poller = pollfd(fd: programsEnd, events: Int16(POLLOUT), revents: 0)
    while poll(&poller, 1, 0) != 0 {
      if Date() > deadline { throw Failure(description: "the line is not full after \(timeout) s") }
      usleep(2000)
    }
  }

  /// Takes output until the program is silent for so many milliseconds: for counting bytes when nothing more should come.
  public func settle(milliseconds: Int32 = 150) {
    while pump(milliseconds: milliseconds) {}
  }
}
