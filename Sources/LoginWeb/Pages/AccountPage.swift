import SessionCore

/// The page on which users see where they are logged in, end sessions, and change their password.
struct AccountPage {
  /// What was wrong with the form for a new password, field by field.
  struct Problems {
    var present: Phrase?
    var new: Phrase?
  }

  let visitor: Visitor
  let news: AccountNews?
  let problems: Problems

  init(_ visitor: Visitor, news: AccountNews? = nil, problems: Problems = Problems()) {
    self.visitor = visitor
    self.news = news
    self.problems = problems
  }

  private var language: Language { visitor.language }
  private var hasProblem: Bool { problems.present != nil || problems.new != nil }

  var page: Page {
    get throws {
      let field = try visitor.formField()
      return Page(
        title: (hasProblem ? Texts.problem(Texts.account) : Texts.account)(language), language: language, width: .wide,
        bar: "<div class=\"who\"><strong><bdi>\(visitor.login)</bdi></strong>\(try visitor.logoutForm())</div>",
        content: """
          <h1>\(Texts.account, language)</h1>
          \(summary)\(news.map { "<p class=\"news\" role=\"status\">\($0.phrase, language)</p>" })
          \(try SessionList(visitor: visitor, field: field).html)
          \(passwordForm(field))
          <p class="aside"><a href="\(visitor.site.home.text)">\(Texts.goOn, language)</a></p>
          """)
    }
  }

  private func passwordForm(_ field: HTML) -> HTML {
    """
    <section class="panel" aria-labelledby="password-title">
    <h2 id="password-title">\(Texts.changePassword, language)</h2>
    <p class="lead">\(Texts.changePasswordLead, language)</p>
    <form method="post" action="\(visitor.site.account.appending("/password").text)">
    \(field)<input type="text" value="\(visitor.login)" autocomplete="username" hidden>
    <label for="present">\(Texts.presentPassword, language)</label>
    <input id="present" name="present" type="password" autocomplete="current-password" \
    required\(pointer(to: problems.present, "present-problem"))>
    \(note(problems.present, "present-problem"))
    <label for="password">\(Texts.newPassword, language)</label>
    <input id="password" name="password" type="password" autocomplete="new-password" \
    required\(pointer(to: problems.new, "password-problem", hint: "hint"))>
    \(note(problems.new, "password-problem"))
    <p class="hint" id="hint">\(Texts.newPasswordHint, language)</p>
    <button>\(Texts.changePassword, language)</button>
    </form>
    </section>
    """
  }

  /// Each field points to what is wrong with it, and the keyboard is there already.
  private func pointer(to problem: Phrase?, _ id: StaticString, hint: StaticString? = nil) -> HTML {
    let ids = [problem == nil ? nil : id, hint].compactMap { $0?.description }.joined(separator: " ")
    let described: HTML? = ids.isEmpty ? nil : " aria-describedby=\"\(ids)\""
    let marked: HTML? = problem == nil ? nil : " aria-invalid=\"true\" autofocus"
    return "\(described)\(marked)"
  }

  /// What is wrong stands at its field as well: the form is far below the top of the page.
  private func note(_ problem: Phrase?, _ id: StaticString) -> HTML? {
    problem.map { "<p class=\"wrong\" id=\"\(id.description)\">\($0, language)</p>" }
  }

  private var summary: HTML? {
    let links = [(problems.present, "present" as StaticString), (problems.new, "password")]
      .compactMap { problem, field in problem.map { "<p>\(HTML.link(to: field, $0, language))</p>" as HTML } }
    return links.isEmpty ? nil : HTML.summary("\(links)", language)
  }
}
