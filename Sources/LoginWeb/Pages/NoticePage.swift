import SessionCore

/// What a visitor who is not logged in sees in place of a page for members. It opens the login page by itself, and has a
/// link for those who do not want to wait or whose browser does not do that. The seconds are counted by the stylesheet:
/// they say nothing that the text does not, so a screen reader is not interrupted by them.
struct NoticePage {
  let language: Language
  let login: ReturnPath

  var page: Page {
    var page = Page(
      title: Texts.notLoggedIn(language), language: language,
      content: """
        <h1>\(Texts.notLoggedIn, language)</h1>
        <div class="wait"><span class="count" aria-hidden="true"></span><p>\(Texts.noticeLead, language)</p></div>
        <p class="actions"><a class="button" href="\(login.text)">\(Texts.noticeLink, language)</a></p>
        """)
    page.next = login
    return page
  }
}
