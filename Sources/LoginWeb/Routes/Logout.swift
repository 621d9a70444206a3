import SessionCore

/// POST /logout: ends the session in the database and in the browser. Done twice, or after the session has expired, it
/// answers the same (OWASP ASVS 5.0, 7.4.1).
func logOut(_ exchange: Exchange) throws -> Response {
  try SameOrigin.check(exchange.request, isSecure: exchange.connection.isSecure)
  let form = try Form(bodyOf: exchange.request)
  if let token = exchange.token {
    let service = try exchange.service()
    // The field follows from the cookie alone, so a session that has ended meanwhile can still be logged out of.
    guard let field = form["token"], service.accepts(field, for: token) else {
      throw Refusal.staleForm
    }
    try service.logOut(token)
  }
  return Response(loggedOutOf: exchange)
}

extension Response {
  /// Makes the browser forget what it knows of a session that is over, and leads to the form.
  init(loggedOutOf exchange: Exchange) {
    self.init(seeOther: exchange.site.login)
    add("Set-Cookie", exchange.cookie.clearing)
    add("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
  }
}
