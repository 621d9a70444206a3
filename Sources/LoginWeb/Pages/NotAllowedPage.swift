import SessionCore

/// What a visitor sees who is logged in and may not see the page that they asked for.
struct NotAllowedPage {
  let visitor: Visitor

  var page: Page {
    get throws {
      let language = visitor.language
      return Page(
        title: Texts.notAllowed(language), language: language,
        content: """
          <h1>\(Texts.notAllowed, language)</h1>
          <p class="lead">\(Texts.notAllowedLead, language) \
          \(Texts.loggedInAs, language)<strong><bdi>\(visitor.login)</bdi></strong></p>
          <div class="actions"><a class="button" href="\(visitor.site.home.text)">\(Texts.toStart, language)</a>
          \(try visitor.logoutForm())</div>
          """)
    }
  }
}
