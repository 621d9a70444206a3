import SessionCore

/// The form on which a user chooses a password with the code that they were given.
struct ActivatePage {
  let site: Site
  let language: Language
  let token: String
  var login = ""
  var problem: Phrase?

  var page: Page {
    let title = Texts.activate(language)
    return Page(
      title: problem == nil ? title : "\(Texts.problem(language)): \(title)", language: language,
      content: """
        \(HTML.mark)
        <h1>\(title)</h1>
        \(HTML.lead(Texts.activateLead, problem: problem, language))
        <form method="post" action="\(site.activate.text)">
        \(HTML.hiddenField("token", token))
        <label for="login">\(Texts.login, language)</label>
        <input id="login" name="login" value="\(login)" autocomplete="username" autocapitalize="none" \
        spellcheck="false" dir="auto" required\(login.isEmpty ? " autofocus" : "")\(HTML.pointer(to: problem))>
        <label for="code">\(Texts.code, language)</label>
        <input id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" \
        placeholder="7K2QH-M0V5S-8T2W6-Y9ZAB" required\(login.isEmpty ? "" : " autofocus")\(HTML.pointer(to: problem))>
        <label for="password">\(Texts.newPassword, language)</label>
        <input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="hint" required>
        <p class="hint" id="hint">\(Texts.newPasswordHint, language)</p>
        <button>\(Texts.activate, language)</button>
        </form>
        <p class="aside"><a href="\(site.login.text)">\(Texts.toLogin, language)</a></p>
        """)
  }
}
