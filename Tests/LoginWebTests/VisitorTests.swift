import LoginWeb
import SessionCore
import Support
import Testing

@Suite struct VisitorTests {
  private func keep(_ value: String?, _ browser: Browser) -> Response {
    browser.page { visitor in
      try visitor.update("cart") { _ in value }
      return Response(.ok)
    }
  }

  @Test func `what a page keeps belongs to one session`() throws {
    let site = try TestSite()
    let mine = Browser(site)
    let theirs = Browser(site)
    mine.logIn()
    theirs.logIn()
    #expect(keep("tea=1", mine).status == .ok)
    var read: [String?] = []
    for browser in [mine, theirs] {
      _ = browser.page { visitor in
        read.append(try visitor.data("cart"))
        return Response(.ok)
      }
    }
    #expect(read == ["tea=1", nil])
  }

  @Test func `a session that is full says so and keeps what it has`() throws {
    let browser = Browser(try TestSite())
    browser.logIn()
    #expect(keep("tea=1", browser).status == .ok)
    #expect(keep(String(repeating: "x", count: SessionData.maximumBytes), browser).status == .contentTooLarge)
    _ = browser.page { visitor in
      let kept = try visitor.data("cart")
      #expect(kept == "tea=1")
      return Response(.ok)
    }
  }

  @Test func `a session that ends while its page is made leads to the notice`() throws {
    let site = try TestSite()
    let browser = Browser(site)
    browser.logIn()
    let answer = browser.page { visitor in
      try site.database.anotherService().end(.one(visitor.session.id), by: TestDatabase.operator, reason: "")
      try visitor.update("cart") { _ in "tea=1" }
      return Response(.ok)
    }
    #expect(answer.status == .unauthorized)
    #expect(answer.html.contains("http-equiv=\"refresh\""))
  }

  @Test func `a form that comes too late leads back to the page, not to the form's address`() throws {
    let browser = Browser(try TestSite())
    browser.cookie = "__Host-rollcall=gone"
    let answer = browser.postToPage(["token": "x"]) { _ in Response(.ok) }
    #expect(answer.status == .unauthorized)
    #expect(answer.html.contains("href=\"/login.cgi?return=/members.cgi\""))
  }
}
