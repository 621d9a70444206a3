import SessionCore

extension Responder {
  /// Decides whether a request may pass, as a FastCGI authorizer (FastCGI 1.0, section 6.3): 200 with the user's name in
  /// variables for the web server, else the page that the visitor sees in place of the one that was asked for.
  ///
  /// The web server hands the visitor's own request over; nothing of its path is looked at, and its body is not read.
  public func authorize(_ request: Request) -> Response {
    let response = respond(to: request) { exchange in
      switch try exchange.access() {
      case .allowed(let session): Response(variablesOf: session)
      case .nobody: Response(noticeFor: exchange)
      case .forbidden(let visitor): try Response(notAllowed: visitor)
      }
    }
    // Apache cuts a page off after 8 KiB and calls it ISO 8859-1. Without one it shows what its ErrorDocument names.
    let isCut = request["FCGI_APACHE_ROLE"] != nil && response.status != .ok
    return isCut ? Response(bare: response.status) : response
  }
}

extension Response {
  /// Who the session's user is, as variables of the request that goes on.
  init(variablesOf session: Session) {
    self.init(.ok)
    isForServerAlone = true
    for part in session.identity { add(part.variable, part.value) }
  }

  /// A status and nothing else: the web server makes the visitor's answer.
  init(bare status: Status) {
    self.init(status)
    isForServerAlone = true
  }

  /// That who is logged in may not see what was asked for.
  init(notAllowed visitor: Visitor) throws {
    self.init(.forbidden, page: try NotAllowedPage(visitor: visitor).page)
  }
}
