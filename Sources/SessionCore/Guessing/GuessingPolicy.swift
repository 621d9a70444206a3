/// How guessing passwords is slowed down, per account and per address.
///
/// After some wrong passwords each further one has to wait, twice as long each time, up to a bound. There is no lock that
/// stays: a stranger must not be able to keep a user out for good (OWASP ASVS 5.0, 6.1.1 and 6.3.1). NIST SP 800-63B-4,
/// 3.2.2 allows 100 consecutive failures; an account here takes some 29 in a day once it is slowed, and forgets them when
/// its user logs in.
public struct GuessingPolicy: Hashable, Sendable {
  /// Wrong passwords for an account before the first delay.
  public var guesses = 5
  /// Wrong passwords from an address before the first delay: many people may share one.
  public var guessesFromAddress = 30
  /// The first delay.
  public var firstDelay = Interval.seconds(30)
  /// The longest delay.
  public var longestDelay = Interval.hours(1)
  /// Failures are forgotten when none came for this long.
  public static let memory = Interval.hours(24)

  /// 5 guesses an account, 30 an address, 30 seconds to an hour.
  public static let standard = GuessingPolicy()

  private init() {}

  /// The policy that `settings` hold; what they do not mention is as in ``standard``.
  ///
  /// - Throws: ``SettingsError`` for values that no command writes.
  public init(_ settings: SiteSettings) throws(SettingsError) {
    guesses = settings[.guesses].map(Int.init(clamping:)) ?? guesses
    guessesFromAddress = settings[.guessesFromAddress].map(Int.init(clamping:)) ?? guessesFromAddress
    firstDelay = settings[.firstDelay].map(Interval.init(milliseconds:)) ?? firstDelay
    longestDelay = settings[.longestDelay].map(Interval.init(milliseconds:)) ?? longestDelay
    guard isSound else { throw SettingsError() }
  }

  /// Whether the numbers make sense together: 1 to 100 guesses an account, 1 to 10,000 an address, delays of 1 second to
  /// 24 hours.
  public var isSound: Bool {
    (1...100).contains(guesses) && (1...10_000).contains(guessesFromAddress)
      && .seconds(1) <= firstDelay && firstDelay <= longestDelay && longestDelay <= Self.memory
  }

  /// The policy as settings.
  public var settings: SiteSettings {
    [
      .guesses: Int64(guesses), .guessesFromAddress: Int64(guessesFromAddress), .firstDelay: firstDelay.milliseconds,
      .longestDelay: longestDelay.milliseconds,
    ]
  }

  /// How many failures are free in a scope.
  func free(_ scope: Throttle.Scope) -> Int {
    switch scope {
    case .account, .accountFromKnown: guesses
    case .address: guessesFromAddress
    }
  }

  /// How long to wait after the `failures`th failure of a scope.
  func delay(after failures: Int, in scope: Throttle.Scope) -> Interval {
    let beyond = failures - free(scope)
    guard beyond >= 0 else { return Interval(milliseconds: 0) }
    return min(longestDelay, Interval(milliseconds: firstDelay.milliseconds << min(beyond, 20)))
  }
}
