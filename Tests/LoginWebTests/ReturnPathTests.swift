import Testing

@testable import LoginWeb

@Suite struct ReturnPathTests {
  static let good = [
    "/", "/members.cgi", "/a/b?c=d&e=%20f#g", "/%E7%8E%8B", "/a//b", "/a@b", "/%252f%252fevil.example",
    "/?//evil.example", "/...", "/.well-known/x", "/a?b=/../c",
    "/" + String(repeating: "a", count: 2047),
  ]

  static let evil = [
    "", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example",
    "https://evil.example", "https:evil.example", "http:/evil.example", "javascript:alert(1)", "data:text/html,x",
    "evil.example", "@evil.example", ".evil.example", "members.cgi", "?x", "#x", " /x", "/ x", "/x ",
    "\t//evil.example",
    "/\t/evil.example", "/\n/evil.example", "/\r\nSet-Cookie: a=b", "/x\u{0}", "/x\u{7F}", "/x\u{85}",
    "/%2f%2fevil.example",
    "/%2Fevil.example", "/%5cevil.example", "/%5Cevil.example", "/a%5C%5Cevil", "/%09/evil.example", "/%0d%0aX: y",
    "/%0D%0ASet-Cookie:a", "/%00", "/%7f", "/%", "/%2", "/%zz", "/。。/", "/évil", "／／evil.example", "/\u{2044}evil",
    "/.//evil.example", "/..//evil.example", "/x/..//evil.example", "/%2e%2e//evil.example", "/.%2f/evil.example",
    "/%2e%2e/%2fevil.example", "/a/.", "/\u{202E}x", "/" + String(repeating: "a", count: 2048),
  ]

  @Test(arguments: good) func `a path on this site is taken as it is`(_ text: String) {
    #expect(ReturnPath(text)?.text == text)
  }

  @Test(arguments: evil) func `what could lead to another site is no path`(_ text: String) {
    #expect(ReturnPath(text) == nil)
  }

  @Test(arguments: evil) func `a login goes on to the usual page instead`(_ text: String) throws {
    let answer = Browser(try TestSite()).logIn(fields: ["return": text])
    #expect(answer.status == .seeOther)
    #expect(answer.value(of: "Location") == "/members.cgi")
  }

  @Test func `the way back goes through notice and form`() throws {
    let browser = Browser(try TestSite())
    let notice = browser.page()
    #expect(notice.status == .unauthorized)
    #expect(notice.html.contains("content=\"3; url=/login.cgi?return=/members.cgi%3Fpage%3D2\""))
    #expect(notice.html.contains("href=\"/login.cgi?return=/members.cgi%3Fpage%3D2\""))
    let form = browser.get("", query: "return=/members.cgi%3Fpage%3D2")
    let target = form.field("return") ?? ""
    #expect(target == "/members.cgi?page=2")
    #expect(browser.logIn(fields: ["return": target]).value(of: "Location") == "/members.cgi?page=2")
  }

  @Test(arguments: ["return=//evil.example", "return=%2F%2Fevil.example", "return=/a&return=/b", "return=%", "return"])
  func `a query that asks for another site is passed over`(_ query: String) throws {
    let form = Browser(try TestSite()).get("", query: query)
    #expect(form.status == .ok)
    #expect(form.field("return") == nil)
  }
}
