import SessionCore

/// GET /: the form, or who is logged in already.
func showLoginForm(_ exchange: Exchange) throws -> Response {
  let draft = LoginDraft(queryOf: exchange)
  // A page that asks for its data to be carried over means: log in again, and go on where you were.
  if !draft.carries, let visitor = try exchange.visitor() {
    return Response(.ok, page: try LoggedInPage(visitor: visitor, target: draft.target).page)
  }
  return Response(.ok, page: try LoginPage(exchange, draft).page)
}

/// POST /: checks login and password; from then on the browser holds a new session.
func logIn(_ exchange: Exchange) throws -> Response {
  try SameOrigin.check(exchange.request, isSecure: exchange.connection.isSecure)
  let form = try Form(bodyOf: exchange.request)
  let draft = LoginDraft(form, exchange.site)
  let service = try exchange.service()
  func again(_ status: Status, _ problem: Phrase) throws -> Response {
    Response(status, page: try LoginPage(exchange, draft, problem: problem).page)
  }
  guard service.acceptsLogin(form["token"] ?? "") else { return try again(.forbidden, Texts.formExpired) }
  do {
    let (token, session) = try service.logIn(
      login: draft.login, password: form["password"] ?? "", from: LoginSource(of: exchange),
      LoginWish(remember: draft.remembers, replacing: exchange.token, carriesData: draft.carries))
    var response = Response(seeOther: draft.target ?? ReturnTarget(exchange.site.home))
    response.add("Set-Cookie", exchange.cookie.setting(token, for: session))
    return response
  } catch is LoginRefused {
    // 401 says what happened (RFC 9110, section 15.5.2), and a browser that sees it does not offer to keep the password.
    // Whatever the reason was, the answer is this one.
    var response = try again(.unauthorized, Texts.refused)
    response.add("WWW-Authenticate", exchange.site.challenge(cookie: exchange.cookie))
    return response
  } catch let delayed as LoginDelayed {
    // Said of any login, whether there is such a user or not.
    let wait = delayed.until - service.clock.now()
    var response = try again(.tooManyRequests, Texts.delayed(wait))
    response.add("Retry-After", HeaderValue(seconds: wait))
    return response
  } catch is TooManySessions {
    return try again(.forbidden, Texts.tooManySessions)
  }
}

extension HeaderValue {
  /// A length of time in whole seconds, rounded up.
  init(seconds interval: Interval) { self.init("\(max(1, (interval.milliseconds + 999) / 1000))") }
}

extension LoginSource {
  /// Where a login comes from. The simulator, which starts this program itself, says so in a variable of the environment;
  /// all that a client can set there begins with `HTTP_` (RFC 3875, section 4.1.18).
  init(of exchange: Exchange) {
    self.init(
      address: exchange.connection.address, userAgent: exchange.request["HTTP_USER_AGENT"] ?? "",
      simulatedBy: exchange.request["ROLLCALL_SIMULATED_BY"].map(Actor.init(simulator:)))
  }
}

extension Actor {
  /// Reads `name|terminal|address`; what is missing is empty.
  init(simulator text: String) {
    let parts = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    self.init(
      name: parts[0], terminal: parts.count > 1 ? parts[1] : "", address: parts.count > 2 ? parts[2] : "")
  }
}
