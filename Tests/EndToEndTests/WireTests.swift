import Foundation
import Support
import Testing

/// Requests that no browser sends, byte for byte over a socket to the real servers with the real program behind them.
@Suite(.serialized) struct WireTests {
  private let site: RealLogin
  private let form: String

  init() throws {
    site = try RealLogin()
    let fields = RealLogin.encode(["token": try site.formToken(), "login": "alice", "password": RealLogin.password])
    form = String(decoding: fields, as: UTF8.self)
  }

  private static let usual = """
    Host: localhost\r\nOrigin: http://localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
    Content-Type: application/x-www-form-urlencoded\r\n
    """

  private func sessions() throws -> Int { try RawDatabase(site.database).count("SELECT count(*) FROM sessions") }

  private func exchange(_ server: WireServer, _ text: String, isCut: Bool = false) throws -> RawAnswer {
    RawAnswer(try RawConnection.exchange(server.address, Array(text.utf8), isCut: isCut))
  }

  private func post(_ server: WireServer, _ headers: String, _ body: String, isCut: Bool = false) throws -> RawAnswer {
    try exchange(server, "POST /login.cgi HTTP/1.1\r\n\(Self.usual)\(headers)\r\n\(body)", isCut: isCut)
  }

  private func chunked(_ text: String, _ size: Int) -> String {
    var rest = text[...]
    var chunks = ""
    while !rest.isEmpty {
      let chunk = rest.prefix(size)
      chunks += "\(String(chunk.utf8.count, radix: 16))\r\n\(chunk)\r\n"
      rest = rest.dropFirst(chunk.count)
    }
    return chunks + "0\r\n\r\n"
  }

  /// A login by each way to say how long a body is: either it is the one that was meant, or nobody is let in.
  @Test(arguments: WireServer.Kind.allCases) func `a body is as long as it says, or refused`(_ kind: WireServer.Kind)
    throws
  {
    let server = try WireServer(kind, database: site.database)
    let good = try post(server, "Content-Length: \(form.utf8.count)\r\n", form)
    #expect(good.status == 303, "\(server.log)")
    #expect(good["Set-Cookie"] != nil && good["Location"] == "/members.cgi")
    // In chunks there is no length at first. A server that counts them itself hands the whole on; behind another the program
    // says 411, and the server may be gone before it has heard it.
    for size in [1, 7, 100_000] {
      let answer = try post(server, "Transfer-Encoding: chunked\r\n", chunked(form, size))
      #expect([303, 411, 0].contains(answer.status), "\(kind) \(size): \(answer.status)")
    }
    let before = try sessions()
    let long = form + "&x=" + String(repeating: "x", count: 100_000)
    let length = form.utf8.count
    let wrong: [(String, String)] = [
      ("", form), ("Content-Length: \r\n", form), ("Content-Length: -1\r\n", form),
      ("Content-Length: +\(length)\r\n", form),
      ("Content-Length: 0x10\r\n", form), ("Content-Length: 1e3\r\n", form),
      ("Content-Length: \(length + 10)\r\n", form),
      ("Content-Length: \(length - 4)\r\n", form), ("Content-Length: 2147483648\r\n", form),
      ("Content-Length: 9223372036854775808\r\n", form), ("Content-Length: 18446744073709551617\r\n", form),
      ("Content-Length: \(String(repeating: "9", count: 100))\r\n", form),
      ("Content-Length: \(long.utf8.count)\r\n", long),
      ("Content-Length: 5\r\nContent-Length: \(length)\r\n", form), ("Content-Length: \(length), 5\r\n", form),
      ("Transfer-Encoding: chunked\r\n", chunked(long, 5000)),
      ("Transfer-Encoding: chunked\r\n", "zz\r\n\(form)\r\n0\r\n\r\n"),
      ("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n\(form)\r\n0\r\n\r\n"),
      ("Transfer-Encoding: chunked\r\n", "-5\r\n\(form)\r\n0\r\n\r\n"),
      ("Transfer-Encoding: chunked\r\n", "\(String(length, radix: 16))\r\n\(form)"),
      ("Transfer-Encoding: identity, chunked, x\r\n", chunked(form, 50)), ("Transfer-Encoding: gzip\r\n", form),
    ]
    for (headers, body) in wrong {
      let answer = try post(server, headers, body, isCut: true)
      // No answer at all is one as well: the server waits for what was announced, and the client is gone.
      #expect(answer.status == 0 || (400...505).contains(answer.status), "\(kind) \(headers): \(answer.status)")
      #expect(answer["Set-Cookie"] == nil, "\(kind) \(headers)")
    }
    #expect(try sessions() == before)
    #expect(try post(server, "Content-Length: \(length)\r\n", form).status == 303)
  }

