import Foundation
import Support
import Testing

/// Every page in both languages, by day and by night, on a narrow screen and on a wide one: a checker finds nothing wrong,
/// nothing has to be scrolled sideways, and what is to be pressed is large enough.
@Suite(.serialized) struct AccessibilityTests {
  /// What is opened besides: a directory for pictures of every page, for whoever wants to look at them.
  private static let pictures = ProcessInfo.processInfo.environment["ROLLCALL_PICTURES"]

  @Test("Nothing is wrong with any page", arguments: [("en", false), ("zh-CN", false), ("zh-CN", true)])
  func pages(language: String, hasOwnDress: Bool) throws {
    let dress = [
      "ROLLCALL_PAGES": Products.repository + "/sample-data/pages", "ROLLCALL_PAGE_THEME_LIGHT": "solarized-light",
      "ROLLCALL_PAGE_THEME_DARK": "nord",
    ]
    let walk = try PageWalk(languages: language, environment: hasOwnDress ? dress : [:])
    let axe = try Axe()
    try walk.each { page, reopen in
      for width in [320, 1280] {
        for isDark in [false, true] {
          try walk.browser.emulate(dark: isDark)
          try walk.browser.show(width: width, height: 800)
          try reopen()
          let place = "\(page), \(language), \(width)\(isDark ? ", dark" : "")\(hasOwnDress ? ", own dress" : "")"
          if let pictures = Self.pictures {
            let name = place.replacing(", ", with: "-").replacing(" ", with: "-")
            try walk.browser.screenshot("\(pictures)/\(name).png")
          }
          try expectRoom(on: walk.browser, place)
          // Both schemes and both widths, without asking for each pair what the two say.
          guard isDark == (width == 1280) else { continue }
          // The notice goes on by itself, because what it stands for does; who needs longer has the link.
          let found = try axe.violations(in: walk.browser, except: page == "notice" ? ["meta-refresh"] : [])
          #expect(found == [], "\(place)")
        }
      }
    }
    #expect(!walk.site.server.log.contains("login.cgi:"), "\(walk.site.server.log)")
  }

  @Test("At 200 and 400 per cent nothing has to be scrolled sideways", arguments: [2, 4])
  func zoom(factor: Int) throws {
    let walk = try PageWalk(languages: "en")
    try walk.each { page, reopen in
      try walk.browser.show(width: 1280 / factor, height: 1024 / factor, scale: Double(factor))
      try reopen()
      try expectRoom(on: walk.browser, "\(page) at \(factor)00 %")
    }
  }

  @Test("After a mistake the keyboard is in the field that mends it, in view, at 400 per cent too", arguments: [1, 4])
  func focus(factor: Int) throws {
    let walk = try PageWalk(languages: "en")
    try walk.browser.show(width: 1280 / factor, height: 1024 / factor, scale: Double(factor))
    let fields = ["login-problem": "password", "activate-problem": "code", "account-problem": "present"]
    try walk.each { page, _ in
      guard let field = fields[page] else { return }
      #expect(try walk.browser.run("return document.activeElement.id") as? String == field)
      let box = "const box = document.activeElement.getBoundingClientRect(); "
      #expect(
        try walk.browser.run(box + "return box.top >= 0 && box.bottom <= innerHeight") as? Bool == true, "\(page)")
      #expect(try walk.browser.title().hasPrefix("Problem: "))
      try walk.browser.run("document.activeElement.blur(); scrollTo(0, 0)")
      try walk.browser.click(".problem a[href='#\(field)']")
      #expect(try walk.browser.run("return document.activeElement.id") as? String == field)
    }
  }

  @Test("The notice counts its seconds, opens the form, and stands still for who wants no motion")
  func notice() throws {
    let site = try RunningSite()
    let browser = try Browser()
    try browser.go(site.server.address + "/members.cgi")
    let count = "return getComputedStyle(document.querySelector('.count'), '::before').transform"
    let first = try browser.run(count) as? String
    try browser.wait("the next figure") { try $0.run(count) as? String != first || $0.has("#password") }
    try browser.wait("the form") { try $0.has("#password") }
    try browser.emulate(dark: false, ["prefers-reduced-motion": "reduce"])
    try browser.go(site.server.address + "/members.cgi")
    let line = "return getComputedStyle(document.querySelector('.wait'), '::after').animationName"
    #expect(try browser.run(line) as? String == "none")
  }

  @Test("Who wants more contrast has it in a site's own colours too")
  func contrast() throws {
    let site = try RunningSite(environment: ["ROLLCALL_PAGE_THEME_LIGHT": "solarized-light"])
    let browser = try Browser()
    try browser.go(site.server.address + "/login.cgi")
    let colours = """
      const style = getComputedStyle(document.documentElement);
      return ["--paper", "--ink", "--soft"].map(name => style.getPropertyValue(name));
      """
    try browser.emulate(dark: false)
    let usual = try #require(try browser.run(colours) as? [String])
    #expect(usual[0] == "#fdf6e3" && usual[1] != usual[2])
    try browser.emulate(dark: false, ["prefers-contrast": "more"])
    let more = try #require(try browser.run(colours) as? [String])
    #expect(more[0] == "#fdf6e3" && more[1] == more[2])
  }

  /// Nothing is wider than the screen, and what can be pressed is 44 pixels high, or a link of 24 (WCAG 2.2, 1.4.10, 2.5.5
  /// and 2.5.8); a link within a sentence is as high as its line.
  private func expectRoom(on browser: Browser, _ place: String) throws {
    let wide =
      try browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth") as? Int
    #expect(wide == 0, "\(place) is \(wide ?? -1) pixels too wide")
    let small = try browser.run(
      """
      return [...document.querySelectorAll("a, button, input:not([type=hidden]):not([hidden])")].filter(element => {
        if (element.matches(".skip, p:not(.aside):not(.brand):not(.actions) a")) return false;
        const box = (element.type === "checkbox" ? element.parentElement : element).getBoundingClientRect();
        return box.height < (element.matches("a:not(.button)") ? 24 : 43.9);
      }).map(element => element.outerHTML);
      """)
    #expect(small as? [String] == [], "\(place)")
  }
}
