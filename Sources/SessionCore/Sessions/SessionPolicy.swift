/// How long sessions may live and how many a user may have, by kind of session.
///
/// The defaults keep within NIST SP 800-63B-4 where a password is the only factor: 2.1.3 asks for a login again after 30
/// days at the most, and 2.2.3, one level up, for an hour idle and 24 hours in all (OWASP ASVS 5.0, 7.1.1 to 7.3.2).
public struct SessionPolicy: Hashable, Sendable {
  /// How long sessions of one kind may live.
  public struct Limits: Hashable, Sendable {
    /// How long a session lives without a request.
    public let idle: Interval
    /// How long a session lives at the most.
    public let absolute: Interval

    /// Makes limits; nil unless 1 minute <= idle <= absolute <= 365 days.
    public init?(idle: Interval, absolute: Interval) {
      guard .minutes(1) <= idle, idle <= absolute, absolute <= .days(365) else { return nil }
      self.init(known: idle, absolute)
    }

    private init(known idle: Interval, _ absolute: Interval) {
      self.idle = idle
      self.absolute = absolute
    }

    /// The same, not longer than `length`.
    func within(_ length: Interval) -> Limits { Limits(known: min(idle, length), min(absolute, length)) }

    /// 30 minutes idle, 12 hours in all.
    static let browser = Limits(known: .minutes(30), .hours(12))
    /// 7 days idle, 30 days in all.
    static let remembered = Limits(known: .days(7), .days(30))
    /// 15 minutes: a simulated session is never worth more.
    static let simulated = Limits(known: .minutes(15), .minutes(15))
  }

  /// Who loses when a user has as many sessions as they may.
  public enum AtMaximum: String, Sendable, CaseIterable {
    /// The session that was opened first ends, and the new one is opened.
    case endOldest = "end-oldest"
    /// The login is refused.
    case refuseNew = "refuse-new"
  }

  /// Limits of a browser's sessions.
  public var browser = Limits.browser
  /// Limits of sessions whose user ticked "remember me": a longer class, and no way around its absolute limit.
  public var remembered = Limits.remembered
  /// Limits of sessions that the simulator makes.
  public var simulated = Limits.simulated
  /// Whether the login form offers "remember me".
  public var remembers = false
  /// How many sessions a user may have at once, simulated ones counted apart (OWASP ASVS 5.0, 7.1.2).
  public var maximumSessions = 100
  /// Who loses at the maximum.
  public var atMaximum = AtMaximum.endOldest

  /// What a simulated session lives at the most, whatever is set: a test is no way to stay logged in.
  public static let longestSimulated = Interval.hours(24)
  /// What a maximum may be.
  public static let maximumSessionsRange = 1...10_000

  /// The defaults.
  public static let standard = SessionPolicy()

  private init() {}

  /// The limits of sessions of `kind`.
  public subscript(kind: SessionKind) -> Limits {
    get {
      switch kind {
      case .browser: browser
      case .remembered: remembered
      case .simulated: simulated
      }
    }
    set {
      switch kind {
      case .browser: browser = newValue
      case .remembered: remembered = newValue
      case .simulated: simulated = newValue
      }
    }
  }

  /// When `session` ends if it is seen at `time` and nothing more happens: by the limits of now, and never later than the
  /// absolute limit that it was made with.
  public func expiry(of session: Session, seenAt time: Timestamp) -> Timestamp {
    let limits = self[session.kind]
    return min(session.absoluteExpiresAt, session.createdAt + limits.absolute, time + limits.idle)
  }
}

extension Session {
  /// Whether a request at `now` is worth writing down: at most once in max(60 s, a twentieth of the idle time), so that
  /// a busy visitor does not make the database busy; where the idle time is short, once in a quarter of it.
  public func isTouchDue(at now: Timestamp) -> Bool {
    let window = (expiresAt - lastSeenAt).milliseconds
    return (now - lastSeenAt).milliseconds >= max(min(60_000, window / 4), window / 20)
  }
}