  /// Two lengths for one body: whatever follows must not be taken for a request of its own by one and not by the other.
  @Test(arguments: WireServer.Kind.allCases) func `nothing is smuggled in behind a form`(_ kind: WireServer.Kind) throws
  {
    let server = try WireServer(kind, database: site.database)
    let hidden = "GET /login.cgi/auth/request HTTP/1.1\r\nHost: localhost\r\nX: "
    for headers in [
      "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n",
      "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n", "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n",
      "Transfer-Encoding:\u{B}chunked\r\nContent-Length: 5\r\n", "Content-Length: 0\r\n Content-Length: 5\r\n",
    ] {
      let answer = try post(server, headers, "0\r\n\r\n" + hidden, isCut: true)
      #expect(answer["Set-Cookie"] == nil)
      #expect(!answer.rest.contains("Remote-User"), "\(kind) \(headers)")
    }
  }

  @Test(arguments: WireServer.Kind.allCases) func `other methods change nothing and are refused`(
    _ kind: WireServer.Kind
  ) throws {
    let server = try WireServer(kind, database: site.database)
    let before = try Contents(of: site.database)
    for method in [
      "PUT", "DELETE", "TRACE", "OPTIONS", "PATCH", "get", "Post", "PROPFIND", "FOO",
      String(repeating: "A", count: 10_240),
    ] {
      for path in ["/login.cgi", "/login.cgi/logout", "/login.cgi/account/end"] {
        let answer = try exchange(
          server, "\(method) \(path) HTTP/1.1\r\n\(Self.usual)Content-Length: \(form.utf8.count)\r\n\r\n\(form)")
        #expect(
          [400, 405, 413, 414, 431, 501].contains(answer.status) || method.count > 8190 && answer.status == 0,
          "\(kind) \(method.prefix(9)) \(path): \(answer.status)")
        if answer.status == 405, answer["Content-Security-Policy"] != nil { #expect(answer["Allow"]?.isEmpty == false) }
        #expect(answer["Set-Cookie"] == nil)
        // What was sent never comes back: TRACE would show a cookie that a script may not read.
        #expect(!answer.rest.contains("Sec-Fetch-Site"))
      }
    }
    #expect(try Contents(of: site.database) == before)
  }

  @Test(arguments: WireServer.Kind.allCases) func `a query without a sign of equality is no argument`(
    _ kind: WireServer.Kind
  ) throws {
    let server = try WireServer(kind, database: site.database)
    let usual = try exchange(server, "GET /login.cgi HTTP/1.1\r\n\(Self.usual)\r\n")
    #expect(usual.status == 200)
    for query in [
      "--help", "-s", "-h", "%2D%2Dhelp", "%2Dd+x", "-d+allow_url_include%3d1", "--database+/nowhere", "-n+-c+/nowhere",
      "+", "%00", "%0a-s",
    ] {
      let answer = try exchange(server, "GET /login.cgi?\(query) HTTP/1.1\r\n\(Self.usual)\r\n")
      #expect(answer.status == 200 || query.contains("%0") && answer.status == 400, "\(kind) \(query)")
      #expect(answer.status != 200 || answer.rest.contains("<form method=\"post\" action=\"/login.cgi\">"))
      #expect(!answer.rest.contains("Usage") && !answer.rest.contains("USAGE"))
    }
  }

