import Foundation

extension Collection where Element == Double {
  /// The middle one; between the two in the middle where there are two. Not a number when there is none.
  var median: Double { percentile(50) }

  /// The smallest that so many of a hundred are no greater than, between two neighbours in proportion (R's type 7).
  func percentile(_ percent: Double) -> Double {
    let sorted = self.sorted()
    guard let last = sorted.last else { return .nan }
    let place = Double(sorted.count - 1) * percent / 100
    let below = Int(place)
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - Double(below))
  }
}
