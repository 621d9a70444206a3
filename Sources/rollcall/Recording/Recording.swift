import Screen
import SessionCore

/// A recording of a terminal in a new file, as asciinema plays it (asciicast, version 2): a line for the terminal, and a
/// line for each thing that it was sent.
///
/// What was shown is in it, a one-time code as well as people's names, so that its owner alone may read it.
@MainActor
final class Recording {
  private let file: PrivateFile
  private let start: Int64
  /// When the next thing happens, in milliseconds since the beginning.
  var moment: Int64 = 0
  private var failure: (any Error)?

  /// Makes the file, which goes again when nothing comes to be recorded.
  ///
  /// - Throws: ``CommandFailure`` when it is there already or cannot be made.
  init(newAt path: String) throws {
    file = try PrivateFile(newAt: path, isRemovedIfEmpty: true)
    start = Monotonic.milliseconds
  }

  /// How many milliseconds it has been running.
  var age: Int64 { Monotonic.milliseconds - start }

  /// Writes what the terminal is.
  ///
  /// - Parameters:
  ///   - size: its size at first.
  ///   - terminal: what `TERM` says.
  ///   - title: what is recorded; nil for nothing in particular.
  ///   - time: when it was; nil leaves it out, so that the same is the same.
  func begin(_ size: Size, terminal: String, title: String?, at time: Timestamp?) {
    var fields = ["\"version\": 2", "\"width\": \(size.columns)", "\"height\": \(size.rows)"]
    if let time { fields.append("\"timestamp\": \(time.milliseconds / 1000)") }
    if let title { fields.append("\"title\": \(Self.quoted(title))") }
    fields.append("\"env\": {\"TERM\": \(Self.quoted(terminal))}")
    write("{\(fields.joined(separator: ", "))}\n")
  }

  /// Writes what the terminal is sent at this moment.
  func output(_ bytes: [UInt8]) { event("o", String(decoding: bytes, as: UTF8.self)) }

  /// Writes that the terminal has another size.
  func resize(_ size: Size) { event("r", "\(size.columns)x\(size.rows)") }

  /// Writes how long the last of it is to be seen.
  ///
  /// - Throws: ``CommandFailure`` when something could not be written, then or before.
  func end() throws {
    event("o", "")
    if let failure { throw failure }
  }

  private func event(_ kind: String, _ text: String) {
    let digits = String(moment % 1000 + 1000).dropFirst()
    write("[\(moment / 1000).\(digits), \"\(kind)\", \(Self.quoted(text))]\n")
  }

  /// The console goes on when the disk is full: it is told at the end.
  private func write(_ text: String) {
    guard failure == nil else { return }
    do {
      try file.write(text)
      try file.flush()
    } catch {
      failure = error
    }
  }

  /// A text as JSON has it (RFC 8259, section 7).
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
