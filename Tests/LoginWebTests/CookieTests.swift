import SessionCore
import Support
import Testing

@testable import LoginWeb

@Suite struct CookieTests {
  @Test func `under https the cookie cannot be planted by a neighbour, nor read by a script`() throws {
    let browser = Browser(try TestSite())
    let attributes = browser.logIn().value(of: "Set-Cookie")?.split(separator: "; ").dropFirst().map(String.init)
    #expect(browser.cookie?.hasPrefix("__Host-rollcall=") == true)
    #expect(attributes == ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"])
  }

  @Test func `plain http is refused in Chinese, too`() throws {
    let answer = try TestSite().send(["HTTPS": nil, "HTTP_ACCEPT_LANGUAGE": "zh"])
    #expect(answer.html.contains("密码不应以明文传输。请用以 https:// 开头的地址打开本页面。"))
  }

  @Test func `plain http is answered to this machine alone`() throws {
    let site = try TestSite()
    let plain: [String: String?] = ["HTTPS": nil, "HTTP_ORIGIN": "http://example.org"]
    for address in ["203.0.113.7", "::ffff:203.0.113.7", "", "127.0.0.1 ", "localhost"] {
      #expect(Browser(site).get("", query: "", plain.merging(["REMOTE_ADDR": address]) { $1 }).status == .forbidden)
    }
    for address in ["127.0.0.1", "127.8.8.8", "::1"] {
      let browser = Browser(site)
      let answer = browser.logIn(fields: [:], plain.merging(["REMOTE_ADDR": address]) { $1 })
      #expect(answer.status == .seeOther)
      #expect(browser.cookie?.hasPrefix("rollcall=") == true)
      #expect(answer.value(of: "Set-Cookie")?.contains("Secure") == false)
      #expect(answer.value(of: "Strict-Transport-Security") == nil)
    }
    site.site.allowsHTTP = true
    #expect(Browser(site).get("", query: "", plain).status == .ok)
  }

  /// How a good cookie is spoiled; the good one for comparison.
  static let spoiled: [(String, @Sendable (String) -> String)] = [
    ("cut", { "__Host-rollcall=\($0.dropLast())" }),
    ("longer", { "__Host-rollcall=\($0)A" }),
    ("flipped in the id", { "__Host-rollcall=\(flipped($0, at: 5))" }),
    ("flipped in the secret", { "__Host-rollcall=\(flipped($0, at: 60))" }),
    ("in other letters", { "__Host-rollcall=\($0.uppercased())" }),
    ("quoted", { "__Host-rollcall=\"\($0)\"" }),
    ("under another name", { "rollcall=\($0)" }),
    ("under a name in other letters", { "__host-rollcall=\($0)" }),
    ("twice", { "__Host-rollcall=\($0); __Host-rollcall=\($0)" }),
    ("after a planted one", { "__Host-rollcall=x; __Host-rollcall=\($0)" }),
    ("before a planted one", { "__Host-rollcall=\($0); a=b; __Host-rollcall=" }),
    ("joined by a comma", { "a=b, __Host-rollcall=\($0)" }),
    ("with a line break", { "__Host-rollcall=\($0)\r\nX: y" }),
    ("without a name", { $0 }),
    ("empty", { _ in "__Host-rollcall=" }),
    ("nothing but signs", { _ in ";;=;,==; ;" }),
  ]

  private static func flipped(_ text: String, at index: Int) -> String {
    var bytes = Array(text.utf8)
    bytes[index] = bytes[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: spoiled.indices) func `a cookie that is not just right lets nobody in`(_ index: Int) throws {
    let site = try TestSite()
    let (token, _) = try site.database.logIn("alice")
    let browser = Browser(site)
    browser.cookie = Self.spoiled[index].1(token.text)
    #expect(browser.get("/auth/request").status == .unauthorized, "\(Self.spoiled[index].0)")
    #expect(browser.page().status == .unauthorized)
    #expect(browser.get("/account").status == .unauthorized)
    #expect(browser.get("/auth/forward").status == .unauthorized)
    #expect(site.authorize(["HTTP_COOKIE": browser.cookie]).status == .unauthorized)
    #expect(try site.database.store.countSessions(.matching(SessionFilter()), at: site.database.clock.now).value == 1)
    for good in [
      "__Host-rollcall=\(token.text)", "a=b;  __Host-rollcall = \(token.text) ;c",
      "rollcall=x; __Host-rollcall=\(token.text)",
    ] {
      browser.cookie = good
      #expect(browser.get("/auth/request").status == .ok)
    }
  }

  @Test func `a session of another site's key, and one past its time, let nobody in`() throws {
    let site = try TestSite()
    let foreign = try TestSite()
    let browser = Browser(site)
    browser.cookie = "__Host-rollcall=\(try foreign.database.logIn("alice").token.text)"
    #expect(browser.page().status == .unauthorized)
    browser.cookie = "__Host-rollcall=\(try site.database.logIn("alice").token.text)"
    site.database.clock.advance(.minutes(30))
    #expect(browser.page().status == .unauthorized)
  }

  @Test func `the database without the cookie logs nobody in`() throws {
    let site = try TestSite()
    let (token, session) = try site.database.logIn("alice")
    let browser = Browser(site)
    browser.cookie = "__Host-rollcall=\(Base64URL.encode(token.id.bytes + session.proof.bytes))"
    #expect(browser.page().status == .unauthorized)
  }
}
