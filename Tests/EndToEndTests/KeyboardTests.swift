import Support
import Testing

/// The pages with the keyboard alone.
@Suite(.serialized) struct KeyboardTests {
  private let tab = "\u{E004}"
  private let enter = "\u{E007}"
  private let site: RunningSite
  private let browser: Browser

  init() throws {
    site = try RunningSite()
    browser = try Browser()
  }

  /// What has the focus: an element's name, with its id or its text.
  private func focus() throws -> String {
    try browser.run(
      """
      const element = document.activeElement;
      return element.localName + " " + (element.id || element.ariaLabel || element.textContent.trim());
      """) as? String ?? ""
  }

  @Test("From the notice to the form, the shop, the account and out, without a mouse")
  func journey() throws {
    try browser.go(site.server.address + "/members.cgi")
    try browser.press(tab)
    #expect(try focus() == "a Log in now")
    try browser.press(enter)
    try browser.wait("the form") { try $0.has("#password") }
    #expect(try focus() == "input login")
    try browser.press("alice" + tab)
    #expect(try focus() == "input password")
    try browser.press(try #require(RunningSite.people["alice"]) + tab)
    #expect(try focus() == "button Log in")
    try browser.press(enter)
    try browser.wait("the shop") { try $0.has("button[name=add]") }

    try browser.go(site.server.address + "/login.cgi")
    try browser.press(tab)
    #expect(try focus() == "a Continue")
    try browser.press(tab + tab)
    #expect(try focus() == "a Your account")
    try browser.press(enter)
    try browser.wait("the account") { try $0.has(".sessions") }
    try expectOrder(["button Log out"])
    try browser.press(enter)
    try browser.wait("the form") { try $0.has("#password") }
    #expect(try browser.cookies().isEmpty)
  }

  /// Goes once round the page with Tab: everything that can be pressed or typed into comes, in the order in which it
  /// stands, and it can be seen where the keyboard is. Ends at the last of the `first` stops.
  private func expectOrder(_ first: [String]) throws {
    let expected =
      try browser.run(
        """
        return [...document.querySelectorAll("a, button, input")].filter(element => element.type !== "hidden"
          && !element.hidden).map(element => element.localName + " "
          + (element.id || element.ariaLabel || element.textContent.trim()));
        """) as? [String] ?? []
    var seen: [String] = []
    for _ in expected {
      try browser.press(tab)
      seen.append(try focus())
      let outline = "const style = getComputedStyle(document.activeElement); "
      let width = try browser.run(
        outline + "return style.outlineStyle === 'solid' ? parseFloat(style.outlineWidth) : 0")
      #expect((width as? Double ?? (width as? Int).map(Double.init) ?? 0) >= 2, "\(seen.last ?? "")")
    }
    #expect(seen == expected)
    #expect(seen.count >= 5 && Array(seen.prefix(first.count)) == first)
    try browser.refresh()
    for _ in first { try browser.press(tab) }
  }

  @Test("A header with links can be skipped")
  func skip() throws {
    let site = try RunningSite(environment: ["ROLLCALL_PAGES": Products.repository + "/sample-data/pages"])
    try browser.go(site.server.address + "/login.cgi/nothing")
    try browser.press(tab)
    #expect(try focus() == "a Skip to the content")
    #expect(try browser.run("return document.activeElement.getBoundingClientRect().top >= 0") as? Bool == true)
    try browser.press(enter + tab)
    #expect(try focus() == "a To the login page")
  }
}
