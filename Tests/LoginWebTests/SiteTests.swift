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
      "ROLLCALL_LOGIN": "//evil.example", "ROLLCALL_RETURN": "/\\evil.example", "ROLLCALL_ALLOW_HTTP": "perhaps",
      "ROLLCALL_DEMO": "hunter2", "ROLLCALL_RETURN_ORIGINS": "https://www.example.org/path", "ROLLCALL_HASH_SLOTS": "0",
      "ROLLCALL_WORKERS": "many", "ROLLCALL_WORKER_REQUESTS": "-1",
    ]
    let site = Site(environment: { bad[$0] })
    for site in [Site(environment: { _ in nil }), site] {
      #expect(site.login.text == "/login.cgi")
      #expect(site.home.text == "/members.cgi")
      #expect(!site.allowsHTTP)
      #expect(site.sample == nil)
      #expect(site.returnOrigins.isEmpty)
      #expect(site.fault == nil)
    }
    #expect(site.complaints.count == bad.count)
    for variable in bad.keys { #expect(site.complaints.filter { $0.hasPrefix(variable + " ") }.count == 1) }
    #expect(!site.complaints.joined().contains("hunter2"))
  }

  @Test func `what is passed over is a line for the operator`() {
    let site = Site(environment: { ["ROLLCALL_ALLOW_HTTP": "perhaps"][$0] })
    #expect(site.complaints == ["ROLLCALL_ALLOW_HTTP is yes or no: what is set is passed over."])
  }

  @Test(arguments: [
    "10.0.0.0/33", "10.0.0", "localhost", "10.0.0.1,10.0.0.2", "10.0.0.1 x", "0.0.0.0/0", "::/0", "::/1", " ",
    "10.0.0.1\n10.0.0.2",
  ]) func `a list of proxies that cannot be read lets nobody in until it is mended`(_ list: String) throws {
    let test = try TestSite()
    let (token, _) = try test.database.logIn("alice")
    test.site = Site(environment: { ["ROLLCALL_TRUSTED_PROXIES": list][$0] })
    #expect(test.site.trustedProxies.isEmpty)
    let answer = test.send(["PATH_INFO": "/auth/request", "HTTP_COOKIE": "__Host-rollcall=\(token.text)"])
    #expect(answer.status == .serviceUnavailable)
    #expect(answer.value(of: "Remote-User") == nil)
    #expect(test.log.count == 1 && test.log[0].hasPrefix("ROLLCALL_TRUSTED_PROXIES is addresses and networks"))
  }

  @Test func `lists are read with any blanks between`() {
    let settings = [
      "ROLLCALL_TRUSTED_PROXIES": " 10.0.0.1\t2001:db8::/32  ",
      "ROLLCALL_RETURN_ORIGINS": "https://a.example  https://b.example:8443",
      "ROLLCALL_ALLOW_HTTP": "yes",
    ]
    let site = Site(environment: { settings[$0] })
    #expect(site.trustedProxies.count == 2)
    #expect(site.returnOrigins.map(\.text) == ["https://a.example", "https://b.example:8443"])
    #expect(site.allowsHTTP)
    #expect(site.complaints.isEmpty && site.fault == nil)
  }
}
