import Glibc
import SessionCore

/// How far something is that takes a while, on a terminal alone: a bar, its share and the time that is left.
final class ProgressBar {
  private let total: Int
  private let start = Monotonic.milliseconds
  private var shownAt: Int64 = 0
  private static let width = 24
  /// Milliseconds between two lines.
  private static let pause: Int64 = 200

  init(total: Int) { self.total = total }

  deinit { end() }

  /// Writes the line anew, if it is time to.
  func show(_ done: Int) {
    guard Narration.isWatched else { return }
    let now = Monotonic.milliseconds
    guard now - shownAt >= Self.pause else { return }
    shownAt = now
    Narration.rewrite(Self.line(done, of: total, after: now - start)(Narration.language))
  }

  /// Takes the line away, before anything else is written.
  func end() {
    guard shownAt > 0 else { return }
    shownAt = 0
    Narration.rewrite("")
  }

  /// The line for so much of the whole, after so many milliseconds.
  static func line(_ done: Int, of total: Int, after milliseconds: Int64) -> Phrase {
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 1
    let full = Int(share * Double(width))
    let bar = "[\(String(repeating: "=", count: full))\(String(repeating: " ", count: width - full))]"
    let text = "\(bar) \(Int(share * 100)) %"
    guard done > 0, done < total, milliseconds >= 1000 else { return Phrase(text, text) }
    let left = Int64(Double(milliseconds) * Double(total - done) / Double(done)) / 1000
    let time = left < 60 ? "\(left)s" : "\(left / 60)m \(left % 60)s"
    return Phrase("\(text), \(time) left", "\(text)，剩余 \(time)")
  }
}
