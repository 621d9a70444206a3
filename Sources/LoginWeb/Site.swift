import SessionCore

/// What the operator sets for a site. A value; reading it from the environment is the program's part.
public struct Site: Sendable {
  /// The login program's path, as browsers see it.
  public var login = ReturnPath(known: "/login.cgi")
  /// Where a login goes on to when the visitor did not come from anywhere.
  public var home = ReturnPath(known: "/members.cgi")
  /// Whether plain http is answered to other machines too. A session can then be read on its way.
  public var allowsHTTP = false
  /// Proxies whose headers about the client are believed.
  public var trustedProxies: [Network] = []
  /// Origins of other sites that a login may go on to.
  public var returnOrigins: [Origin] = []
  /// Files that must not be where the web server finds pages: the database, whose key stands beside it unless it is named
  /// as well, and the pepper.
  public var privateFiles: [String] = []
  /// What was set and cannot be used, and is passed over without harm: lines for the operator, which whoever reads the
  /// settings writes to the log, once.
  public var complaints: [String] = []
  /// What was set and cannot be used, and must not be passed over: until it is mended nobody is let in.
  public var fault: SiteError?
  /// The directory of the site's own header, footer, logo and names; nil for none.
  public var pages: String?
  /// The theme of pages by day: a name, or a file; nil for ours.
  public var lightTheme: String?
  /// The theme of pages by night: a name, or a file; nil for ours.
  public var darkTheme: String?
  /// A sample account that the form shows to a newcomer; nil on every real site.
  public var sample: Sample?

  /// Whether logins may be simulated.
  public var simulation = SimulationRule.sample

  /// A site with the usual paths, https only, no proxy and no sample account.
  public init() {}

  /// An account that everybody may use.
  public struct Sample: Sendable {
    /// The name to log in with.
    public let login: String
    /// The password, which is no secret.
    public let password: String

    /// Reads `login:password`; nil when a part is missing.
    public init?(text: String) {
      let parts = text.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      self.login = String(parts[0])
      self.password = String(parts[1])
    }
  }
}

extension Site {
  /// Where a visitor who is not logged in is told so.
  var notice: ReturnPath { notice(returningTo: nil) }
  /// The same, to go on to `target` after the login.
  func notice(returningTo target: ReturnTarget?) -> ReturnPath { login.appending("/notice", returningTo: target) }
  /// Where a password is chosen with an activation code.
  var activate: ReturnPath { login.appending("/activate") }
  /// Where a log out form is sent.
  var logout: ReturnPath { login.appending("/logout") }
  /// Where users see their own sessions and change their password.
  public var account: ReturnPath { login.appending("/account") }

  /// What a 401 has to carry (RFC 9110, section 15.5.2). No browser knows the scheme, so none asks for a password itself.
  func challenge(cookie: SessionCookie) -> HeaderValue {
    "Cookie realm=\"Rollcall\", form-action=\"\(login.text)\", cookie-name=\"\(cookie.name)\""
  }
}
