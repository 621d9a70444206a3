import SessionCore
import Support
import Testing

@testable import LoginWeb

/// Whom the headers of proxies are believed from, and how far (OWASP ASVS 5.0, 4.1.3).
@Suite struct ProxyTests {
  private static let proxies = Network.trustList("10.0.0.0/8 127.0.0.1 2001:db8::/64") ?? []

  private func connection(_ variables: [String: String?]) -> Connection {
    Connection(of: TestSite.request(["HTTPS": nil].merging(variables) { $1 }), trusting: Self.proxies)
  }

  static let chains: [(peer: String, chain: String?, client: String?)] = [
    ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
    ("10.0.0.1", "127.0.0.1, 203.0.113.9", "203.0.113.9"),
    ("10.0.0.1", "198.51.100.1,203.0.113.9 ,\t10.9.9.9", "203.0.113.9"),
    ("10.0.0.1", "spoofed, 203.0.113.9", "203.0.113.9"),
    ("10.0.0.1", "2001:db8:1::9", "2001:db8:1::9"),
    ("2001:db8::1", "203.0.113.9, 2001:db8::2", "203.0.113.9"),
    // The same addresses as IPv6 maps them.
    ("::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"),
    ("10.0.0.1", "::ffff:203.0.113.9, ::ffff:10.0.0.7", "203.0.113.9"),
    // All of them trusted: the one farthest away.
    ("10.0.0.1", "10.0.0.9, 10.0.0.7", "10.0.0.9"),
    ("10.0.0.1", nil, "10.0.0.1"),
    // What cannot be read says nothing.
    ("10.0.0.1", "203.0.113.9, unknown", "10.0.0.1"), ("10.0.0.1", "203.0.113.9,", "10.0.0.1"),
    ("10.0.0.1", "203.0.113.9:4711", "10.0.0.1"), ("10.0.0.1", "[2001:db8:1::9]", "10.0.0.1"),
    ("10.0.0.1", "203.0.113.9\r\n", "10.0.0.1"), ("10.0.0.1", "203.0.113.9\u{0}", "10.0.0.1"),
    ("10.0.0.1", "203.0.113.256", "10.0.0.1"), ("10.0.0.1", "_hidden", "10.0.0.1"), ("10.0.0.1", " ", "10.0.0.1"),
    ("10.0.0.1", "for=203.0.113.9", "10.0.0.1"), ("10.0.0.1", "2001:db8:1::9%eth0", "10.0.0.1"),
    // Nobody else is listened to.
    ("203.0.113.7", "10.0.0.1", "203.0.113.7"), ("203.0.113.7", "127.0.0.1", "203.0.113.7"),
    ("11.0.0.1", "198.51.100.1", "11.0.0.1"), ("127.0.0.2", "198.51.100.1", "127.0.0.2"), ("unix:", "127.0.0.1", nil),
    ("2001:db8:0:1::1", "127.0.0.1", "2001:db8:0:1::1"),
  ]

  @Test(arguments: chains.indices) func `the client is the rightmost whom no trusted proxy stands for`(_ index: Int) {
    let (peer, chain, client) = Self.chains[index]
    let connection = connection(["REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": chain])
    #expect(connection.address?.description == client, "\(peer) \(chain ?? "")")
  }

