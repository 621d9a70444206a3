import SessionCore

/// GET /auth/request: whether a request of this browser may pass, for nginx's `auth_request` and its like. Never a
/// redirect, never a page: the web server decides what the visitor sees.
func answerAuthRequest(_ exchange: Exchange) throws -> Response {
  guard let token = exchange.token, let session = try exchange.service().check(token) else {
    var response = Response(.unauthorized)
    response.add("WWW-Authenticate", exchange.site.challenge(cookie: exchange.cookie))
    response.add("Location", HeaderValue(exchange.site.notice.text))
    return response
  }
  return Response(identityOf: session)
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
}
