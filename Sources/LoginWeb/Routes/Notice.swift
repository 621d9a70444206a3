/// GET /notice: tells that nobody is logged in and leads to the form; a web server shows it in place of a 401.
func showNotice(_ exchange: Exchange) throws -> Response {
  // Where the server shows it in place of another page, the query is that page's.
  Response(notice: exchange, returningTo: OriginalRequest(exchange).target ?? exchange.targetInQuery)
}

extension Response {
  /// The notice, which leads to the form and from there on to `target`.
  init(notice exchange: Exchange, returningTo target: ReturnTarget?) {
    let login = exchange.site.login.appending("", returningTo: target)
    self.init(.unauthorized, page: NoticePage(language: exchange.language, login: login).page)
    add("WWW-Authenticate", exchange.site.challenge(cookie: exchange.cookie))
  }
}
