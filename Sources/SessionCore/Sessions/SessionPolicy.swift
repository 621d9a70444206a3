/// How long sessions may live, by kind.
///
/// NIST SP 800-63B-4, 2.2.3 suggests at most one hour idle and 24 hours in all at AAL2; the defaults stay within it
/// (OWASP ASVS 5.0, 7.3.1 and 7.3.2).
public struct SessionPolicy: Hashable, Sendable {
  /// How long a session lives without a request.
  public var idle: Interval
  /// How long a session lives at the most.
  public var absolute: Interval

  /// 30 minutes idle, 12 hours in all.
  public static let standard = SessionPolicy(idle: .minutes(30), absolute: .hours(12))
  /// A simulated session is time-boxed whatever the policy says.
  public static let simulatedAbsolute = Interval.minutes(15)

  /// Makes a policy; nil unless 1 minute <= idle <= absolute <= 365 days.
  public init?(checkingIdle idle: Interval, absolute: Interval) {
    guard .minutes(1) <= idle, idle <= absolute, absolute <= .days(365) else { return nil }
    self.init(idle: idle, absolute: absolute)
  }

  private init(idle: Interval, absolute: Interval) {
    self.idle = idle
    self.absolute = absolute
  }

  /// When a session of `kind` created at `time` ends whatever happens.
  public func absoluteExpiry(of kind: SessionKind, createdAt time: Timestamp) -> Timestamp {
    time + (kind == .simulated ? min(absolute, Self.simulatedAbsolute) : absolute)
  }

  /// When `session` ends if it is seen at `time` and nothing more happens. Limits that were made stricter since it was
  /// made hold for it; limits that were relaxed do not.
  public func expiry(of session: Session, seenAt time: Timestamp) -> Timestamp {
    min(session.absoluteExpiresAt, absoluteExpiry(of: session.kind, createdAt: session.createdAt), time + idle)
  }
}

extension Session {
  /// Whether a request at `now` is worth writing down: at most once in max(60 s, a twentieth of the idle time), so that
  /// a busy visitor does not make the database busy.
  public func isTouchDue(at now: Timestamp) -> Bool {
    let window = (expiresAt - lastSeenAt).milliseconds
    return (now - lastSeenAt).milliseconds >= max(60_000, window / 20)
  }
}
