import SessionCore

/// GET /: the form, or who is logged in already.
func showLoginForm(_ exchange: Exchange) throws -> Response {
  let target = ReturnPath(queryOf: exchange.request)
  if let visitor = try exchange.visitor() {
    return Response(.ok, page: try LoggedInPage(visitor: visitor, target: target).page)
  }
  return Response(.ok, page: try LoginPage(exchange, target: target).page)
}

/// POST /: checks login and password; from then on the browser holds a new session.
func logIn(_ exchange: Exchange) throws -> Response {
  try SameOrigin.check(exchange.request, isSecure: exchange.connection.isSecure)
  let form = try Form(bodyOf: exchange.request)
  let target = form["return"].flatMap(ReturnPath.init)
  let login = form["login"] ?? ""
  let service = try exchange.service()
  guard FormToken(key: service.key).acceptsLogin(form["token"] ?? "", at: service.clock.now()) else {
    return Response(
      .forbidden, page: try LoginPage(exchange, target: target, login: login, problem: Texts.formExpired).page)
  }
  do {
    let (token, _) = try service.logIn(
      login: login, password: form["password"] ?? "", from: LoginSource(of: exchange), replacing: exchange.token)
    var response = Response(seeOther: target ?? exchange.site.home)
    response.add("Set-Cookie", exchange.cookie.setting(token))
    return response
  } catch is LoginRefused {
    // 401 says what happened (RFC 9110, section 15.5.2), and a browser that sees it does not offer to keep the password.
    // Whatever the reason was, the answer is this one.
    var response = Response(
      .unauthorized, page: try LoginPage(exchange, target: target, login: login, problem: Texts.refused).page)
    response.add("WWW-Authenticate", exchange.site.challenge(cookie: exchange.cookie))
    return response
  }
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
