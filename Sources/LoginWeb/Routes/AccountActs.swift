import SessionCore

/// POST /account/end: ends one of the visitor's sessions. The one that asks is logged out.
func endSession(_ exchange: Exchange) throws -> Response {
  try act(exchange) { visitor, form in
    guard let id = form["session"].flatMap(SessionID.init(text:)) else { return Response(exchange, .over) }
    guard id != visitor.session.id else {
      try exchange.service().logOut(visitor.token)
      return Response(loggedOutOf: exchange)
    }
    let isEnded = try exchange.service().endOwn(id, as: visitor.token, from: exchange.connection.address)
    return Response(exchange, isEnded ? .ended : .over)
  }
}

/// POST /account/end-others: ends all of the visitor's sessions but the one that asks.
func endOtherSessions(_ exchange: Exchange) throws -> Response {
  try act(exchange) { visitor, _ in
    let ended = try exchange.service().endOthers(than: visitor.token, from: exchange.connection.address)
    return Response(exchange, ended.isEmpty ? .alone : .endedOthers)
  }
}

/// POST /account/password: changes the password of a visitor who knows the present one (OWASP ASVS 5.0, 6.2.2 and 6.2.3).
/// The browser goes on with a new session; all others end.
func changePassword(_ exchange: Exchange) throws -> Response {
  try act(exchange) { visitor, form in
    func again(_ status: Status, _ problems: AccountPage.Problems) throws -> Response {
      Response(status, page: try AccountPage(visitor, problems: problems).page)
    }
    do {
      let (token, session) = try exchange.service().changePassword(
        visitor.token, from: form["present"] ?? "", to: try Password(form["password"] ?? ""),
        source: try LoginSource(of: exchange))
      var response = Response(exchange, .password)
      response.add("Set-Cookie", exchange.cookie.setting(token, for: session))
      return response
    } catch let error as PasswordError {
      return try again(.badRequest, AccountPage.Problems(new: error.phrase))
    } catch is PasswordChangeError {
      return try again(.forbidden, AccountPage.Problems(present: Texts.wrongPresentPassword))
    } catch let delayed as LoginDelayed {
      return try exchange.answer(delayed) { try again(.tooManyRequests, AccountPage.Problems(present: $0)) }
    }
  }
}

/// Does what a form of the account page asks for. Whether the visitor has shown shortly before who they are is looked at
/// here, and once more in the transaction: the page that the form came from may have been open for long.
private func act(_ exchange: Exchange, _ body: (Visitor, Form) throws -> Response) throws -> Response {
  guard let visitor = try exchange.visitor() else { return Response(noticeBeforeAccount: exchange) }
  let form = try visitor.form()
  do {
    guard visitor.session.isRecent(at: try exchange.service().clock.now()) else { throw AuthenticationTooOld() }
    return try body(visitor, form)
  } catch is AuthenticationTooOld {
    return Response(.forbidden, page: try ConfirmPage(visitor: visitor, problem: Texts.confirmAgain).page)
  }
}

extension Response {
  /// Leads back to the account page, which then says what was done.
  fileprivate init(_ exchange: Exchange, _ news: AccountNews) { self.init(seeOther: news.page(of: exchange.site)) }
}
