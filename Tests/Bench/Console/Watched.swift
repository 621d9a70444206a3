import Foundation
import Screen
import Support

/// A program on a terminal whose every write is timed, and looked at afterwards: looking takes longer than drawing.
final class Watched {
  static let size = Size(rows: 40, columns: 120)

  /// When the program was started.
  private let start: UInt64
  private let terminal: PseudoTerminal
  /// What has been looked at so far.
  private let shadow = VirtualTerminal(size: Watched.size)
  private var seen = 0
  /// When something came, and how much there was then.
  private var marks: [(time: UInt64, end: Int)] = []

  init(_ command: Command) throws {
    start = Self.now
    terminal = try PseudoTerminal(
      program: command.program, arguments: command.arguments, environment: command.environment, size: Self.size)
    terminal.ground = "1e1e/1e1e/2e2e"
  }

  static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  var process: pid_t { terminal.process }
  var picture: String { terminal.screen.picture }
  var screen: VirtualTerminal { terminal.screen }
  var bytesWritten: Int { terminal.bytesWritten }

  /// One change of the screen.
  struct Paint {
    /// Milliseconds until the last byte that made the screen what it then was.
    let time: Double
    /// Bytes until then.
    let bytes: Int
    /// What it then was.
    let view: [String]
  }

  /// Milliseconds and bytes from the start until the screen is as wanted.
  func first(_ isThere: (VirtualTerminal) -> Bool, timeout: Double = 60) throws -> Paint {
    let deadline = Self.now + UInt64(timeout * 1e9)
    while !isThere(terminal.screen) {
      guard Self.now < deadline else { throw PseudoTerminal.Failure(description: "no first paint:\n\(picture)") }
      if terminal.pump(milliseconds: 20) { note() }
    }
    var before = 0
    for mark in marks {
      feed(mark.end)
      if isThere(shadow) {
        marks = []
        return Paint(time: Double(mark.time - start) / 1e6, bytes: mark.end, view: [])
      }
      before = mark.end
    }
    throw PseudoTerminal.Failure(description: "no first paint in \(before) bytes:\n\(picture)")
  }

  /// Sends keys, and waits until the screen shows what they lead to.
  ///
  /// - Parameters:
  ///   - keys: as a terminal sends them.
  ///   - expected: what the screen then shows, where that is known; else it is there when it is another than before and
  ///     nothing has come for `quiet` seconds.
  ///   - quiet: see there.
  ///   - timeout: in seconds.
  ///   - view: what of the screen counts.
  ///   - isReady: false while the screen says that it is being read.
  /// - Returns: nil when nothing changed within `timeout` seconds.
  /// - Throws: `PseudoTerminal.Failure`.
  func press(
    _ keys: [UInt8], expecting expected: [String]? = nil, quiet: Double = 0.1, timeout: Double = 30,
    view: (VirtualTerminal) -> [String], isReady: (VirtualTerminal) -> Bool
  ) throws -> Paint? {
    while terminal.pump() { note() }
    marks.forEach { feed($0.end) }
    marks = []
    let before = view(shadow)
    let bytes = seen
    let start = Self.now
    let deadline = start + UInt64(timeout * 1e9)
    try terminal.send(keys)
    var last = start
    while true {
      if terminal.pump(milliseconds: 2) {
        note()
        last = terminal.lastRead
        continue
      }
      let now = Self.now
      if last > start, let expected, view(terminal.screen) == expected { break }
      if Double(now - last) > quiet * 1e9, last > start, view(terminal.screen) != before, isReady(terminal.screen) {
        break
      }
      if now > deadline { break }
    }
    // From the last byte backwards: since when has it looked like this?
    var changed: (time: UInt64, end: Int)?
    var view0 = before
    for mark in marks {
      feed(mark.end)
      let now = view(shadow)
      if now != view0 {
        changed = mark
        view0 = now
      }
    }
    marks = []
    guard let changed, view0 != before, isReady(shadow) else { return nil }
    return Paint(time: Double(changed.time - start) / 1e6, bytes: changed.end - bytes, view: view0)
  }

  /// Waits until nothing has come for so many milliseconds.
  func settle(_ milliseconds: Int32 = 60) {
    while terminal.pump(milliseconds: milliseconds) { note() }
  }

  /// Waits until a condition holds.
  func wait(timeout: Double = 60, until condition: (VirtualTerminal) -> Bool) throws {
    let deadline = Self.now + UInt64(timeout * 1e9)
    while !condition(terminal.screen) {
      guard Self.now < deadline else { throw PseudoTerminal.Failure(description: "this stays:\n\(picture)") }
      if terminal.pump(milliseconds: 20) { note() }
    }
  }

  func send(_ keys: [UInt8]) throws { try terminal.send(keys) }
  func send(_ text: String) throws { try terminal.send(Array(text.utf8)) }

  /// Its memory in MiB by /proc, such as `VmRSS` now and `VmHWM` at the most.
  func memory(_ name: String) -> Double {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return line.flatMap { Double($0.split(whereSeparator: \.isWhitespace)[1]) }.map { $0 / 1024 } ?? .nan
  }

  private func note() { marks.append((terminal.lastRead, terminal.output.count)) }

  private func feed(_ end: Int) {
    guard end > seen else { return }
    _ = shadow.feed(Array(terminal.output[seen..<end]))
    seen = end
  }
}
