import Support
import Testing

/// One process answers many requests, each as the CGI program would.
@Suite struct FastCGIRequestTests {
  @Test func `login, check, logout: the old cookie is worth nothing afterwards`() throws {
    let site = try FastCGISite()
    let visitor = FastCGIVisitor(site)
    #expect(try visitor.check() == 401)
    try visitor.logIn()
    let check = try visitor.get("/auth/request")
    #expect(check.status == 200)
    #expect(check["Remote-User"] == "alice")
    let cookie = try #require(visitor.cookie)
    let token = try visitor.get("").hiddenFields["token"] ?? ""
    #expect(try visitor.post("/logout", ["token": token]).status == 303)
    var old = visitor.variables("GET", "/auth/request")
    old["HTTP_COOKIE"] = cookie
    #expect(try visitor.send(FastCGIRequest(old)).response.status == 401)
  }

  @Test func `A protected page of one's own is served as well, and the cart stays`() throws {
    let site = try FastCGISite()
    let visitor = FastCGIVisitor(site)
    try visitor.logIn()
    let members = try FastCGISite("members.cgi", files: site.files, socket: "members")
    let shop = FastCGIVisitor(members, program: "/members.cgi", cookie: visitor.cookie)
    let token = try shop.get("").hiddenFields["token"] ?? ""
    #expect(try shop.post("", ["token": token, "add": "tea"]).status == 303)
    #expect(try shop.get("").text.contains("alice"))
    #expect(try FastCGIVisitor(members, program: "/members.cgi").get("").text.contains("/login.cgi"))
  }

  @Test func `Requests on a connection that the server keeps are answered one after the other`() throws {
    let site = try FastCGISite(environment: ["ROLLCALL_WORKERS": "1"])
    let visitor = FastCGIVisitor(site)
    try visitor.logIn()
    let connection = try FastCGIConnection(site.socket)
    for _ in 0..<20 {
      connection.send(FastCGIRequest(visitor.variables("GET", "/auth/request"), keepsConnection: true).bytes)
      #expect(try connection.answer()?.http().status == 200)
    }
    // The one worker is not held by connections that are silent, and answers them in turn.
    let other = try FastCGIConnection(site.socket)
    for _ in 0..<20 {
      for open in [other, connection] {
        open.send(FastCGIRequest(visitor.variables("GET", "/auth/request"), keepsConnection: true).bytes)
      }
      #expect(try connection.answer()?.http().status == 200)
      #expect(try other.answer()?.http().status == 200)
      #expect(try visitor.check() == 200)
    }
    // The server's last word: after it the connection is closed.
    connection.send(FastCGIRequest(visitor.variables("GET", "/auth/request")).bytes)
    #expect(try connection.answer()?.http().status == 200)
    #expect(connection.receive() == nil)
    #expect(try visitor.check() == 200)
  }

  @Test func `A body that nobody reads does not get into the next request`() throws {
    let site = try FastCGISite()
    let visitor = FastCGIVisitor(site)
    let connection = try FastCGIConnection(site.socket)
    let variables = visitor.variables("POST", "/nowhere", body: 5000)
    for _ in 0..<5 {
      let body = [UInt8](repeating: 65, count: 5000)
      connection.send(FastCGIRequest(variables, body: body, keepsConnection: true).bytes)
      #expect(try connection.answer()?.http().status == 404)
    }
  }

  @Test func `A long answer comes whole`() throws {
    let site = try FastCGISite()
    let page = try FastCGIVisitor(site).get("")
    #expect(page["Content-Length"] == "\(page.body.count)")
    #expect(page.text.hasSuffix("</html>\n"))
    var head = FastCGIVisitor(site).variables("HEAD", "")
    head["HTTP_ACCEPT_LANGUAGE"] = "zh"
    let answer = try FastCGIVisitor(site).send(FastCGIRequest(head)).response
    #expect(answer.status == 200 && answer.body.isEmpty)
  }

  @Test func `Arguments are passed over`() throws {
    let site = try FastCGISite(arguments: ["--help", "-v", "?config"])
    #expect(try FastCGIVisitor(site).check() == 401)
    #expect(site.log.isEmpty)
  }

  @Test func `An authorizer says who it is, and shows the notice to anybody else`() throws {
    let site = try FastCGISite()
    let visitor = FastCGIVisitor(site)
    func authorize() throws -> HTTPResponse {
      var variables = visitor.variables("GET", "")
      variables["SCRIPT_NAME"] = "/private/page"
      return try visitor.send(FastCGIRequest(variables, role: .authorizer)).response
    }
    #expect(try authorize().status == 401)
    try visitor.logIn()
    let answer = try authorize()
    #expect(answer.status == 200)
    #expect(answer["Variable-REMOTE_USER"] == "alice")
  }

  @Test func `What a program does not do it refuses`() throws {
    let site = try FastCGISite()
    let visitor = FastCGIVisitor(site)
    try visitor.logIn()
    let filter = FastCGIRequest(visitor.variables("GET", "/auth/request"), role: .filter)
    #expect(try visitor.send(filter).response.status == 501)
    let members = try FastCGISite("members.cgi", files: site.files, socket: "members")
    let shop = FastCGIVisitor(members, program: "/members.cgi", cookie: visitor.cookie)
    let authorizer = FastCGIRequest(shop.variables("GET", ""), role: .authorizer)
    #expect(try shop.send(authorizer).response.status == 501)
  }

  @Test func `Started by hand it says what it is`() throws {
    let result = try ChildProgram.run(Products.release("login.cgi"), [], environment: ["GATEWAY_INTERFACE": ""])
    #expect(result.status == 2)
    #expect(result.errors.contains("a web server starts it"))
  }
}
