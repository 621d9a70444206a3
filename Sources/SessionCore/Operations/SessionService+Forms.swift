extension SessionService {
  /// The hidden field of a form that is given out now, before anybody is known.
  public func loginField() -> String { FormToken(key: key).loginField(at: clock.now()) }

  /// Whether `field` was given out for a form before anybody was known, not too long ago.
  public func acceptsLogin(_ field: String) -> Bool {
    let now = clock.now()
    return keys.accepted(at: now).contains { FormToken(key: $0).acceptsLogin(field, at: now) }
  }

  /// The hidden field of the forms of the session that `token` names.
  public func field(for token: Token) -> String { FormToken(key: key).field(for: token) }

  /// Whether `field` was given out to the session that `token` names.
  public func accepts(_ field: String, for token: Token) -> Bool {
    keys.accepted(at: clock.now()).contains { FormToken(key: $0).accepts(field, for: token) }
  }
}
