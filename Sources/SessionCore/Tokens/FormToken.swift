/// The hidden field that shows a form was given out by us (OWASP ASVS 5.0, 3.5.1; NIST SP 800-63B-4, 5.1).
public struct FormToken: Sendable {
  /// How long a login form may stay open in a browser.
  public static let loginFormLifetime = Interval.hours(12)

  private let key: ServerKey

  /// Form tokens under `key`.
  public init(key: ServerKey) { self.key = key.derived(for: .forms) }

  /// The field of a form on a page of the session that `token` names: bound to its secret, as long as the session lives.
  public func field(for token: Token) -> String {
    Base64URL.encode(key.authenticate(Array("session".utf8) + token.id.bytes + token.secret))
  }

  /// Whether `field` was given out to the session that `token` names.
  public func accepts(_ field: String, for token: Token) -> Bool {
    ServerKey.equal(Array(field.utf8), Array(self.field(for: token).utf8))
  }

  /// The field of a login form given out at `time`. Nobody is known yet, so it is bound to the moment alone.
  public func loginField(at time: Timestamp) -> String {
    let stamp = String(time.milliseconds, radix: 36)
    return stamp + "." + Base64URL.encode(key.authenticate(Array("login".utf8) + Array(stamp.utf8)))
  }

  /// Whether `field` was given out for a login form within its lifetime before `time`.
  public func acceptsLogin(_ field: String, at time: Timestamp) -> Bool {
    let parts = field.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let issued = Int64(first, radix: 36), issued >= 0, issued <= time.milliseconds
    else { return false }
    let moment = Timestamp(milliseconds: issued)
    return time - moment < Self.loginFormLifetime
      && ServerKey.equal(Array(field.utf8), Array(loginField(at: moment).utf8))
  }
}
