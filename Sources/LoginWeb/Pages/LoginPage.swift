import SessionCore

/// What a visitor has filled into the login form, but for the password, which is never shown again.
struct LoginDraft {
  /// Where to go on to.
  var target: ReturnTarget?
  /// The login as typed.
  var login = ""
  /// Whether "stay logged in" is ticked.
  var remembers = false
  /// Whether what the old session keeps goes over to the new one: a page asks for it with `carry=1`.
  var carries = false

  /// What the query of a request for the form asks for.
  init(queryOf exchange: Exchange) {
    let query = exchange.request.query
    self.init(query.isEmpty ? nil : Form(Array(query.utf8)), exchange.site)
  }

  /// What a form holds that was sent to a site.
  init(_ form: Form?, _ site: Site) {
    target = form?["return"].flatMap { ReturnTarget($0, origins: site.returnOrigins) }
    login = form?["login"] ?? ""
    remembers = form?["remember"] == "1"
    carries = form?["carry"] == "1"
  }
}

/// The form to log in with.
struct LoginPage {
  private let site: Site
  private let language: Language
  private let token: String
  private let offersToRemember: Bool
  private let draft: LoginDraft
  private let problem: Phrase?
  private let news: Phrase?

  /// The form as filled in so far. After a `problem` it shows the login as typed; never the password.
  init(_ exchange: Exchange, _ draft: LoginDraft, problem: Phrase? = nil, news: Phrase? = nil) throws {
    let service = try exchange.service()
    self.site = exchange.site
    self.language = exchange.language
    self.token = service.loginField()
    self.offersToRemember = try service.store.policy().remembers
    self.draft = draft
    self.problem = problem
    self.news = news
  }

  var page: Page {
    Page(
      title: (problem == nil ? Texts.logIn : Texts.problem(Texts.logIn))(language), language: language,
      content: """
        <h1>\(Texts.logIn, language)</h1>
        \(HTML.lead(news ?? Texts.logInLead, problem: problem, at: isRefused ? "password" : nil, language))
        <form method="post" action="\(site.login.text)">
        \(HTML.hiddenField("token", token))\(draft.target.map { HTML.hiddenField("return", $0.text) })\
        \(draft.carries ? HTML.hiddenField("carry", "1") : nil)
        <label for="login">\(Texts.login, language)</label>
        <input id="login" name="login" value="\(draft.login)" autocomplete="username" autocapitalize="none" \
        spellcheck="false" dir="auto" required\(hints(isFirst: draft.login.isEmpty))>
        <label for="password">\(Texts.password, language)</label>
        <input id="password" name="password" type="password" autocomplete="current-password" \
        required\(hints(isFirst: !draft.login.isEmpty))>
        \(remember)<button>\(Texts.logIn, language)</button>
        </form>
        <p class="aside"><a href="\(site.activate.text)">\(Texts.haveCode, language)</a></p>
        \(sample)
        """)
  }

  /// What did not match was the two together: which of them was wrong is not told. The password has to be typed anew in
  /// any case, so the keyboard is for that once there is a login.
  private func hints(isFirst: Bool) -> HTML {
    "\(HTML.focus(if: isFirst))\(HTML.pointer(to: isRefused ? problem : nil))"
  }

  private var isRefused: Bool { problem == Texts.refused }

  private var remember: HTML? {
    guard offersToRemember else { return nil }
    return """
      <label class="tick"><input type="checkbox" name="remember" value="1"\(draft.remembers ? " checked" : "")>\
      <span>\(Texts.remember, language)</span></label>

      """
  }

  private var sample: HTML? {
    site.sample.map { sample in
      """
      <div class="note"><p>\(Texts.sample, language)</p>
      <dl><dt>\(Texts.login, language)</dt><dd><code>\(sample.login)</code></dd>
      <dt>\(Texts.password, language)</dt><dd><code>\(sample.password)</code></dd></dl></div>
      """
    }
  }
}
