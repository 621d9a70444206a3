import Testing

@testable import Bench

@Suite struct StatisticsTests {
  @Test(
    "The middle is the middle one, or lies between the two in the middle",
    arguments: [([3], 3), ([5, 1, 3], 3), ([4, 1, 3, 2], 2.5), ([1, 1, 1, 9], 1)] as [([Double], Double)])
  func median(numbers: [Double], middle: Double) { #expect(numbers.median == middle) }

  @Test("Of nothing there is no middle")
  func nothing() { #expect([Double]().median.isNaN) }

  @Test(
    "A percentile lies between its neighbours", arguments: [(0.0, 1.0), (50, 51), (99, 100), (100, 101), (12.5, 13.5)])
  func percentile(percent: Double, value: Double) {
    #expect((1...101).map(Double.init).shuffled().percentile(percent) == value)
  }

  @Test(
    "Numbers are said with three digits that mean something",
    arguments: [
      (0.0, "0"), (1_234_567, "1,234,567"), (999.9, "1,000"), (16, "16"), (2.953, "2.95"), (0.0471, "0.0471"),
    ])
  func rough(number: Double, text: String) { #expect(number.rough == text) }
}
