/// What the login page says to a visitor who is logged in already.
struct LoggedInPage {
  let visitor: Visitor
  let target: ReturnTarget?

  var page: Page {
    get throws {
      let language = visitor.language
      return Page(
        title: Texts.loggedIn(language), language: language,
        content: """
          <h1>\(Texts.loggedIn, language)</h1>
          <p class="lead">\(Texts.loggedInAs, language)<strong><bdi>\(visitor.login)</bdi></strong></p>
          <div class="actions"><a class="button" href="\((target ?? ReturnTarget(visitor.site.home)).text)">\(Texts.goOn, language)</a>
          \(try visitor.logoutForm())</div>
          <p class="aside">\(visitor.accountLink)</p>
          """)
    }
  }
}
