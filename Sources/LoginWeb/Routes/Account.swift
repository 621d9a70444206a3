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
  let entrance = Entrance(
    login: visitor.login, password: form["password"] ?? "",
    wish: LoginWish(remember: visitor.session.kind == .remembered, replacing: visitor.token, carriesData: true),
    target: ReturnTarget(exchange.site.account), refusal: Texts.wrongPassword)
  return try entrance.open(exchange) { status, problem in
    Response(status, page: try ConfirmPage(visitor: visitor, problem: problem).page)
  }
}

extension Response {
  /// Tells that nobody is logged in, and leads by way of the form to the account page: its acts cannot be sent again.
  init(noticeBeforeAccount exchange: Exchange) {
    self.init(notice: exchange, returningTo: ReturnTarget(exchange.site.account))
  }
}
