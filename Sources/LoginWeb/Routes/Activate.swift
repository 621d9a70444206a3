import SessionCore

/// GET /activate: the form on which a user chooses a password with an activation code.
func showActivation(_ exchange: Exchange) throws -> Response {
  let page = ActivatePage(
    site: exchange.site, language: exchange.language, token: try exchange.service().loginField())
  return Response(.ok, page: page.page)
}

/// POST /activate: sets the password, and leads to the login form: whoever has the code has to know the password too.
func activate(_ exchange: Exchange) throws -> Response {
  try SameOrigin.check(exchange.request, isSecure: exchange.connection.isSecure)
  let form = try Form(bodyOf: exchange.request)
  let service = try exchange.service()
  let login = form["login"] ?? ""
  func again(_ status: Status, _ problem: Phrase, at field: StaticString? = nil) -> Response {
    let page = ActivatePage(
      site: exchange.site, language: exchange.language, token: service.loginField(), login: login, problem: problem,
      field: field)
    return Response(status, page: page.page)
  }
  guard service.acceptsLogin(form["token"] ?? "") else { return again(.forbidden, Texts.activationExpired) }
  do {
    try service.activate(
      login: login, code: form["code"] ?? "", password: try Password(form["password"] ?? ""),
      from: LoginSource(of: exchange))
  } catch let error as PasswordError {
    return again(.badRequest, error.phrase, at: "password")
  } catch is PasswordChangeError {
    return again(.forbidden, Texts.wrongCode, at: "code")
  } catch let delayed as LoginDelayed {
    return try exchange.answer(delayed) { again(.tooManyRequests, $0) }
  }
  var draft = LoginDraft(queryOf: exchange)
  draft.login = login
  return Response(.ok, page: try LoginPage(exchange, draft, news: Texts.activated).page)
}
