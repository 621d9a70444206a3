import SessionCore
import Support
import Testing

@testable import LoginWeb

/// Every act against every combination of what a browser says about where a form came from, with each kind of token
/// (OWASP ASVS 5.0, 3.5.1 and 3.5.3).
@Suite struct CrossSiteMatrixTests {
  static let fetchSites: [String?] = [
    nil, "same-origin", "same-site", "cross-site", "none", "", "same-origin,same-origin",
  ]
  static let origins: [String?] = [
    nil, "https://example.org", "https://evil.example", "http://example.org", "null", "",
  ]
  static let referers: [String?] = [
    nil, "https://example.org/login.cgi", "https://evil.example/https://example.org/", "",
  ]

  enum Act: String, CaseIterable { case logIn = "", logOut = "/logout", activate = "/activate" }

  /// What the rule says, written down once more and otherwise: the first of the three that the browser sends decides.
  static func isOurs(_ fetchSite: String?, _ origin: String?, _ referer: String?) -> Bool {
    for (value, good) in [(fetchSite, ["same-origin"]), (origin, ["https://example.org"])] {
      if let value, !value.isEmpty { return good.contains(value) }
    }
    return referer == "https://example.org/login.cgi"
  }

  @Test(arguments: Act.allCases) func `an act is done from our own page with its own token, and else nothing is`(
    _ act: Act
  ) throws {
    let site = try TestSite()
    let code = try site.database.service.addUser(Login("carol"), by: TestDatabase.operator).code.text
    let mine = Browser(site)
    let theirs = Browser(site)
    mine.logIn()
    theirs.logIn("王小明")
    let anonymous = theirs.get("", query: "carry=1").field("token") ?? ""
    let foreign = theirs.page().field("token") ?? ""
    let own = mine.page().field("token") ?? ""
    let right = act == .logOut ? own : anonymous
    // Another session's token is as wrong as none; the login form's is bound to no session, and logs nobody out.
    let wrong: [String?] = [
      nil, "", "x", foreign, act == .logOut ? anonymous : own, right + "x", String(right.dropLast()),
    ]
    let fields = [
      Act.logIn: ["login": "alice", "password": TestDatabase.password], .logOut: [:],
      .activate: ["login": "carol", "code": code, "password": "a new and longer passphrase"],
    ][act, default: [:]]

    func send(_ from: (String?, String?, String?), _ token: String?, _ cookie: String?) -> Response {
      let browser = Browser(site)
      browser.cookie = cookie
      return browser.post(
        act.rawValue, fields.merging(token.map { ["token": $0] } ?? [:]) { $1 },
        ["HTTP_SEC_FETCH_SITE": from.0, "HTTP_ORIGIN": from.1, "HTTP_REFERER": from.2])
    }
    let before = try Contents(of: site.database.path)
    var accepted: [(String?, String?, String?)] = []
    for fetchSite in Self.fetchSites {
      for origin in Self.origins {
        for referer in Self.referers {
          let from = (fetchSite, origin, referer)
          for token in wrong { #expect(send(from, token, mine.cookie).status == .forbidden, "\(from) \(token ?? "-")") }
          if Self.isOurs(fetchSite, origin, referer) {
            accepted.append(from)
          } else {
            #expect(send(from, right, mine.cookie).status == .forbidden, "\(from)")
          }
        }
      }
    }
    #expect(try Contents(of: site.database.path) == before)
    // The very same requests are taken where both are right.
    #expect(accepted.count == 24 + 2 * 4 + 4)
    let status = send(accepted[0], right, mine.cookie).status
    #expect(status == (act == .activate ? .ok : .seeOther))
    #expect(try Contents(of: site.database.path) != before)
  }
}
