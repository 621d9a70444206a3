import Support
import Testing

/// The account page through a real server (OWASP ASVS 5.0, 6.2.3 and 7.5.2).
@Suite struct AccountTests {
  private let site: RunningSite
  private static let password = RunningSite.people["alice"] ?? ""
  private static let new = "a new and longer passphrase"

  init() throws { site = try RunningSite() }

  private func visitor() throws -> HTTPClient {
    let client = try HTTPClient(site.server.address)
    try client.logIn("alice")
    return client
  }

  private func token(_ client: HTTPClient) throws -> String {
    try client.get("/login.cgi/account").hiddenFields["token"] ?? ""
  }

  @Test func `one's other sessions are seen and ended, one by one or at once`() throws {
    let (mine, phone, desk) = (try visitor(), try visitor(), try visitor())
    let page = try mine.get("/login.cgi/account", headers: ["Accept-Language": "zh-CN"])
    #expect(page.status == 200 && page.text.contains("当前设备"))
    let ids = page.text.matches(of: /name="session" value="([^"]+)"/).map { String($0.output.1) }
    #expect(ids.count == 3)
    let other = try #require(ids.last)
    let answer = try mine.post(
      "/login.cgi/account/end", form: ["token": page.hiddenFields["token"] ?? "", "session": other])
    #expect(answer.status == 303 && answer["Location"] == "/login.cgi/account?done=ended")
    let checks = try [phone, desk].map { try $0.get("/login.cgi/auth/request").status }
    #expect(checks.sorted() == [200, 401])
    let all = try mine.post("/login.cgi/account/end-others", form: ["token": token(mine)])
    #expect(all["Location"] == "/login.cgi/account?done=ended-others")
    for client in [phone, desk] { #expect(try client.get("/login.cgi/auth/request").status == 401) }
    #expect(try mine.get("/login.cgi/auth/request").status == 200)
    #expect(try site.rollcall("audit", "list", "--json").contains("end session"))
  }

  @Test func `after a while it takes the password again, and the browser gets a new secret`() throws {
    let client = try visitor()
    let token = try token(client)
    let old = try #require(client.cookies["rollcall"])
    try RawDatabase(site.database).run("UPDATE sessions SET authenticated_at = authenticated_at - 600000")
    let page = try client.get("/login.cgi/account")
    #expect(page.status == 200 && !page.text.contains("name=\"session\""))
    #expect(try client.post("/login.cgi/account/end-others", form: ["token": token]).status == 403)
    let fields: KeyValuePairs = ["token": token, "password": Self.password]
    #expect(try client.post("/login.cgi/account/confirm", form: fields)["Location"] == "/login.cgi/account")
    #expect(client.cookies["rollcall"] != old)
    #expect(try client.get("/login.cgi/account").text.contains("name=\"session\""))
    try client.forgetCookies()
    #expect(try client.get("/login.cgi/auth/request", headers: ["Cookie": "rollcall=\(old)"]).status == 401)
  }

  @Test func `the password is changed by who knows it`() throws {
    let (client, other) = (try visitor(), try visitor())
    let wrong = try client.post(
      "/login.cgi/account/password", form: ["token": token(client), "present": "wrong", "password": Self.new])
    #expect(wrong.status == 403)
    let answer = try client.post(
      "/login.cgi/account/password", form: ["token": token(client), "present": Self.password, "password": Self.new])
    #expect(answer["Location"] == "/login.cgi/account?done=password")
    #expect(try client.get("/login.cgi/auth/request").status == 200)
    #expect(try other.get("/login.cgi/auth/request").status == 401)
  }
}
