/// A text that is being pasted, between the marks that the terminal sets (xterm: private mode 2004).
struct PastedText {
  /// What comes before it.
  static let start = Array("\u{1B}[200~".utf8)
  private static let end = Array("\u{1B}[201~".utf8)
  /// How long to wait for more of it, in milliseconds: what comes after that is typed.
  static let patience = 5000
  /// More than anybody means to paste into a line, in bytes. What is beyond is passed over.
  private static let largest = 4096

  private var text: [UInt8] = []

  /// Takes what belongs to it; gives the whole once that is there, or no more comes.
  mutating func take(_ bytes: inout [UInt8], _ isFinal: Bool) -> String? {
    let end = bytes.firstRange(of: Self.end)
    // The mark itself may have come in part.
    let count = end?.lowerBound ?? (isFinal ? bytes.count : max(0, bytes.count - Self.end.count + 1))
    text += bytes.prefix(min(count, Self.largest - text.count))
    bytes.removeFirst(end?.upperBound ?? count)
    return end != nil || isFinal ? String(decoding: text, as: UTF8.self) : nil
  }
}
