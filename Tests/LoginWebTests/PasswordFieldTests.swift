import Support
import Testing

@testable import LoginWeb

/// What the forms ask for, and how (OWASP ASVS 5.0, 6.2.6, 6.2.7 and 6.4.2).
@Suite struct PasswordFieldTests {
  @Test(arguments: [("", "current-password"), ("/activate", "new-password")])
  func `a password is typed unseen, and pasted or filled in as one likes`(_ path: String, _ purpose: String) throws {
    let page = Browser(try TestSite()).get(path).html
    let fields = page.matches(of: /<input[^>]* type="password"[^>]*>/).map { String($0.output) }
    #expect(fields.count == 1)
    let field = try #require(fields.first)
    #expect(field.contains(" name=\"password\""))
    #expect(field.contains(" autocomplete=\"\(purpose)\""))
    // Nothing cuts a long one off, rules a character out, or stands between it and a password manager.
    for attribute in ["maxlength", "minlength", "pattern", "readonly", "onpaste"] {
      #expect(!field.contains(attribute))
    }
  }

  @Test(arguments: [("", ["token", "login", "password"]), ("/activate", ["token", "login", "code", "password"])])
  func `a form asks for nothing that others may know`(_ path: String, _ names: [String]) throws {
    let page = Browser(try TestSite()).get(path).html
    let asked = page.matches(of: /<input[^>]* name="([^"]+)"/).map { String($0.output.1) }
    #expect(asked == names)
  }
}
