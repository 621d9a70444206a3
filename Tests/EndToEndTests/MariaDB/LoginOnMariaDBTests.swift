import Foundation
import Support
import Testing

/// login-mariadb.cgi, as a web server starts it, over a real MariaDB.
@Suite struct LoginOnMariaDBTests {
  private let site: MariaDBSite

  init() throws { site = try MariaDBSite() }

  private func fastCGI(_ environment: [String: String] = [:]) throws -> FastCGISite {
    try FastCGISite(
      "login-mariadb.cgi",
      environment: ["ROLLCALL_DATABASE": site.address, "ROLLCALL_WORKERS": "1"].merging(environment) { $1 },
      files: site.files)
  }

  @Test func `as CGI it logs in, checks and logs out`() throws {
    let login = try RealLogin(program: Products.release("login-mariadb.cgi"), on: site.address)
    #expect(try login.check(nil) == 401)
    let wrong = try login.logIn("alice", "wrong").answer
    #expect(wrong.status == 401 && wrong["Set-Cookie"] == nil)
    let cookie = try login.cookie()
    let check = try login.send(["PATH_INFO": "/auth/request", "HTTP_COOKIE": cookie])
    #expect(try check.answer.status == 200 && check.answer["Remote-User"] == "alice")
    #expect(check.log.isEmpty)
    let other = try login.cookie()
    let token = try #require(
      login.send(["PATH_INFO": "/account", "HTTP_COOKIE": cookie]).output.firstMatch(of: /name="token" value="([^"]*)"/)
    )
    let out = try login.post("/logout", ["token": String(token.1)], ["HTTP_COOKIE": cookie])
    #expect(try out.answer.status == 200 || out.answer.status == 303)
    #expect(try login.check(cookie) == 401)
    #expect(try login.check(other) == 200)
    // What an administrator ends is over with the answer to the command.
    try site.rollcall("sessions", "end", "--user", "alice", "--yes")
    #expect(try login.check(other) == 401)
  }

  @Test func `as CGI it tells the server of its end: nothing is broken off`() throws {
    let login = try RealLogin(program: Products.release("login-mariadb.cgi"), on: site.address)
    let cookie = try login.cookie()
    for _ in 0..<5 { #expect(try login.check(cookie) == 200) }
    let lines = site.server.log.split(separator: "\n")
    #expect(!lines.contains { $0.contains("Aborted connection") && $0.contains("'\(site.name)'") })
  }

  @Test func `as FastCGI it logs in, checks and logs out, and one worker goes on over connections that are lost`()
    throws
  {
    let running = try fastCGI()
    let visitor = FastCGIVisitor(running)
    #expect(try visitor.check() == 401)
    try visitor.logIn()
    for _ in 0..<3 {
      #expect(try visitor.check() == 200)
      try site.breakConnections()
    }
    #expect(try visitor.check() == 200)
    try site.breakConnections()
    let token = try visitor.get("/account").hiddenFields["token"] ?? ""
    let cookie = visitor.cookie
    _ = try visitor.post("/logout", ["token": token])
    #expect(try FastCGIVisitor(running, cookie: cookie).check() == 401)
    #expect(running.workers.count == 1)
  }

  @Test func `another password, key or address is noticed without a restart`() throws {
    let password = site.files.file("password")
    func write(_ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: password))
      chmod(password, 0o600)
    }
    try write("the-servers-own\n")
    let address = site.address.replacing(site.server.passwordFile, with: password)
    #expect(address != site.address)
    let running = try fastCGI(["ROLLCALL_DATABASE": address])
    let visitor = FastCGIVisitor(running)
    try visitor.logIn()
    #expect(try visitor.check() == 200)
    try write("hunter2\n")
    let (answer, log) = try visitor.send(FastCGIRequest(visitor.variables("GET", "/auth/request")))
    #expect(answer.status == 503 && answer["Retry-After"] != nil && answer["Remote-User"] == nil)
    #expect(log.hasPrefix("login-mariadb.cgi: ") && log.contains(site.name), "\(log)")
    #expect(!log.contains("hunter2") && !log.contains("the-servers-own"))
    chmod(password, 0o644)
    #expect(try visitor.check() == 503)
    try write("the-servers-own\n")
    #expect(try visitor.check() == 200)
    chmod(site.key, 0o644)
    #expect(try visitor.check() == 503)
    chmod(site.key, 0o600)
    #expect(try visitor.check() == 200)
  }

  @Test func `where no host is left nobody is logged in: 503, and when to come again`() throws {
    let port = try FreePort.some(2)
    let nowhere = "mariadb://rollcall@127.0.0.1:\(port[0]),127.0.0.1:\(port[1])/x?key-file=\(site.key)"
    let login = try RealLogin(program: Products.release("login-mariadb.cgi"), on: nowhere)
    let cookie = "__Host-rollcall=" + String(repeating: "A", count: 64)
    for path in ["/auth/request", "/auth/forward", "/account", ""] {
      let answer = try login.send(["PATH_INFO": path, "HTTP_COOKIE": cookie])
      if path.isEmpty, try answer.answer.status == 200 { continue }
      #expect(try answer.answer.status == 503, "\(path)")
      #expect(try answer.answer["Retry-After"] != nil && answer.answer.all("Remote-User").isEmpty)
      #expect(answer.log.contains("mariadb://rollcall@127.0.0.1:\(port[0]),127.0.0.1:\(port[1])/x"), "\(answer.log)")
      #expect(!answer.output.contains("mariadb") && !answer.output.contains("127.0.0.1:"))
    }
  }

  @Test func `the second host answers when the first does not`() throws {
    let port = try FreePort.some(1)[0]
    let address = site.address.replacing("@127.0.0.1", with: "@127.0.0.1:\(port),127.0.0.1")
    let login = try RealLogin(program: Products.release("login-mariadb.cgi"), on: address)
    #expect(try login.check(login.cookie()) == 200)
  }

  @Test func `an SQLite file is login.cgi's`() throws {
    let login = try RealLogin(program: Products.release("login-mariadb.cgi"), on: "/var/lib/rollcall/rollcall.db")
    let answer = try login.send([
      "PATH_INFO": "/auth/request", "HTTP_COOKIE": "__Host-rollcall=" + String(repeating: "A", count: 64),
    ])
    #expect(try answer.answer.status == 503)
    #expect(answer.log.contains("login-mariadb.cgi knows MariaDB alone") && answer.log.contains("use login.cgi"))
  }

  @Test func `no secret is in a process list, and none in the environment when a file holds it`() throws {
    let running = try fastCGI()
    let visitor = FastCGIVisitor(running)
    try visitor.logIn()
    let follow = try ChildProgram(
      Products.release("rollcall"), ["sessions", "list", "--follow"], environment: site.environment,
      output: site.files.file("follow"), errors: site.files.file("follow.errors"))
    try running.wait("events are followed") { follow.isRunning && visitor.isFollowed(in: site.files.file("follow")) }
    for process in [running.program.id, follow.id] + running.workers {
      for file in ["cmdline", "environ"] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: "/proc/\(process)/\(file)")), as: UTF8.self)
        #expect(!text.contains("the-servers-own"), "\(file)")
      }
    }
    follow.stop()
    #expect(!running.log.contains("the-servers-own"))
  }
}

extension FastCGIVisitor {
  /// Whether a login of this visitor's has been written into a file of events.
  fileprivate func isFollowed(in file: String) -> Bool {
    _ = try? logIn()
    return ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").contains("alice")
  }
}
