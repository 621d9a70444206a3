import SessionCore

/// Who is asking: a user with a live session, and what a page may do for them.
public struct Visitor {
  /// The session.
  public let session: Session
  let token: Token
  let exchange: Exchange

  init(session: Session, token: Token, exchange: Exchange) {
    self.session = session
    self.token = token
    self.exchange = exchange
  }

  /// The user's login, as it was typed when the account was made.
  public var login: String { session.owner.login }
  /// The language to answer in.
  public var language: Language { exchange.language }
  /// The request.
  public var request: Request { exchange.request }
  /// The site.
  public var site: Site { exchange.site }

  /// The page's own path, for its forms.
  public var path: ReturnPath { request["SCRIPT_NAME"].flatMap(ReturnPath.init) ?? site.home }

  /// The hidden field that every form on this visitor's pages carries; ``form()`` asks for it.
  public func formField() throws -> HTML {
    HTML.hiddenField("token", try exchange.service().field(for: token))
  }

  /// The button that logs out (OWASP ASVS 5.0, 7.4.4: on every page).
  public func logoutForm() throws -> HTML {
    """
    <form method="post" action="\(site.logout.text)" class="logout">
    \(try formField())<button class="quiet">\(Texts.logOut, language)</button>
    </form>
    """
  }

  /// The link to the page on which users see their sessions and change their password.
  public var accountLink: HTML { "<a href=\"\(site.account.text)\">\(Texts.account, language)</a>" }

  /// The form that the visitor has sent, from a page that was made for this session.
  ///
  /// - Throws: ``Refusal`` when it came from elsewhere or cannot be read.
  public func form() throws -> Form {
    try SameOrigin.check(request, isSecure: exchange.connection.isSecure)
    let form = try Form(bodyOf: request)
    guard let field = form["token"], try exchange.service().accepts(field, for: token) else {
      throw Refusal.staleForm
    }
    return form
  }

  /// What is kept for the session under `name`.
  public func data(_ name: String) throws -> String? {
    try exchange.service().store.data(of: session.id, name: name)
  }

  /// Changes what is kept for the session under `name`. Two requests at the same time change it one after the other.
  ///
  /// - Throws: `SessionDataError` at the session's bounds.
  public func update(_ name: String, _ change: (String?) throws -> String?) throws {
    let store = try exchange.service().store
    try store.transaction(.full) {
      try store.setData(of: session.id, name: name, value: change(store.data(of: session.id, name: name)))
    }
  }
}

extension HTML {
  /// A hidden field of a form.
  static func hiddenField(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
  }
}
