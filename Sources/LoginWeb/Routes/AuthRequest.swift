import SessionCore

/// GET /auth/request: whether a request of this browser may pass, for nginx's `auth_request` and its like. Never a
/// redirect, never a page: the web server decides what the visitor sees.
func answerAuthRequest(_ exchange: Exchange) throws -> Response {
  switch try exchange.access() {
  case .allowed(let session): Response(identityOf: session)
  case .nobody: Response(challengeOf: exchange, returningTo: OriginalRequest(exchange).target)
  case .forbidden: Response(.forbidden)
  }
}

extension Response {
  /// Who the session's user is, as headers of the answer.
  init(identityOf session: Session) {
    self.init(.ok)
    for part in session.identity { add(part.header, part.value) }
  }

  /// That nobody is logged in, and where that is told to a visitor.
  init(challengeOf exchange: Exchange, returningTo target: ReturnTarget?) {
    self.init(.unauthorized)
    add("WWW-Authenticate", exchange.site.challenge(cookie: exchange.cookie))
    add("Location", HeaderValue(exchange.site.notice(returningTo: target).text))
  }
}
