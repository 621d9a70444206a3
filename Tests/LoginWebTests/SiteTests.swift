import Testing

@testable import LoginWeb

@Suite struct SiteTests {
  @Test func `the operator's settings are read from the environment`() {
    let settings = [
      "ROLLCALL_LOGIN": "/door/login.cgi", "ROLLCALL_RETURN": "/inside", "ROLLCALL_ALLOW_HTTP": "1",
      "ROLLCALL_DEMO": "lin:pass:word",
    ]
    let site = Site(environment: { settings[$0] })
    #expect(site.login.text == "/door/login.cgi")
    #expect(site.notice.text == "/door/login.cgi/notice")
    #expect(site.home.text == "/inside")
    #expect(site.allowsHTTP)
    #expect(site.sample?.login == "lin")
    #expect(site.sample?.password == "pass:word")
  }

  @Test func `without settings, and with bad ones, the usual ones hold`() {
    let bad = [
      "ROLLCALL_LOGIN": "//evil.example", "ROLLCALL_RETURN": "https://evil.example", "ROLLCALL_ALLOW_HTTP": "yes",
      "ROLLCALL_DEMO": "lin",
    ]
    for site in [Site(environment: { _ in nil }), Site(environment: { bad[$0] })] {
      #expect(site.login.text == "/login.cgi")
      #expect(site.home.text == "/members.cgi")
      #expect(!site.allowsHTTP)
      #expect(site.sample == nil)
    }
  }
}
