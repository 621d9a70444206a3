/// How long each of many took, in seconds.
struct Waits {
  private var times: [Double] = []

  /// How many there are.
  var count: Int { times.count }
  /// Their mean.
  var mean: Double { times.isEmpty ? 0 : times.reduce(0, +) / Double(times.count) }
  /// The longest.
  var longest: Double { times.max() ?? 0 }

  mutating func add(_ time: Double) { times.append(time) }

  /// The time that this share of them did not exceed; 0 of none.
  func quantile(_ share: Double) -> Double {
    guard !times.isEmpty else { return 0 }
    let sorted = times.sorted()
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}
