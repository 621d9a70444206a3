extension Session {
  /// For how long after a login its user may do what takes showing anew who they are: 10 minutes (OWASP ASVS 5.0, 7.5.1
  /// and 7.5.2).
  public static let recency = Interval.minutes(10)

  /// Whether the user has proved who they are so short a time before `now` that they need not do it again.
  ///
  /// A session is made by the login that it comes from. The proof vouches for that moment, so a row whose time of
  /// authentication was moved by hand is no more recent for it.
  public func isRecent(at now: Timestamp) -> Bool {
    let proved = min(createdAt, authenticatedAt)
    // A clock that was ahead for a while must not make it recent for as long.
    return now - proved < Self.recency && proved - now < .minutes(1)
  }
}
