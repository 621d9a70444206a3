import Foundation
import Support
import Testing

/// The shipped configurations of Apache, nginx, lighttpd and Caddy, run as they are: each is held to the same promises.
@Suite(.serialized) struct ServerTests {
  @Test(
    "Who is not logged in is told so, logs in, and comes to the page that was asked for", arguments: ServerKind.allCases
  )
  func journey(kind: ServerKind) throws {
    let site = try ServedSite(kind)
    let visitor = try site.visitor()
    for path in OldPage.paths + [OldPage.minutes, OldPage.plan, OldPage.cgi + "?year=2026&month=11"] {
      let answer = try visitor.open(path)
      #expect(!OldPage.isLeak(answer), "\(path)")
      let notice = try #require(try self.notice(answer, visitor, site), "\(path): \(answer.status) \(site.log)")
      let link = try #require(notice.text.firstMatch(of: /href="([^"]*return=[^"]*)"/))
      let form = String(link.1).replacing("&amp;", with: "&")
      let login = try visitor.logInAtServer(form)
      #expect(login.status == 303)
      #expect(login["Location"] == path)
      #expect(Array(visitor.cookies.keys) == ["__Host-rollcall"])
      #expect(login["Strict-Transport-Security"] != nil)

      let page = try visitor.open(path)
      #expect(page.status == 200, "\(site.log)")
      #expect(page["Strict-Transport-Security"] != nil)
      #expect(page["Cache-Control"]?.contains("no-cache") == true)
      if OldPage.programs.contains(where: path.hasPrefix) {
        let shown = try #require(OldPage(page), "\(page.text)")
        #expect(shown.reader == "alice")
        #expect(shown.said["QUERY_STRING"] == path.split(separator: "?").dropFirst().first.map(String.init) ?? "")
      }
      try logOut(visitor, rememberedBy: path)
    }
  }

  /// The notice, in place of the page or where the answer leads to.
  private func notice(_ answer: HTTPResponse, _ visitor: HTTPClient, _ site: ServedSite) throws -> HTTPResponse? {
    var answer = answer
    if site.kind.redirects {
      guard answer.status == 303, let place = answer["Location"], place.hasPrefix("/login.cgi/notice") else {
        return nil
      }
      answer = try visitor.open(place)
    }
    guard answer.status == 401, answer.text.contains("http-equiv=\"refresh\""), answer.text.hasSuffix("</html>\n"),
      answer["WWW-Authenticate"]?.hasPrefix("Cookie ") == true, answer["Content-Type"]?.hasPrefix("text/html") == true
    else { return nil }
    return answer
  }

  /// Logs out; the cookie is worth nothing from then on.
  private func logOut(_ visitor: HTTPClient, rememberedBy path: String) throws {
    let cookie = try #require(visitor.cookies["__Host-rollcall"])
    let answer = try visitor.submit(try visitor.get("/login.cgi"), to: "/login.cgi/logout")
    #expect(answer.status == 303)
    #expect(visitor.cookies.isEmpty)
    let again = try visitor.get(path, headers: ["Cookie": "__Host-rollcall=\(cookie)"])
    #expect(again.status == 401)
    #expect(!OldPage.isLeak(again))
  }

  @Test("Files are served as they are, by parts as well", arguments: ServerKind.allCases)
  func files(kind: ServerKind) throws {
    let site = try ServedSite(kind)
    let visitor = try site.visitor()
    try visitor.logInAtServer()
    for path in [OldPage.minutes, OldPage.plan] {
      let bytes = Array(try Data(contentsOf: URL(filePath: site.file("www" + path))))
      #expect(try visitor.get(path).body == bytes)
      let part = try visitor.get(path, headers: ["Range": "bytes=3-9"])
      #expect(part.status == 206)
      #expect(part.body == Array(bytes[3...9]))
    }
  }

  @Test("A request with a body gets there whole, a HEAD brings none back", arguments: ServerKind.allCases)
  func methods(kind: ServerKind) throws {
    let site = try ServedSite(kind)
    let visitor = try site.visitor()
    let upload = [UInt8](repeating: 0x61, count: 1 << 20)
    for path in OldPage.programs {
      for body in [[], Array("a=1".utf8), upload] {
        // A server may answer before the body has arrived, and take no more of it: at times curl sees no answer then.
        guard let answer = try? visitor.send("POST", path, body: body) else {
          #expect(!body.isEmpty)
          continue
        }
        #expect(answer.status == 401, "\(path) \(body.count)")
        #expect(!OldPage.isLeak(answer))
      }
    }
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "XYZ"] {
      let answer = try visitor.send(method, OldPage.cgi)
      #expect(answer.status >= 400 && !OldPage.isLeak(answer), "\(method) \(answer.status)")
    }
    try visitor.logInAtServer()
    for path in OldPage.programs {
      for body in [[], Array("a=1".utf8), upload] {
        let page = try #require(OldPage(try visitor.send("POST", path, body: body)), "\(path) \(site.log)")
        #expect(page.byteCount == body.count)
        #expect(page.reader == "alice")
      }
      let head = try visitor.send("HEAD", path)
      #expect(head.status == 200)
      #expect(!OldPage.isShown(head))
    }
  }

  @Test("Plain http leads to https, and nothing is served by it", arguments: ServerKind.allCases)
  func plain(kind: ServerKind) throws {
    let site = try ServedSite(kind)
    let visitor = try HTTPClient(site.plainAddress)
    for path in OldPage.paths + ["/", "/login.cgi?return=/private/files/"] {
      let answer = try visitor.get(path)
      #expect([301, 308].contains(answer.status))
      let target = try #require(answer["Location"])
      #expect(target.hasPrefix("https://localhost") && target.hasSuffix(path), "\(target)")
      #expect(answer.all("Set-Cookie").isEmpty)
      #expect(!OldPage.isLeak(answer))
    }
  }
}
