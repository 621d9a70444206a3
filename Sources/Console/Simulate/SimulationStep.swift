/// One step of a simulated visit.
public enum SimulationStep: String, Sendable, CaseIterable {
  // The article's three.
  /// The login form is sent.
  case logIn = "log-in"
  /// A page asks who is there.
  case visit
  /// The logout button is pressed.
  case logOut = "log-out"

  // What is sent by somebody who should not get in.
  /// The login form is sent with another password.
  case wrongPassword = "wrong-password"
  /// The login form is sent with % for login and password.
  case percent
  /// The login form is sent with a login that nobody has.
  case unknownLogin = "unknown-login"
  /// The login form is sent with one wrong password after the other, until login.cgi slows it down.
  case guess
  /// A page asks who is there; the cookie has the session's id and a secret that was made up.
  case forge
  /// A page asks who is there; the cookies are those of the article: a user's number and a hash.
  case oldCookies = "old-cookies"
  /// A page asks who is there; the cookie was copied before logging out.
  case replay

  // What happens meanwhile.
  /// The session's time runs out.
  case expire
  /// The simulated failures are forgotten.
  case forget
  /// An administrator locks the user.
  case lock
  /// An administrator unlocks the user.
  case unlock

  /// Whether login.cgi is asked.
  var asksLogin: Bool {
    switch self {
    case .expire, .forget, .lock, .unlock: false
    default: true
    }
  }
}

/// What came of a step.
public enum SimulationOutcome: String, Sendable, CaseIterable {
  /// login.cgi did what was asked.
  case accepted
  /// login.cgi did not let it pass: 401 or 403.
  case refused
  /// login.cgi did not look at it for now: 429.
  case delayed
  /// Nobody was asked, and it was done.
  case done
  /// Anything else, such as an answer that says that the database does not work.
  case failed
}
