import SessionCore
import Testing

@Suite struct IntervalTests {
  @Test(
    arguments: [
      (-1, "<1m"), (0, "<1m"), (59_999, "<1m"), (60_000, "1m"), (3_599_999, "59m"), (3_600_000, "1h"),
      (3_660_000, "1h 1m"),
      (86_399_999, "23h 59m"), (86_400_000, "1d"), (6 * 86_400_000 + 86_399_999, "6d"), (Int64.min, "<1m"),
    ] as [(Int64, String)]) func `a length is told in the coarsest unit that stays true`(
      _ milliseconds: Int64, _ text: String
    )
  {
    #expect(Interval(milliseconds: milliseconds).coarse == text)
  }

  @Test(arguments: [
    (-5, "0s"), (0, "0s"), (999, "0s"), (1000, "1s"), (59_999, "59s"), (60_000, "1m"), (7_200_000, "2h"),
  ])
  func `what runs out is counted in seconds at the end`(_ milliseconds: Int64, _ text: String) {
    #expect(Interval(milliseconds: milliseconds).remaining == text)
  }

  @Test(arguments: [
    ("30m", 1_800_000), ("1s", 1000), ("12h", 43_200_000), ("365d", 31_536_000_000), ("3653d", 315_619_200_000),
  ])
  func `a length is read as people write it`(_ text: String, _ milliseconds: Int64) {
    #expect(Interval(text: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "m", "30", "0m", "-5m", "1.5h", "1 h", "30M", "30min", "3654d", "400000000d", "99999999999999999999s", "٣m",
    "h1",
  ]) func `anything else is no length`(_ text: String) { #expect(Interval(text: text) == nil) }

  @Test func `units are multiples of each other`() {
    #expect(Interval.days(1) == .hours(24))
    #expect(Interval.hours(1) == .minutes(60))
    #expect(Interval.minutes(1) == .seconds(60))
    #expect(Interval.seconds(1) < .seconds(2))
  }
}
