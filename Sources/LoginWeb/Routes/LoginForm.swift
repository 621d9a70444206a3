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
  let entrance = Entrance(
    login: draft.login, password: form["password"] ?? "",
    wish: LoginWish(remember: draft.remembers, replacing: exchange.token, carriesData: draft.carries),
    target: draft.target ?? ReturnTarget(exchange.site.home), refusal: Texts.refused)
  return try entrance.open(exchange, again: again)
}

extension HeaderValue {
  /// A length of time in whole seconds, rounded up.
  init(seconds interval: Interval) { self.init("\(max(1, (interval.milliseconds + 999) / 1000))") }
}
