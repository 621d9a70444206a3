import Glibc
import Screen
import SessionCore

/// One line on a terminal that says how far an import is; nothing where nobody watches.
struct Progress {
  /// How often the line is written, in nanoseconds: five times a second.
  private static let interval: Int64 = 200_000_000
  /// The speed is that of the last half minute: accounts that are there already go by fast.
  private static let window: Int64 = 30_000_000_000

  private let isWatched = Narration.isWatched
  private let size: Int?
  private var written: Int64 = 0
  private var samples: [(at: Int64, position: Int)] = []

  /// - Parameter size: the input's size in bytes; nil when nobody knows it.
  init(size: Int?) { self.size = size }

  /// Writes the line anew if it is time to.
  mutating func show(position: Int, accounts: Int) {
    guard isWatched else { return }
    let now = Monotonic.nanoseconds
    guard now - written >= Self.interval else { return }
    written = now
    samples.append((now, position))
    samples.removeAll { now - $0.at > Self.window }
    let text = line(position: position, accounts: accounts, now: now)(Narration.language)
    // A line that wraps could not be rewritten.
    let columns = (LineWidth.standardError ?? 80) - 1
    Narration.rewrite(SafeText.width(text) > columns ? SafeText.fit(text, columns) : text)
  }

  /// Takes the line away, before anything else is written.
  mutating func clear() {
    guard written > 0 else { return }
    Narration.rewrite("")
    written = 0
  }

  private func line(position: Int, accounts: Int, now: Int64) -> Phrase {
    guard let size, size > 0 else { return Phrase("\(accounts) accounts", "\(accounts) 个账户") }
    let share = min(1, Double(position) / Double(size))
    let full = Int(share * 24)
    let bar = "[" + String(repeating: "=", count: full) + String(repeating: " ", count: 24 - full) + "]"
    let percent = "\(Int(share * 100)) % \(bar)"
    guard let first = samples.first, now - first.at > 1_000_000_000, position > first.position else {
      return Phrase("\(percent) \(accounts) accounts", "\(percent) \(accounts) 个账户")
    }
    let seconds =
      Double(now - first.at) / 1e9 * Double(max(0, size - position)) / Double(position - first.position)
    let left = Self.duration(seconds)
    return Phrase(
      "\(percent) \(accounts) accounts, \(left.english) left", "\(percent) \(accounts) 个账户，剩余\(left.chinese)")
  }

  private static func duration(_ seconds: Double) -> Phrase {
    let whole = Int(min(seconds, 999 * 3600).rounded(.up))
    if whole < 90 { return Phrase("\(whole) s", "\(whole) 秒") }
    if whole < 5400 { return Phrase("\((whole + 59) / 60) min", "\((whole + 59) / 60) 分钟") }
    return Phrase("\(whole / 3600) h \(whole / 60 % 60) min", "\(whole / 3600) 小时 \(whole / 60 % 60) 分钟")
  }
}
