import SessionCore
import Support
import Testing

@Suite struct SessionPolicyTests {
  @Test(arguments: [
    (Interval.minutes(1), Interval.minutes(1)), (.minutes(30), .hours(12)), (.days(365), .days(365)),
    (.minutes(1), .days(365)),
  ]) func `limits in order are taken`(_ idle: Interval, _ absolute: Interval) {
    let limits = SessionPolicy.Limits(idle: idle, absolute: absolute)
    #expect(limits?.idle == idle)
    #expect(limits?.absolute == absolute)
  }

  @Test(arguments: [
    (Interval(milliseconds: 59_999), Interval.hours(1)), (.seconds(0), .seconds(0)), (.minutes(-5), .hours(1)),
    (.hours(2), .hours(1)), (.minutes(30), Interval(milliseconds: Interval.days(365).milliseconds + 1)),
  ]) func `limits out of order or bounds are refused`(_ idle: Interval, _ absolute: Interval) {
    #expect(SessionPolicy.Limits(idle: idle, absolute: absolute) == nil)
  }

  @Test func `the standard limits are ones that would be taken`() throws {
    let standard = SessionPolicy.standard
    #expect(try SessionPolicy(standard.settings) == standard)
    #expect(try SessionPolicy([:]) == standard)
    #expect(standard.browser.idle == .minutes(30) && standard.browser.absolute == .hours(12))
    #expect(standard.remembered.absolute == .days(30))
    #expect(standard.simulated.absolute == .minutes(15))
  }

  @Test(arguments: SessionKind.allCases) func `each kind has limits of its own, and they are kept`(_ kind: SessionKind)
    throws
  {
    var policy = try #require(SessionPolicy(kind, idle: .minutes(2), absolute: .minutes(3)))
    policy.remembers = true
    policy.maximumSessions = 3
    policy.atMaximum = .refuseNew
    #expect(try SessionPolicy(policy.settings) == policy)
    for other in SessionKind.allCases where other != kind { #expect(policy[other] == SessionPolicy.standard[other]) }
    let changes = policy.changes(from: .standard)
    #expect(changes.contains("\(kind.name) absolute"))
    #expect(changes.contains("remember me offered") && changes.contains("at most 3 sessions a user, refuse-new"))
  }

  @Test(arguments: [
    [SiteSetting.idle: 1], [.rememberedAbsolute: Int64.max], [.simulatedIdle: -5], [.maximumSessions: 0],
    [.maximumSessions: Int64.max],
  ]) func `settings that no command writes are refused`(_ settings: SiteSettings) {
    #expect(throws: SettingsError.self) { try SessionPolicy(settings) }
  }

  @Test func `a simulated session has a day at the most, whatever stands in the database`() throws {
    let week = Interval.days(7).milliseconds
    let policy = try SessionPolicy([.simulatedIdle: week, .simulatedAbsolute: week, .idle: week, .absolute: week])
    #expect(policy.simulated.idle == .days(1) && policy.simulated.absolute == .days(1))
    #expect(policy.browser.absolute == .days(7))
  }

  @Test func `seen again, a session lives on to whichever limit is first`() throws {
    let session = Proved().session()
    let policy = SessionPolicy.standard
    let start = session.createdAt
    #expect(policy.expiry(of: session, seenAt: start + .minutes(10)) == start + .minutes(40))
    #expect(policy.expiry(of: session, seenAt: start + .hours(11) + .minutes(45)) == start + .hours(12))
    let strict = try #require(SessionPolicy(idle: .minutes(30), absolute: .hours(1)))
    #expect(strict.expiry(of: session, seenAt: start + .minutes(50)) == start + .hours(1))
    let relaxed = try #require(SessionPolicy(idle: .hours(2), absolute: .days(2)))
    #expect(relaxed.expiry(of: session, seenAt: start + .hours(11)) == start + .hours(12))
  }
}
