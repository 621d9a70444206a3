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
  var response = Response(seeOther: exchange.site.login)
  response.add("Set-Cookie", exchange.cookie.clearing)
  response.add("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
  return response
}
