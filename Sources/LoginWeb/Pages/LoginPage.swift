import SessionCore

/// The form to log in with.
struct LoginPage {
  private let site: Site
  private let language: Language
  private let token: String
  private let target: ReturnPath?
  private let login: String
  private let problem: Phrase?

  /// The form for a visitor who goes on to `target`. After a `problem` it shows the login as typed; never the password.
  init(_ exchange: Exchange, target: ReturnPath?, login: String = "", problem: Phrase? = nil) throws {
    let service = try exchange.service()
    self.site = exchange.site
    self.language = exchange.language
    self.token = FormToken(key: service.key).loginField(at: service.clock.now())
    self.target = target
    self.login = login
    self.problem = problem
  }

  var page: Page {
    let title = Texts.logIn(language)
    return Page(
      title: problem == nil ? title : "\(Texts.problem(language)): \(title)", language: language,
      content: """
        \(HTML.mark)
        <h1>\(title)</h1>
        \(summary)
        <form method="post" action="\(site.login.text)">
        \(HTML.hiddenField("token", token))\(target.map { HTML.hiddenField("return", $0.text) })
        <label for="login">\(Texts.login, language)</label>
        <input id="login" name="login" value="\(login)" autocomplete="username" autocapitalize="none" \
        spellcheck="false" dir="auto" required\(hints(isFirst: login.isEmpty))>
        <label for="password">\(Texts.password, language)</label>
        <input id="password" name="password" type="password" autocomplete="current-password" \
        required\(hints(isFirst: !login.isEmpty))>
        <button>\(Texts.logIn, language)</button>
        </form>
        \(sample)
        """)
  }

  private var summary: HTML {
    guard let problem else { return "<p class=\"lead\">\(Texts.logInLead, language)</p>" }
    return "<p class=\"problem\" id=\"problem\" role=\"alert\">\(problem, language)</p>"
  }

  /// After a problem both fields point to it: which of them was wrong is not told.
  private func hints(isFirst: Bool) -> HTML {
    let problem: HTML? = problem == nil ? nil : " aria-describedby=\"problem\" aria-invalid=\"true\""
    return "\(isFirst ? " autofocus" : "")\(problem)"
  }

  private var sample: HTML? {
    site.sample.map { sample in
      """
      <aside class="note"><p>\(Texts.sample, language)</p>
      <dl><dt>\(Texts.login, language)</dt><dd><code>\(sample.login)</code></dd>
      <dt>\(Texts.password, language)</dt><dd><code>\(sample.password)</code></dd></dl></aside>
      """
    }
  }
}