  /// What a client sends never becomes a line of the answer.
  @Test(arguments: WireServer.Kind.allCases) func `no line of a request becomes a line of the answer`(
    _ kind: WireServer.Kind
  ) throws {
    let server = try WireServer(kind, database: site.database)
    let inserts = [
      "\r\nX-Zqx: 1", "\nX-Zqx: 1", "\rX-Zqx: 1", "%0d%0aX-Zqx:%201", "%0aX-Zqx:1", "\u{0}\r\nX-Zqx: 1",
      "%00%0d%0aX-Zqx:1", "\r\n X-Zqx: 1", "\r\n\tX-Zqx: 1", "\u{85}X-Zqx: 1", "%E5%98%8A%E5%98%8DX-Zqx:1",
    ]
    for insert in inserts {
      for request in [
        "GET /login.cgi?return=/a\(insert) HTTP/1.1\r\n\(Self.usual)\r\n",
        "GET /login.cgi/notice?return=/a\(insert) HTTP/1.1\r\n\(Self.usual)\r\n",
        "GET /login.cgi/a\(insert) HTTP/1.1\r\n\(Self.usual)\r\n",
        "GET /login.cgi HTTP/1.1\r\n\(Self.usual)Cookie: rollcall=a\(insert)\r\n\r\n",
        "GET /login.cgi HTTP/1.1\r\n\(Self.usual)User-Agent: a\(insert)\r\n\r\n",
        "GET /login.cgi HTTP/1.1\r\n\(Self.usual)Accept-Language: zh\(insert)\r\n\r\n",
        "GET /login.cgi/auth/request HTTP/1.1\r\n\(Self.usual)X-Forwarded-Uri: /a\(insert)\r\nX-Forwarded-For: 1\(insert)\r\n\r\n",
        "GET /login.cgi HTTP/1.1\r\nHost: localhost\(insert)\r\nConnection: close\r\n\r\n",
        "GET http://evil.example\(insert)/login.cgi HTTP/1.1\r\n\(Self.usual)\r\n",
      ] {
        let answer = try exchange(server, request)
        #expect(!answer.lines.contains { $0.lowercased().hasPrefix("x-zqx") }, "\(kind) \(request)")
        #expect(!answer.lines.contains { $0.utf8.contains { $0 < 0x20 || $0 > 0x7E } })
        #expect(!answer.isFollowed)
      }
      // The place to return to and the login come back in a page, and the place in a header.
      let body = form + "&return=" + HTTPClient.encode("/a\(insert)")
      let answer = try post(server, "Content-Length: \(body.utf8.count)\r\n", body)
      #expect(answer.status == 303)
      #expect(!answer.lines.contains { $0.lowercased().hasPrefix("x-zqx") })
    }
  }

  @Test(arguments: WireServer.Kind.allCases)
  func `cookies that come in several lines are one header, and two of ours are nobody's`(
    _ kind: WireServer.Kind
  ) throws {
    let server = try WireServer(kind, database: site.database)
    let login = try post(server, "Content-Length: \(form.utf8.count)\r\n", form)
    let cookie = String(try #require(login["Set-Cookie"]?.split(separator: ";").first))
    func check(_ headers: String) throws -> Int {
      try exchange(server, "GET /login.cgi/auth/request HTTP/1.1\r\n\(Self.usual)\(headers)\r\n").status
    }
    #expect(try check("Cookie: \(cookie)\r\n") == 200)
    #expect(try check("Cookie: a=b; \(cookie); c=d\r\n") == 200)
    for headers in [
      "Cookie: \(cookie); \(cookie)\r\n",
      "Cookie: rollcall=x; \(cookie)\r\n",
      "Cookie: rollcall=x\r\nCookie: \(cookie)\r\n",
      "Cookie: \(cookie)\u{0}\r\n",
      "Cookie : \(cookie)\r\n", "Cookie: \(cookie)\r\n x\r\n",
      "Cookie: \(cookie)\(String(repeating: "A", count: 10_240))\r\n",
      "Cookie: \(cookie.dropLast())\r\n", "Cookie2: \(cookie)\r\n", "Cookie:\r\n", "Cookie_: \(cookie)\r\n",
    ] { #expect([400, 401, 431].contains(try check(headers)), "\(kind) \(headers)") }
    // Of two lines, which no browser sends, some servers hand only the first on: then that one alone counts.
    for second in [cookie, "rollcall=", "rollcall=x"] {
      #expect([200, 401].contains(try check("Cookie: \(cookie)\r\nCookie: \(second)\r\n")), "\(kind) \(second)")
      #expect(try check("Cookie: rollcall=x\r\nCookie: \(second)\r\n") == 401, "\(kind) \(second)")
    }
    // Names that collapse into those of the identity are not believed either.
    for name in ["Remote-User", "Remote_User", "REMOTE_USER", "X-Remote-User", "Remote.User"] {
      #expect([400, 401].contains(try check("\(name): alice\r\n")), "\(kind) \(name)")
    }
  }
}
