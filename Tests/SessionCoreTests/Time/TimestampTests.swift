import Glibc
import SessionCore
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (999, "1970-01-01T00:00:00Z"), (1000, "1970-01-01T00:00:01Z"),
    (-1, "1969-12-31T23:59:59Z"), (1_709_164_800_000, "2024-02-29T00:00:00Z"),
    (1_795_000_000_000, "2026-11-18T11:06:40Z"),
    (253_402_300_799_000, "9999-12-31T23:59:59Z"), (4_107_542_400_000, "2100-03-01T00:00:00Z"),
  ]) func `a moment is written as RFC 3339 writes it`(_ milliseconds: Int64, _ text: String) {
    #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
  }

  @Test func `the time of day is the text's`() {
    #expect(Timestamp(milliseconds: 1_795_000_000_000).timeOfDay == "11:06:40")
    #expect(Timestamp(milliseconds: 0).timeOfDay == "00:00:00")
  }

  @Test func `moments and lengths add up`() {
    let moment = Timestamp(milliseconds: 1000)
    #expect(moment + .seconds(2) - .seconds(2) == moment)
    #expect(moment - (moment + .seconds(2)) == Interval(milliseconds: -2000))
    #expect(Timestamp.distantPast < moment)
  }

  @Test func `every day of eight centuries is the C library's day`() {
    let wrong = (Int64(-146_097)...146_097).filter { day in
      var seconds = time_t(day * 86_400 + abs(day) % 86_400)
      var parts = tm()
      gmtime_r(&seconds, &parts)
      let own = Timestamp(milliseconds: Int64(seconds) * 1000).rfc3339.split { !$0.isNumber }.compactMap { Int32($0) }
      return own != [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec]
    }
    #expect(wrong.isEmpty)
  }
}
