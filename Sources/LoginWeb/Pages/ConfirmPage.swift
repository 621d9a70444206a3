import SessionCore

/// The form that asks users who are logged in for their password again, before what takes it.
struct ConfirmPage {
  let visitor: Visitor
  var problem: Phrase?

  var page: Page {
    get throws {
      let language = visitor.language
      return Page(
        title: (problem == nil ? Texts.confirm : Texts.problem(Texts.confirm))(language), language: language,
        content: """
          <h1>\(Texts.confirm, language)</h1>
          \(HTML.lead(Texts.confirmLead, problem: problem, at: "password", language))
          <form method="post" action="\(visitor.site.account.appending("/confirm").text)">
          \(try visitor.formField())
          <label for="login">\(Texts.login, language)</label>
          <input id="login" value="\(visitor.login)" autocomplete="username" dir="auto" readonly>
          <label for="password">\(Texts.password, language)</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required \
          autofocus\(HTML.pointer(to: problem))>
          <button>\(Texts.goOn, language)</button>
          </form>
          \(try visitor.logoutForm())
          """)
    }
  }
}
