import SessionCore

/// GET /account: one's own sessions and the form for a new password, for whoever has shown shortly before who they are
/// (OWASP ASVS 5.0, 7.5.2).
func showAccount(_ exchange: Exchange) throws -> Response {
  guard let visitor = try exchange.visitor() else { return Response(noticeBeforeAccount: exchange) }
  guard visitor.session.isRecent(at: try exchange.service().clock.now()) else {
    return Response(.ok, page: try ConfirmPage(visitor: visitor).page)
  }
  return Response(.ok, page: try AccountPage(visitor, news: AccountNews(queryOf: exchange)).page)
}

/// POST /account/confirm: takes the password anew. It is a login in every way: counted, written down, and a new session
/// with a new secret in the place of the old one.
func confirmAccount(_ exchange: Exchange) throws -> Response {
  guard let visitor = try exchange.visitor() else { return Response(noticeBeforeAccount: exchange) }
  let form = try visitor.form()
  func again(_ status: Status, _ problem: Phrase) throws -> Response {
    Response(status, page: try ConfirmPage(visitor: visitor, problem: problem).page)
  }
  do {
    let (token, session) = try exchange.service().logIn(
      login: visitor.login, password: form["password"] ?? "", from: LoginSource(of: exchange),
      LoginWish(remember: visitor.session.kind == .remembered, replacing: visitor.token, carriesData: true))
    var response = Response(seeOther: exchange.site.account)
    response.add("Set-Cookie", exchange.cookie.setting(token, for: session))
    return response
  } catch is LoginRefused {
    var response = try again(.unauthorized, Texts.wrongPassword)
    response.add("WWW-Authenticate", exchange.site.challenge(cookie: exchange.cookie))
    return response
  } catch let delayed as LoginDelayed {
    let wait = try delayed.until - exchange.service().clock.now()
    var response = try again(.tooManyRequests, Texts.delayed(wait))
    response.add("Retry-After", HeaderValue(seconds: wait))
    return response
  } catch is TooManySessions {
    return try again(.forbidden, Texts.tooManySessions)
  }
}

extension Response {
  /// Tells that nobody is logged in, and leads by way of the form to the account page: its acts cannot be sent again.
  init(noticeBeforeAccount exchange: Exchange) {
    self.init(notice: exchange, returningTo: ReturnTarget(exchange.site.account))
  }
}
