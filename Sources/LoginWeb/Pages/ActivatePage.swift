import SessionCore

/// The form on which a user chooses a password with the code that they were given.
struct ActivatePage {
  let site: Site
  let language: Language
  let token: String
  var login = ""
  var problem: Phrase?
  /// The id of the field that mends the problem; nil when none does.
  var field: StaticString?

  var page: Page {
    Page(
      title: (problem == nil ? Texts.activate : Texts.problem(Texts.activate))(language), language: language,
      content: """
        <h1>\(Texts.activate, language)</h1>
        \(HTML.lead(Texts.activateLead, problem: problem, at: field, language))
        <form method="post" action="\(site.activate.text)">
        \(HTML.hiddenField("token", token))
        <label for="login">\(Texts.login, language)</label>
        <input id="login" name="login" value="\(login)" autocomplete="username" autocapitalize="none" \
        spellcheck="false" dir="auto" required\(HTML.focus(if: first == "login"))\(pointer("code"))>
        <label for="code">\(Texts.code, language)</label>
        <input class="code" id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" \
        spellcheck="false" placeholder="7K2QH-M0V5S-8T2W6-Y9ZAB" required\
        \(HTML.focus(if: first == "code"))\(pointer("code"))>
        <label for="password">\(Texts.newPassword, language)</label>
        <input id="password" name="password" type="password" autocomplete="new-password" required\
        \(HTML.focus(if: first == "password"))\(pointer("password", hint: "hint"))>
        <p class="hint" id="hint">\(Texts.newPasswordHint, language)</p>
        <button>\(Texts.setPassword, language)</button>
        </form>
        <p class="aside"><a href="\(site.login.text)">\(Texts.toLogin, language)</a></p>
        """)
  }

  /// The field that the keyboard is for: the one that mends a problem, else the first that is empty.
  private var first: String { field?.description ?? (login.isEmpty ? "login" : "code") }

  /// A code that does not match may have come with another's login, so the two are marked together.
  private func pointer(_ about: String, hint: StaticString? = nil) -> HTML? {
    HTML.pointer(to: field?.description == about ? problem : nil, hint: hint)
  }
}
