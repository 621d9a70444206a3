import SessionCore

/// What a visitor who is not logged in sees in place of a page for members. It opens the login page by itself, and has a
/// link for those who do not want to wait or whose browser does not do that.
struct NoticePage {
  let language: Language
  let login: ReturnPath

  var page: Page {
    var page = Page(
      title: Texts.notLoggedIn(language), language: language,
      content: """
        \(HTML.mark)
        <h1>\(Texts.notLoggedIn, language)</h1>
        <p class="lead" role="status">\(Texts.noticeLead, language)</p>
        <div class="wait" aria-hidden="true"><i></i></div>
        <p class="actions"><a class="button" href="\(login.text)">\(Texts.noticeLink, language)</a></p>
        """)
    page.next = login
    return page
  }
}
