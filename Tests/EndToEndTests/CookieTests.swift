import Support
import Testing

/// A visitor with a plain HTTP client and a cookie jar.
@Suite struct CookieTests {
  @Test("Login, check, logout: the old cookie is worth nothing afterwards")
  func life() throws {
    let site = try RunningSite()
    let client = try HTTPClient(site.server.address)
    let form = try client.get("/login.cgi")
    #expect(form.status == 200)
    #expect(try client.get("/login.cgi/auth/request").status == 401)

    let wrong = try client.post(
      "/login.cgi", form: ["token": form.hiddenFields["token"] ?? "", "login": "ALICE", "password": "wrong"])
    #expect(wrong.all("Set-Cookie").isEmpty)
    let answer = try client.post(
      "/login.cgi",
      form: [
        "token": form.hiddenFields["token"] ?? "", "login": "ALICE", "password": RunningSite.people["alice"] ?? "",
      ])
    #expect(answer.status == 303)
    #expect(client.cookies.count == 1)
    let check = try client.get("/login.cgi/auth/request")
    #expect(check.status == 200)
    #expect(check["Remote-User"] == "alice")

    let cookie = try #require(client.cookies["rollcall"])
    let page = try client.get("/login.cgi")
    let logout = try client.post("/login.cgi/logout", form: ["token": page.hiddenFields["token"] ?? ""])
    #expect(logout.status == 303)
    try client.forgetCookies()
    let again = try client.get("/login.cgi/auth/request", headers: ["Cookie": "rollcall=\(cookie)"])
    #expect(again.status == 401)
  }
}
