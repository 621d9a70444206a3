import LoginWeb
import Support
import Testing

@Suite struct CrossSiteTests {
  struct Case: Sendable {
    var secFetchSite: String?
    var origin: String?
    var referer: String?
    var isHTTPS = true
    var host: String? = "example.org"
  }

  static let ours: [Case] = [
    Case(secFetchSite: "same-origin"),
    Case(secFetchSite: "same-origin", origin: "null"),
    Case(origin: "https://example.org"),
    Case(origin: "HTTPS://Example.ORG"),
    Case(origin: "https://example.org:8443", host: "example.org:8443"),
    Case(referer: "https://example.org/login.cgi?return=/x"),
    Case(referer: "https://example.org"),
    Case(origin: "http://example.org", isHTTPS: false),
  ]

  static let others: [Case] = [
    Case(), Case(secFetchSite: "cross-site"), Case(secFetchSite: "same-site"), Case(secFetchSite: "none"),
    Case(secFetchSite: "Same-Origin, cross-site"),
    Case(secFetchSite: "cross-site", origin: "https://example.org", referer: "https://example.org/"),
    Case(origin: "null"), Case(origin: "https://evil.example"), Case(origin: "http://example.org"),
    Case(origin: "https://example.org.evil.example"), Case(origin: "https://example.org:8443"),
    Case(origin: "https://evil.example", referer: "https://example.org/"),
    Case(referer: "https://evil.example/https://example.org/"), Case(referer: "https://example.org@evil.example/"),
    Case(referer: "https://example.org.evil.example/"),
    Case(referer: "https://example.org\\@evil.example/x", host: "evil.example"),
    Case(referer: "/login.cgi"), Case(referer: "https://"), Case(origin: "https://", host: nil),
    Case(origin: "https://example.org", isHTTPS: false),
  ]

  private func status(_ test: Case, _ site: TestSite) -> Status {
    Browser(site).logIn(
      fields: [:],
      [
        "HTTP_SEC_FETCH_SITE": test.secFetchSite, "HTTP_ORIGIN": test.origin, "HTTP_REFERER": test.referer,
        "HTTPS": test.isHTTPS ? "on" : nil, "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": test.host,
      ]
    ).status
  }

  @Test func `a form from our own page is taken`() throws {
    let site = try TestSite()
    for test in Self.ours { #expect(status(test, site) == .seeOther, "\(test)") }
  }

  @Test func `a form from anywhere else is refused`() throws {
    let site = try TestSite()
    for test in Self.others { #expect(status(test, site) == .forbidden, "\(test)") }
  }

  @Test func `a page of ours takes only its own session's form`() throws {
    let site = try TestSite()
    let mine = Browser(site)
    let theirs = Browser(site)
    mine.logIn()
    theirs.logIn()
    let token = mine.page().field("token") ?? ""
    func send(_ browser: Browser) -> Status {
      browser.postToPage(["token": token, "add": "tea"]) { visitor in
        let form = try visitor.form()
        #expect(form["add"] == "tea")
        return Response(.ok)
      }.status
    }
    #expect(send(mine) == .ok)
    #expect(send(theirs) == .forbidden)
  }
}
