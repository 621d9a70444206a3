import ArgumentParser
import SessionCore

extension SessionFilter {
  /// Refuses a filter without words: a script's variable that is empty must not mean everybody's sessions.
  ///
  /// - Parameters:
  ///   - text: what was given as a filter; nil where none was.
  ///   - other: what somebody gives who does mean everybody's.
  /// - Throws: `ValidationError`.
  static func requireWords(_ text: String?, orGive other: String) throws {
    guard let text, text.allSatisfy(\.isWhitespace) else { return }
    throw ValidationError("The filter is empty: give words, or \(other).")
  }
}
