import SessionCore
import Testing

@testable import rollcall

/// Moments as other systems write them.
@Suite struct ImportTimeTests {
  @Test(
    "A moment is read in every form",
    arguments: [
      ("2026-11-22T14:03:22Z", "2026-11-22T14:03:22Z"), ("2026-11-22 14:03:22", "2026-11-22T14:03:22Z"),
      ("2026-11-22 14:03:22.123456+00", "2026-11-22T14:03:22Z"), ("2026-11-22T14:03:22+08:00", "2026-11-22T06:03:22Z"),
      ("2026-11-22 14:03:22.5-0530", "2026-11-22T19:33:22Z"), ("2026-11-22 14:03:22 UTC", "2026-11-22T14:03:22Z"),
      ("2026-11-22 14:03", "2026-11-22T14:03:00Z"), ("2024-02-29", "2024-02-29T00:00:00Z"),
      ("1600000000", "2020-09-13T12:26:40Z"), ("1600000000000", "2020-09-13T12:26:40Z"),
      ("1970-01-01", "1970-01-01T00:00:00Z"), ("2000-03-01", "2000-03-01T00:00:00Z"),
    ])
  func read(text: String, meaning: String) {
    #expect(ForeignTime.read(text)?.rfc3339 == meaning)
  }

  @Test(
    "What is no moment is not guessed at",
    arguments: [
      "yesterday", "2026-13-01", "2026-02-29", "2026-11-22T25:00:00Z", "2026-11-22T14:03:22Zebra", "22.11.2026",
      "1969-12-31", "2026-11-22 14:03:22.", "12345", "９９９９９９９９９９", "2026-11-22T14:03:22+99:00",
    ])
  func unreadable(text: String) {
    #expect(ForeignTime.read(text) == nil)
  }

  @Test(arguments: ["", "NULL", "0000-00-00 00:00:00", "0"]) func none(text: String) {
    #expect(ForeignTime.isNone(text))
  }
}
