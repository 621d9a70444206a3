import SessionCore

extension SessionPolicy {
  /// The standard policy with other limits for one kind of session.
  public init?(_ kind: SessionKind = .browser, idle: Interval, absolute: Interval) {
    guard let limits = Limits(idle: idle, absolute: absolute) else { return nil }
    self = .standard
    self[kind] = limits
  }
}
