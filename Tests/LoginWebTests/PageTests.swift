import CSodium
import SessionCore
import Support
import Testing

@testable import LoginWeb

@Suite struct PageTests {
  @Test func `the policy names the stylesheet's hash`() throws {
    let page = try TestSite().send([:]).html
    let start = try #require(page.firstRange(of: "<style>")).upperBound
    let end = try #require(page.firstRange(of: "</style>")).lowerBound
    let text = Array(page[start..<end].utf8)
    var hash = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256(&hash, text, UInt64(text.count))
    var encoded = [CChar](repeating: 0, count: 64)
    sodium_bin2base64(&encoded, encoded.count, hash, hash.count, sodium_base64_VARIANT_ORIGINAL)
    let expected = "sha256-" + String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #expect(Stylesheet.hash == expected, "after a change of the stylesheet, put this hash into Stylesheet.swift")
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus='x", "</style><b>",
    "&lt;b&gt;",
    "\u{1B}[31mred", "\u{0}", "\u{9B}31m",
  ]) func `what a visitor types is shown and never obeyed`(_ text: String) throws {
    let page = Browser(try TestSite()).logIn(text, "wrong").html
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("</style><b>"))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
    let shown = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      case "\u{0}", "\u{1B}", "\u{9B}": "\u{FFFD}"
      default: String(scalar)
      }
    }.joined()
    #expect(page.contains("id=\"login\" name=\"login\" value=\"\(shown)\" "))
  }

  @Test func `a user whose name is markup is shown by their name`() throws {
    let site = try TestSite()
    let name = "<b onclick='x'>&\"bob\""
    try site.database.addUser(name)
    let browser = Browser(site)
    browser.logIn(name)
    #expect(browser.get().html.contains("<bdi>&lt;b onclick=&#39;x&#39;&gt;&amp;&quot;bob&quot;</bdi>"))
    #expect(browser.get("/auth/request").value(of: "Remote-User") == name)
  }

  @Test(arguments: [
    ("", "en"), ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"), ("en-US,en;q=0.9,zh;q=0.8", "en"), ("zh", "zh-Hans"),
    ("ZH-hant-TW", "zh-Hans"), ("en;q=0.2, zh;q=0.201", "zh-Hans"), ("zh;q=0, en;q=0.1", "en"),
    ("fr, zh;q=0.3", "zh-Hans"),
    ("fr", "en"), ("*", "en"), ("zh;q=2", "en"), ("zh;q=x", "en"), ("zh;q=0.5;x, en;q=0.5", "zh-Hans"),
    (";;,,q=", "en"),
    ("zhx", "en"), ("zh ; q=1.000", "zh-Hans"), ("zh;q=1.5,en;q=0.1", "zh-Hans"),
  ]) func `the page speaks the visitor's language`(_ header: String, _ language: String) throws {
    let page = try TestSite().send(["HTTP_ACCEPT_LANGUAGE": header])
    #expect(page.html.contains("<html lang=\"\(language)\">"))
    #expect(page.value(of: "Vary")?.contains("Accept-Language") == true)
  }

  @Test(arguments: [("en", ["You are not logged in", "in 3 seconds"]), ("zh", ["您尚未登录", "3秒后将自动转到登录窗口！"])])
  func `the notice opens the form after three seconds`(
    _ language: String, _ words: [String]
  ) throws {
    let notice = try TestSite().send(["PATH_INFO": "/notice", "HTTP_ACCEPT_LANGUAGE": language])
    #expect(notice.status == .unauthorized)
    #expect(notice.html.contains("<meta http-equiv=\"refresh\" content=\"3; url=/login.cgi\">"))
    #expect(notice.html.contains("<a class=\"button\" href=\"/login.cgi\">"))
    for word in words { #expect(notice.html.contains(word)) }
  }
}
