import SessionCore
import Support
import Testing

@testable import LoginWeb

@Suite struct AnswerTests {
  @Test func `every answer carries what keeps it safe`() throws {
    let site = try TestSite()
    let browser = Browser(site)
    let answers = [
      browser.get(), browser.get("/notice"), browser.get("/auth/request"), browser.get("/nothing"),
      browser.get("/logout"),
      browser.logIn("alice", "wrong"), browser.logIn(), browser.get(), browser.get("/auth/request"), browser.page(),
      browser.get("/account"), browser.post("/account/end", [:]), browser.get("/auth/forward"),
    ]
    for answer in answers {
      #expect(answer.value(of: "Content-Type")?.hasSuffix("; charset=utf-8") == true)
      #expect(answer.value(of: "Cache-Control") == "no-store")
      #expect(answer.value(of: "X-Content-Type-Options") == "nosniff")
      #expect(answer.value(of: "Content-Security-Policy")?.hasPrefix("default-src 'none'; style-src 'sha256-") == true)
      #expect(answer.value(of: "Referrer-Policy") == "same-origin")
      #expect(answer.value(of: "Cross-Origin-Opener-Policy") == "same-origin")
      #expect(answer.value(of: "Strict-Transport-Security") == "max-age=31536000")
      #expect((answer.status == .unauthorized) == (answer.value(of: "WWW-Authenticate") != nil))
      #expect(!answer.html.contains("<script") && !answer.html.contains("http://") && !answer.html.contains("https://"))
    }
  }

  @Test(arguments: [
    ("GET", "/nothing", Status.notFound, nil), ("GET", "/logout/", .notFound, nil),
    ("GET", "/../login.cgi", .notFound, nil),
    ("POST", "/notice", .methodNotAllowed, "GET, HEAD"), ("DELETE", "", .methodNotAllowed, "GET, HEAD, POST"),
    ("TRACE", "/", .methodNotAllowed, "GET, HEAD, POST"), ("PUT", "/account", .methodNotAllowed, "GET, HEAD"),
    ("GET", "/account/end", .methodNotAllowed, "POST"), ("GET", "/account/", .notFound, nil),
    ("get", "", .methodNotAllowed, "GET, HEAD, POST"), ("HEAD", "", .ok, nil),
    ("", "", .methodNotAllowed, "GET, HEAD, POST"),
  ]) func `a path or a method that is none gets a clear answer`(
    _ method: String, _ path: String, _ status: Status, _ allow: String?
  ) throws {
    let answer = try TestSite().send(["REQUEST_METHOD": method, "PATH_INFO": path])
    #expect(answer.status == status)
    #expect(answer.value(of: "Allow") == allow)
  }

  @Test func `HEAD is answered as GET is, without the body`() throws {
    let site = try TestSite()
    let get = site.send([:])
    let head = String(decoding: site.send(["REQUEST_METHOD": "HEAD"]).serialized(withBody: false), as: UTF8.self)
    #expect(head.hasSuffix("\r\n\r\n"))
    #expect(head.contains("Content-Length: \(get.body.count)\r\n"))
  }

  @Test(arguments: [StoreError.Kind.missing, .locked, .readOnly, .full, .corrupt, .older, .newer, .notSetUp])
  func `without its database the site lets nobody in and says nothing of the inside`(_ kind: StoreError.Kind) throws {
    let site = try TestSite()
    let (token, _) = try site.database.logIn("alice")
    let error = StoreError(kind, database: "/secret/place.db", detail: "no such table: users")
    site.open = { throw error }
    let browser = Browser(site)
    browser.cookie = "__Host-rollcall=\(token.text)"
    for answer in [browser.get(), browser.get("/auth/request"), browser.page()] {
      #expect(answer.status == .serviceUnavailable)
      #expect(!answer.html.contains("secret") && !answer.html.contains("table"))
      #expect(answer.value(of: "Remote-User") == nil)
    }
    #expect(site.log == Array(repeating: error.description, count: 3))
  }

  @Test func `an error that was not foreseen is named in the log and nothing more`() throws {
    struct Surprise: Error { let password = "hunter2" }
    let site = try TestSite()
    site.open = { throw Surprise() }
    #expect(site.send([:]).status == .serviceUnavailable)
    #expect(site.log == ["A request failed with Surprise."])
  }

  @Test func `no text can add a header`() throws {
    for text in ["a\r\nSet-Cookie: b=c", "a\nb", "a\rb", "a\u{0}b", "a\u{7F}", "a\u{85}b", "王", "a\u{2028}b"] {
      let plain = HeaderValue(text).text
      let name = HeaderValue(identity: text).text
      #expect((plain + name).utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
    #expect(HeaderValue(identity: "100%王").text == "100%25%E7%8E%8B")
    var response = Response(.ok)
    response.add("X-Test", "\("a\r\nb")")
    #expect(String(decoding: response.serialized(), as: UTF8.self).contains("X-Test: a%0D%0Ab\r\n"))
  }
}
