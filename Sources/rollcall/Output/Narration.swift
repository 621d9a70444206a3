import Glibc
import Screen
import SessionCore

/// What is said to the person at the keyboard, on standard error: data has standard output to itself.
enum Narration {
  /// The language of the terminal.
  static var language: Language { Language { name in getenv(name).map { String(cString: $0) } } }

  /// Says a sentence.
  static func say(_ phrase: Phrase) { write("rollcall: " + phrase(language)) }

  /// Writes lines, made safe: what comes from strangers stays harmless here too.
  static func write(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    send(lines.map { SafeText.safe(String($0)) }.joined(separator: "\n") + "\n", to: STDERR_FILENO)
  }

  /// Asks for something on the same line.
  static func prompt(_ phrase: Phrase) { send(phrase(language) + " ", to: STDERR_FILENO) }

  /// Whether somebody reads this on a terminal.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// Replaces the line that is being written, as a progress bar does.
  static func rewrite(_ line: String) { send("\r" + SafeText.safe(line) + "\u{1B}[K", to: STDERR_FILENO) }
}

private func send(_ text: String, to descriptor: Int32) {
  let bytes = Array(text.utf8)
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 || errno == EINTR else { return }
    rest = rest.dropFirst(max(0, count))
  }
}
