/// How long what is over is kept (OWASP ASVS 5.0, 14.2.7).
public struct Retention: Hashable, Sendable {
  /// Ended sessions.
  public var ended = Interval.days(90)
  /// Login attempts.
  public var attempts = Interval.days(30)
  /// The audit log; nil for ever.
  public var audit: Interval?

  /// 90 days, 30 days, and the audit log for ever.
  public static let standard = Retention()

  private init() {}

  /// The times that `settings` hold; what they do not mention is as in ``standard``.
  public init(_ settings: SiteSettings) {
    // Less than a day would take an administrator's undo and history away.
    func interval(_ name: SiteSetting) -> Interval? {
      settings[name].map { max(Interval(milliseconds: $0), .days(1)) }
    }
    ended = interval(.keepEnded) ?? ended
    attempts = interval(.keepAttempts) ?? attempts
    if settings[.keepAudit] ?? 0 > 0 { audit = interval(.keepAudit) }
  }

  /// The times as settings.
  public var settings: SiteSettings {
    [
      .keepEnded: ended.milliseconds, .keepAttempts: attempts.milliseconds, .keepAudit: audit?.milliseconds ?? 0,
    ]
  }
}
