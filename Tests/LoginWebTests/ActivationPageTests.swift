import SessionCore
import Support
import Testing

@testable import LoginWeb

@Suite struct ActivationPageTests {
  private let site: TestSite
  private let code: String
  private static let password = "a new and longer passphrase"

  init() throws {
    site = try TestSite()
    code = try site.database.service.addUser(Login("bob"), by: TestDatabase.operator).code.text
  }

  private func activate(_ fields: [String: String] = [:], _ more: [String: String?] = [:]) -> Response {
    let browser = Browser(site)
    let token = browser.get("/activate").field("token") ?? ""
    let usual = ["login": "bob", "code": code, "password": Self.password, "token": token]
    return browser.post("/activate", usual.merging(fields) { $1 }, more)
  }

  @Test func `with the code a user chooses a password, and logs in with it`() throws {
    let answer = activate()
    #expect(answer.status == .ok)
    #expect(answer.html.contains("Your password is set") && answer.html.contains("value=\"bob\""))
    #expect(!answer.html.contains(code) && !answer.html.contains(Self.password))
    #expect(Browser(site).logIn("bob", Self.password).status == .seeOther)
    #expect(activate().status == .forbidden)
  }

  @Test(arguments: [["code": "00000-00000-00000-00000"], ["login": "nobody"], ["login": "alice"], ["code": ""]])
  func `what is wrong is not told apart`(_ fields: [String: String]) throws {
    let answer = activate(fields)
    #expect(answer.status == .forbidden)
    #expect(answer.html.contains("do not match, or the code is too old"))
  }

  @Test(arguments: [("short", "15"), ("bobbobbobbobbob", "over and over"), ("", "No password")])
  func `a password that may not be chosen is refused with the reason`(_ password: String, _ reason: String) throws {
    let answer = activate(["password": password])
    #expect(answer.status == .badRequest)
    #expect(answer.html.contains("role=\"alert\"") && answer.html.contains(reason))
    #expect(activate().status == .ok)
  }

  @Test func `a form from elsewhere, or an old one, does nothing`() throws {
    #expect(activate([:], ["HTTP_SEC_FETCH_SITE": "cross-site"]).status == .forbidden)
    #expect(activate(["token": "x"]).status == .forbidden)
    #expect(activate().status == .ok)
  }

  @Test func `too many wrong codes from an address have to wait`() throws {
    for index in 0..<30 { _ = activate(["login": "user\(index)", "code": "x"]) }
    let answer = activate()
    #expect(answer.status == .tooManyRequests)
    #expect(answer.value(of: "Retry-After") != nil)
  }
}
