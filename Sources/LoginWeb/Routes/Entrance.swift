import SessionCore

/// A form that takes a password, sent and answered: what logging in and showing anew who one is have in common.
struct Entrance {
  /// Who it is said to be.
  let login: String
  /// The password as typed.
  let password: String
  /// What is asked for besides.
  let wish: LoginWish
  /// Where a login goes on to.
  let target: ReturnTarget
  /// What a refusal says.
  let refusal: Phrase

  /// Checks the password: the browser holds a new session, or gets the form again.
  func open(_ exchange: Exchange, again: (Status, Phrase) throws -> Response) throws -> Response {
    do {
      let (token, session) = try exchange.service().logIn(
        login: login, password: password, from: try LoginSource(of: exchange), wish)
      var response = Response(seeOther: target)
      response.add("Set-Cookie", exchange.cookie.setting(token, for: session))
      return response
    } catch is LoginRefused {
      // 401 says what happened (RFC 9110, section 15.5.2), and a browser that sees it does not offer to keep the password.
      // Whatever the reason was, the answer is this one.
      var response = try again(.unauthorized, refusal)
      response.add("WWW-Authenticate", exchange.site.challenge(cookie: exchange.cookie))
      return response
    } catch let delayed as LoginDelayed {
      return try exchange.answer(delayed) { try again(.tooManyRequests, $0) }
    } catch is TooManySessions {
      return try again(.forbidden, Texts.tooManySessions)
    }
  }
}

extension Exchange {
  /// Says how long to wait after too many attempts: of any login, whether there is such a user or not.
  func answer(_ delayed: LoginDelayed, _ page: (Phrase) throws -> Response) throws -> Response {
    let wait = try delayed.until - service().clock.now()
    var response = try page(Texts.delayed(wait))
    response.add("Retry-After", HeaderValue(seconds: wait))
    return response
  }
}
