import Foundation
import Support
import Testing

extension ServerTests {
  /// Headers in which a client claims to be somebody, or somewhere, else: the known names, each in every spelling that a
  /// program cannot tell from it (RFC 3875, section 4.1.18), and each claim with the same sign in it.
  private static func claims(_ mark: String) -> [String] {
    let names = [
      "Remote-User", "Remote-Name", "Remote-Email", "Remote-Groups", "Rollcall-Session", "Rollcall-Auth-Time",
      "Rollcall-Users", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Uri",
      "X-Forwarded-Method", "X-Original-URI", "X-Original-URL", "X-Original-Method", "X-Real-IP", "Forwarded", "Proxy",
    ]
    let separators = ["-", "_", ".", "~", "+", "!", "*", "$", "%", "'", "^", "`", "|", "#", "&"]
    return names.flatMap { name in
      separators.flatMap { separator in
        let spelled = name.replacing("-", with: separator)
        return [spelled, spelled.uppercased(), spelled.lowercased()]
      } + [name.replacing("-", with: "_", maxReplacements: 1), name.replacing("-", with: ".", maxReplacements: 1)]
    }.flatMap { ["--header", "\($0): \(mark)"] }
  }

  @Test("What a client claims reaches no page", arguments: ServerKind.allCases, ["--http1.1", "--http2"])
  func claims(kind: ServerKind, version: String) throws {
    let site = try ServedSite(kind)
    let (alice, stranger) = (try site.visitor(version), try site.visitor(version))
    try alice.logInAtServer()
    for path in OldPage.programs {
      for claims in Self.claims("mallory").chunks(of: 90) + [["--user", "mallory:x"]] {
        let answer = try alice.send("GET", path, options: claims)
        let page = try #require(OldPage(answer), "\(answer.status) \(claims)")
        #expect(page.reader == "alice")
        #expect(!answer.text.contains("mallory"), "\(page.said)")
        // The same from somebody who is not logged in lets nobody in, whomever it names.
        let refused = try stranger.send("GET", path, options: claims)
        #expect(refused.status == 401)
        #expect(!OldPage.isLeak(refused) && !refused.text.contains("mallory"))
      }
      for claims in Self.claims("alice").chunks(of: 90) + [["--user", "alice:\(ServedSite.password)"]] {
        #expect(try stranger.send("GET", path, options: claims).status == 401)
      }
    }
  }

  @Test("The address, the scheme and the place that count are the server's own", arguments: ServerKind.allCases)
  func places(kind: ServerKind) throws {
    let site = try ServedSite(kind)
    let visitor = try site.visitor()
    let claims = [
      "X-Forwarded-For": "203.0.113.66", "X_Forwarded_For": "203.0.113.66", "X-Real-IP": "203.0.113.66",
      "Forwarded": "for=203.0.113.66;proto=http", "X-Forwarded-Proto": "http", "X-Forwarded-Uri": "/elsewhere",
      "X-Original-URL": "https://localhost/elsewhere", "X-Original-URI": "/elsewhere",
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Method": "POST", "Rollcall-Original-Uri": "/elsewhere", "Rollcall_Original_Uri": "/elsewhere",
      "Accept": "text/html",
    ]
    let answer = try visitor.get(OldPage.cgi + "?a=1", headers: claims)
    let told = answer.text + (answer["Location"] ?? "")
    #expect(told.contains("hours.cgi%3Fa%3D1"))
    #expect(!told.contains("elsewhere") && !told.contains("evil.example"))

    let page = try visitor.get("/login.cgi", headers: claims)
    let fields = page.hiddenFields.merging(["login": "alice", "password": ServedSite.password]) { $1 }
    let body = fields.map { "\(HTTPClient.encode($0.key))=\(HTTPClient.encode($0.value))" }.joined(separator: "&")
    let own = ["Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"]
    let login = try visitor.send("POST", "/login.cgi", headers: claims.merging(own) { $1 }, body: Array(body.utf8))
    #expect(login.status == 303)
    // By its name the cookie says that it was set over https.
    #expect(Array(visitor.cookies.keys) == ["__Host-rollcall"])
    #expect(try site.sessions().map { $0["from"] as? String } == ["127.0.0.1"])
    for path in OldPage.programs {
      let said = try #require(OldPage(try visitor.get(path, headers: claims))).said
      #expect(said["REMOTE_ADDR"] == "127.0.0.1")
      #expect(!said.values.contains { $0.contains("203.0.113.66") || $0.contains("elsewhere") }, "\(said)")
    }
  }
}

extension Array {
  /// The elements in groups of at most `count`.
  func chunks(of count: Int) -> [[Element]] {
    stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
  }
}