  @Test func `10 KB of entries are looked at from the right alone`() {
    let chain = String(repeating: "x,", count: 5000) + "203.0.113.9"
    #expect(
      connection(["REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": chain]).address?.description == "203.0.113.9")
  }

  @Test(arguments: [
    ("10.0.0.1", nil, "https", true), ("10.0.0.1", "on", "http", false), ("10.0.0.1", "on", nil, true),
    ("10.0.0.1", nil, nil, false), ("10.0.0.1", "on", "https, http", false), ("10.0.0.1", "on", "x", false),
    ("203.0.113.7", nil, "https", false), ("203.0.113.7", "on", "http", true),
  ]) func `a trusted proxy says whether the client speaks https`(
    _ peer: String, _ https: String?, _ proto: String?, _ isSecure: Bool
  ) {
    let variables: [String: String?] = ["REMOTE_ADDR": peer, "HTTPS": https, "HTTP_X_FORWARDED_PROTO": proto]
    #expect(connection(variables).isSecure == isSecure)
  }

  @Test func `plain http is private from this machine alone, and not by what cannot be read`() {
    func isPrivate(_ chain: String?) -> Bool {
      connection([
        "REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": chain, "HTTP_X_FORWARDED_PROTO": "http",
      ]).isPrivate
    }
    #expect(isPrivate("127.0.0.1") && isPrivate("::1"))
    #expect(!isPrivate(nil), "somebody spoke plain http to it, from wherever")
    #expect(connection(["REMOTE_ADDR": "127.0.0.1"]).isPrivate)
    #expect(!isPrivate("203.0.113.9") && !isPrivate("unknown") && !isPrivate("203.0.113.9, ") && !isPrivate("10.0.0.3"))
  }

  @Test func `behind a trusted proxy a login is the visitor's, with a cookie for https`() throws {
    let site = try TestSite()
    site.site.trustedProxies = Self.proxies
    let proxy: [String: String?] = [
      "HTTPS": nil, "REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "198.51.100.20",
      "HTTP_X_FORWARDED_PROTO": "https",
      "HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_FORWARDED": "for=10.0.0.1;host=evil.example",
    ]
    let browser = Browser(site)
    let answer = browser.logIn(fields: [:], proxy)
    #expect(answer.status == .seeOther)
    #expect(answer.value(of: "Location") == "/members.cgi")
    #expect(answer.value(of: "Set-Cookie")?.hasPrefix("__Host-rollcall=") == true)
    #expect(answer.value(of: "Strict-Transport-Security") != nil)
    let session = try #require(
      site.database.store.sample(.matching(SessionFilter()), limit: 1, at: site.database.clock.now).first)
    #expect(session.address?.description == "198.51.100.20")
    // The same from somebody who is on no list is a request by plain http from afar.
    #expect(browser.get("", query: "", proxy.merging(["REMOTE_ADDR": "203.0.113.7"]) { $1 }).status == .forbidden)
  }

  @Test func `no name of a host that a client sends is in an answer`() throws {
    let site = try TestSite()
    let browser = Browser(site)
    browser.logIn()
    let forged: [String: String?] = [
      "HTTP_HOST": "evil.example", "HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_X_FORWARDED_SERVER": "evil.example",
      "SERVER_NAME": "evil.example", "HTTP_FORWARDED": "host=evil.example", "HTTP_X_FORWARDED_PREFIX": "//evil.example",
      "HTTP_X_ORIGINAL_HOST": "evil.example", "HTTP_X_REWRITE_URL": "//evil.example", "HTTP_REFERER": "//evil.example",
    ]
    for cookie in [browser.cookie, nil] {
      browser.cookie = cookie
      for path in Route.all.map(\.path) {
        let answer = browser.get(path, query: "", forged)
        #expect(!String(decoding: answer.serialized(), as: UTF8.self).contains("evil"), "\(path)")
      }
    }
  }

  @Test func `what was asked for is told by the server's own variable, else by a trusted proxy, and by nobody else`()
    throws
  {
    let site = try TestSite()
    site.site.trustedProxies = Self.proxies
    func location(_ more: [String: String?]) -> String? {
      site.send(["PATH_INFO": "/auth/request"].merging(more) { $1 }).value(of: "Location")
    }
    let back = "/login.cgi/notice?return=/a%3Fb"
    #expect(location(["ROLLCALL_ORIGINAL_URI": "/a?b"]) == back)
    for name in ["HTTP_X_FORWARDED_URI", "HTTP_X_ORIGINAL_URL"] {
      #expect(location([name: "/a?b", "REMOTE_ADDR": "10.0.0.1"]) == back)
      #expect(location([name: "/a?b"]) == "/login.cgi/notice")
      #expect(location([name: "/x", "REMOTE_ADDR": "10.0.0.1", "ROLLCALL_ORIGINAL_URI": "/a?b"]) == back)
    }
    #expect(location(["HTTP_ROLLCALL_ORIGINAL_URI": "/a?b", "REMOTE_ADDR": "10.0.0.1"]) == "/login.cgi/notice")
    let post: [String: String?] = [
      "HTTP_X_FORWARDED_URI": "/a?b", "HTTP_X_FORWARDED_METHOD": "POST", "REMOTE_ADDR": "10.0.0.1",
    ]
    #expect(location(post) == "/login.cgi/notice?return=/a")
    // Whatever the method of the page was.
    for method in ["POST", "PUT"] {
      let notice: [String: String?] = ["PATH_INFO": "/notice", "REQUEST_METHOD": method]
      #expect(site.send(notice).status == .methodNotAllowed)
      let shown = site.send(notice.merging(["ROLLCALL_ORIGINAL_URI": "/a?b"]) { $1 })
      #expect(shown.status == .unauthorized && shown.html.contains("url=/login.cgi?return=/a\""))
    }
    // The notice that a server shows in place of a page has that page's query, which may say anything.
    let notice = site.send([
      "PATH_INFO": "/notice", "QUERY_STRING": "return=/elsewhere", "ROLLCALL_ORIGINAL_URI": "/a?return=/elsewhere",
    ])
    #expect(notice.html.contains("url=/login.cgi?return=/a%3Freturn%3D/elsewhere\""))
  }
}
