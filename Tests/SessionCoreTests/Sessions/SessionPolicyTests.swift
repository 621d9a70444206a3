import SessionCore
import Testing

@Suite struct SessionPolicyTests {
  @Test(arguments: [
    (Interval.minutes(1), Interval.minutes(1)), (.minutes(30), .hours(12)), (.days(365), .days(365)),
    (.minutes(1), .days(365)),
  ]) func `limits in order are taken`(_ idle: Interval, _ absolute: Interval) {
    let policy = SessionPolicy(checkingIdle: idle, absolute: absolute)
    #expect(policy?.idle == idle)
    #expect(policy?.absolute == absolute)
  }

  @Test(arguments: [
    (Interval(milliseconds: 59_999), Interval.hours(1)), (.seconds(0), .seconds(0)), (.minutes(-5), .hours(1)),
    (.hours(2), .hours(1)), (.minutes(30), Interval(milliseconds: Interval.days(365).milliseconds + 1)),
  ]) func `limits out of order or bounds are refused`(_ idle: Interval, _ absolute: Interval) {
    #expect(SessionPolicy(checkingIdle: idle, absolute: absolute) == nil)
  }

  @Test func `the standard limits are ones that would be taken`() {
    let standard = SessionPolicy.standard
    #expect(SessionPolicy(checkingIdle: standard.idle, absolute: standard.absolute) == standard)
    #expect(standard.idle == .minutes(30) && standard.absolute == .hours(12))
  }

  @Test func `what is simulated is time-boxed, and a stricter limit is stricter for it too`() throws {
    let time = Timestamp(milliseconds: 0)
    let short = try #require(SessionPolicy(checkingIdle: .minutes(1), absolute: .minutes(5)))
    #expect(SessionPolicy.standard.absoluteExpiry(of: .simulated, createdAt: time) == time + .minutes(15))
    #expect(short.absoluteExpiry(of: .simulated, createdAt: time) == time + .minutes(5))
    #expect(SessionPolicy.standard.absoluteExpiry(of: .browser, createdAt: time) == time + .hours(12))
  }

  @Test func `seen again, a session lives on to whichever limit is first`() throws {
    let session = Proved().session()
    let policy = SessionPolicy.standard
    let start = session.createdAt
    #expect(policy.expiry(of: session, seenAt: start + .minutes(10)) == start + .minutes(40))
    #expect(policy.expiry(of: session, seenAt: start + .hours(11) + .minutes(45)) == start + .hours(12))
    let strict = try #require(SessionPolicy(checkingIdle: .minutes(30), absolute: .hours(1)))
    #expect(strict.expiry(of: session, seenAt: start + .minutes(50)) == start + .hours(1))
    let relaxed = try #require(SessionPolicy(checkingIdle: .hours(2), absolute: .days(2)))
    #expect(relaxed.expiry(of: session, seenAt: start + .hours(11)) == start + .hours(12))
  }
}
