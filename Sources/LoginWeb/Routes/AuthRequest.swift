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
  /// Who the session's user is, for the application behind the web server. Every name is always there, though empty: a
  /// missing one would let a client's own header of that name through.
  init(identityOf session: Session) {
    self.init(.ok)
    add("Remote-User", HeaderValue(identity: session.owner.login))
    add("Remote-Name", "")
    add("Remote-Email", "")
    add("Remote-Groups", "")
    add("Rollcall-Session", HeaderValue(session.id.description))
    add("Rollcall-Auth-Time", HeaderValue(session.authenticatedAt.rfc3339))
  }

  /// That nobody is logged in, and where that is told to a visitor.
  init(challengeOf exchange: Exchange, returningTo target: ReturnTarget?) {
    self.init(.unauthorized)
    add("WWW-Authenticate", exchange.site.challenge(cookie: exchange.cookie))
    add("Location", HeaderValue(exchange.site.notice(returningTo: target).text))
  }
}
