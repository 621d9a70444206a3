import SessionCore
import Support
import Testing

@testable import LoginWeb

/// What users see of their own sessions, and when (OWASP ASVS 5.0, 7.5.2).
@Suite struct AccountPageTests {
  private let site: TestSite
  private let browser: Browser

  init() throws {
    site = try TestSite()
    browser = Browser(site)
    browser.logIn()
  }

  @Test func `my sessions are listed with what tells them apart, this one first, and nobody else's`() throws {
    site.database.clock.advance(.minutes(5))
    try site.database.logIn("alice", from: "2001:db8::7")
    try site.database.logIn("王小明", from: "198.51.100.9")
    let page = browser.get("/account")
    #expect(page.status == .ok)
    let items = page.html.components(between: "<li class=\"session", and: "</li>")
    #expect(items.count == 2)
    #expect(items[0].contains("Firefox") && items[0].contains("203.0.113.7") && items[0].contains("this device"))
    #expect(items[1].contains("curl") && items[1].contains("2001:db8::7") && !items[1].contains("this device"))
    #expect(
      items[1].contains("just now") && items[1].contains("in 30 minutes") && items[1].contains("<time datetime=\""))
    #expect(!page.html.contains("198.51.100.9"))
    #expect(page.html.contains("action=\"/login.cgi/logout\""))
  }

  @Test func `the page speaks Chinese`() throws {
    let page = browser.get("/account", query: "done=password", ["HTTP_ACCEPT_LANGUAGE": "zh-CN"]).html
    for words in ["我的账户", "已登录的设备", "当前设备", "修改密码", "密码已修改", "退出登录"] { #expect(page.contains(words)) }
    // What is read aloud has the marks of its language, too.
    #expect(page.contains("aria-label=\"退出登录：") && page.contains("，203.0.113.7\""))
    #expect(browser.get("/account").html.contains("aria-label=\"Log out: "))
  }

  @Test func `50 are listed, and how many more there are`() throws {
    for _ in 0..<53 { try site.database.logIn("alice") }
    let page = browser.get("/account").html
    #expect(page.components(between: "<li class=\"session", and: "</li>").count == 50)
    #expect(page.contains("and 4 more"))
    #expect(page.contains("this device"))
  }

  @Test func `who is not logged in is told so, and led back to the page`() throws {
    browser.cookie = nil
    for answer in [
      browser.get("/account"), browser.post("/account/end", ["session": "x"]),
      browser.post("/account/end-others", [:]), browser.post("/account/password", [:]),
      browser.post("/account/confirm", ["password": TestDatabase.password]),
    ] {
      #expect(answer.status == .unauthorized)
      #expect(answer.html.contains("url=/login.cgi?return=/login.cgi/account\""))
      #expect(answer.value(of: "Set-Cookie") == nil)
    }
  }

  @Test func `what a client calls itself is shown and never obeyed`() throws {
    let other = Browser(site)
    other.logIn("alice", TestDatabase.password, fields: [:], ["HTTP_USER_AGENT": "<script>x</script>\u{1B}[31m\"'"])
    let page = browser.get("/account").html
    #expect(!page.contains("<script") && !page.contains("\u{1B}"))
    #expect(page.contains("&lt;script&gt;x&lt;/script"))
  }

  @Test(arguments: ["ended", "over", "ended-others", "alone", "password"])
  func `the result of an act is one of a few sentences`(_ word: String) throws {
    let page = browser.get("/account", query: "done=\(word)").html
    #expect(page.components(between: "<p class=\"news\" role=\"status\">", and: "</p>").count == 1)
  }

  @Test(arguments: ["done=", "done=x", "done=<b>", "done=Ended", "done=ended&done=ended", "done", "ended", "done=%"])
  func `nobody can put words of their own there`(_ query: String) throws {
    let page = browser.get("/account", query: query)
    #expect(page.status == .ok)
    #expect(!page.html.contains("class=\"news\"") && !page.html.contains("<b>"))
  }

  @Test func `every page for somebody who is logged in has a button to log out and leads to the account`() throws {
    #expect(browser.get().html.contains("href=\"/login.cgi/account\""))
    let pages = [
      browser.get(), browser.get("/account"), browser.post("/account/password", ["token": browser.token]),
      browser.get("/auth/forward", query: "", ["ROLLCALL_USERS": "bob"]),
    ]
    site.database.clock.advance(.minutes(10))
    for page in pages + [browser.get("/account")] {
      #expect(page.html.contains("action=\"/login.cgi/logout\""))
    }
  }
}

extension String {
  /// What stands between each `start` and the next `end`.
  func components(between start: String, and end: String) -> [String] {
    split(separator: start, omittingEmptySubsequences: false).dropFirst().map { part in
      String(part.firstRange(of: end).map { part[..<$0.lowerBound] } ?? part)
    }
  }
}

extension Browser {
  /// The hidden field of the forms of this browser's session; empty without one.
  var token: String {
    cookie == nil ? "" : get("/account", query: "", ["HTTP_ACCEPT_LANGUAGE": nil]).field("token") ?? ""
  }
}
