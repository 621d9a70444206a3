import Foundation

extension Double {
  /// With so many digits that mean something.
  func rounded(digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let step = pow(10, Double(digits - 1) - floor(log10(abs(self))))
    return (self * step).rounded() / step
  }

  /// As a person reads it: three digits that mean something, commas between thousands.
  var rough: String {
    guard isFinite else { return "–" }
    let value = abs(self) >= 1000 ? self.rounded() : rounded(digits: 3)
    guard value == value.rounded() else {
      return String(format: abs(value) < 1 ? "%.3g" : abs(value) < 10 ? "%.2f" : "%.1f", value)
    }
    var digits = Array(String(Int(value)))
    for place in stride(from: digits.count - 3, to: value < 0 ? 1 : 0, by: -3) { digits.insert(",", at: place) }
    return String(digits)
  }
}
