import SessionCore
import Testing

@testable import LoginWeb

/// Where a login goes on to, and where never (OWASP ASVS 5.0, 3.7.2).
@Suite struct ReturnTargetTests {
  private static let origins =
    Origin.list("https://www.example.org https://www.example.org:8443 http://localhost:8080") ?? []

  static let good = [
    ("https://www.example.org/", "https://www.example.org/"), ("https://www.example.org", "https://www.example.org/"),
    ("https://www.example.org:443/a?b#c", "https://www.example.org/a?b#c"),
    ("https://WWW.Example.ORG:8443/a//b", "https://www.example.org:8443/a//b"),
    ("http://localhost:8080/x", "http://localhost:8080/x"), ("/x?y", "/x?y"),
  ]

  static let evil =
    ReturnPathTests.evil + [
      "http://www.example.org/", "https://www.example.org:8444/", "https://example.org/", "https://x.www.example.org/",
      "https://www.example.org.evil.example/", "https://www.example.org@evil.example/",
      "https://evil.example@www.example.org/", "https://a:b@www.example.org/", "https://www.example.org:/",
      "https://www.example.org:0443/", "https://www.example.org:+443/", "https://www.example.org:443x/",
      "https://www.example.org:99999999999999999999/", "https://www.example.org:8443:8443/",
      "https://www.example.org\\@evil.example/", "https://www.example.org\\.evil.example/",
      "https:\\\\www.example.org/",
      "https:/www.example.org/", "https:///www.example.org/", "https:www.example.org/", "//www.example.org/",
      "https://www.example.org#@evil.example/", "https://www.example.org?@evil.example/", "https://www.example.org%2f/",
      "https://www.example.org%00.evil.example/", "https://www.example.org.:443/", "https://www.example.org./",
      "https://www。example。org/", "https://www.example.org／evil/", "https://www.example.org\u{2215}evil/",
      "https://ｗｗｗ.example.org/", "https://www.exam\u{AD}ple.org/", "https://www.example.org\t/",
      "https://www.exa\tmple.org/",
      " https://www.example.org/", "https://www.example.org /", "https://www.example.org\r\nX: y/",
      "\u{0}https://www.example.org/",
      "https://www.example.org//evil.example", "https://www.example.org/\\evil.example", "https://www.example.org/%5c",
      "https://www.example.org/%2f%2fevil.example", "https://www.example.org/%0d%0aX: y",
      "https://www.example.org/\u{0}",
      "HTTPS://www.example.org/", "https://[::1]/", "https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/",
      "ftp://www.example.org/", "javascript://www.example.org/%0aalert(1)", "blob:https://www.example.org/x",
      "https://www.example.org/" + String(repeating: "a", count: 10_000),
      "https://" + String(repeating: "a.", count: 5000),
      "https://",
    ]

  @Test(arguments: good) func `an address at a listed origin is taken, put together anew`(
    _ text: String, _ target: String
  ) {
    #expect(ReturnTarget(text, origins: Self.origins)?.text == target)
  }

  @Test(arguments: evil) func `anything else is none`(_ text: String) {
    #expect(ReturnTarget(text, origins: Self.origins) == nil)
  }

  @Test(arguments: evil) func `none of it is ever led to, by the form, the notice, or a server that asks`(
    _ text: String
  ) throws {
    let site = try TestSite()
    site.site.returnOrigins = Self.origins
    site.site.trustedProxies = Network.trustList("10.0.0.0/8") ?? []
    let browser = Browser(site)
    let login = browser.logIn(fields: ["return": text])
    // What is as long as that does not fit into a form.
    #expect(login.value(of: "Location") == (text.utf8.count > Form.maximumBytes / 3 ? nil : "/members.cgi"))
    browser.cookie = nil
    let encoded = String(decoding: Browser.encode(["return": text]).drop { $0 != UInt8(ascii: "=") }, as: UTF8.self)
    #expect(browser.get("/notice", query: "return" + encoded).html.contains("url=/login.cgi\""))
    #expect(browser.get("", query: "return" + encoded).field("return") == nil)
    for variables: [String: String?] in [
      ["ROLLCALL_ORIGINAL_URI": text], ["HTTP_X_FORWARDED_URI": text, "REMOTE_ADDR": "10.0.0.1"],
      ["HTTP_X_ORIGINAL_URL": text, "REMOTE_ADDR": "10.0.0.1"],
    ] {
      let request = browser.get("/auth/request", query: "", variables)
      #expect(request.value(of: "Location") == "/login.cgi/notice")
      let forward = browser.get(
        "/auth/forward", query: "", variables.merging(["HTTP_SEC_FETCH_MODE": "navigate"]) { $1 })
      #expect(forward.status == .seeOther && forward.value(of: "Location") == "/login.cgi/notice")
    }
    #expect(site.authorize(["REQUEST_URI": text]).html.contains("url=/login.cgi\""))
  }

  @Test func `a login goes on to a listed origin, and the policy of the pages allows it`() throws {
    let site = try TestSite()
    site.site.returnOrigins = Self.origins
    let browser = Browser(site)
    let target = "https://www.example.org:8443/old?a=b"
    let answer = browser.logIn(fields: ["return": target])
    #expect(answer.value(of: "Location") == target)
    #expect(
      browser.get().value(of: "Content-Security-Policy")?.contains(
        "form-action 'self' https://www.example.org https://www.example.org:8443 http://localhost:8080; base-uri")
        == true)
    #expect(
      browser.get("", query: "return=https://www.example.org/x").html.contains("href=\"https://www.example.org/x\""))
    #expect(
      site.send(["PATH_INFO": "/auth/request", "ROLLCALL_ORIGINAL_URI": target]).value(of: "Location")
        == "/login.cgi/notice?return=https%3A//www.example.org%3A8443/old%3Fa%3Db")
    #expect(site.authorize(["REQUEST_URI": "https://www.example.org/x"]).html.contains("url=/login.cgi\""))
  }

  @Test func `without the list an address elsewhere is none`() throws {
    for (text, _) in Self.good where !text.hasPrefix("/") { #expect(ReturnTarget(text, origins: []) == nil) }
    let site = try TestSite()
    #expect(site.send([:]).value(of: "Content-Security-Policy")?.contains("form-action 'self';") == true)
  }
}
