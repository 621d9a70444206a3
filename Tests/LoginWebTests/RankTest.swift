import Foundation

/// Whether two samples come from one distribution (Mann and Whitney's U test).
enum RankTest {
  /// How probable ranks that lie as far apart, in either direction, are by chance alone.
  static func probability(_ one: [Double], _ other: [Double]) -> Double {
    let all = (one.map { ($0, true) } + other.map { ($0, false) }).sorted { $0.0 < $1.0 }
    let (n, m) = (Double(one.count), Double(other.count))
    var sum = 0.0
    var ties = 0.0
    var start = 0
    while start < all.count {
      var end = start
      while end < all.count, all[end].0 == all[start].0 { end += 1 }
      // Equal values share the mean of their ranks.
      let rank = Double(start + end + 1) / 2
      sum += rank * Double(all[start..<end].count { $0.1 })
      let tied = Double(end - start)
      ties += tied * tied * tied - tied
      start = end
    }
    let u = sum - n * (n + 1) / 2
    let total = n + m
    let variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)))
    guard variance > 0 else { return 1 }
    return erfc(abs(u - n * m / 2) / variance.squareRoot() / 2.0.squareRoot())
  }

  /// The standard error of the difference between two medians, by the quartiles of either, as if each were normal.
  static func error(_ one: [Double], _ other: [Double]) -> Double {
    let errors = [one, other].map { values in
      let sorted = values.sorted()
      guard sorted.count > 3 else { return Double.infinity }
      let spread = (sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]) / 1.349
      return (Double.pi / 2).squareRoot() * spread / Double(sorted.count).squareRoot()
    }
    return errors.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The value in the middle.
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
