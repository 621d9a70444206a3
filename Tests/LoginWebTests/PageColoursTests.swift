import ColourSchemes
import Support
import Testing

@testable import LoginWeb

/// The colours of pages, whatever the theme.
@Suite struct PageColoursTests {
  /// Text and what it stands on (4.5 to 1), edges of fields and marks (3 to 1): WCAG 2.2, 1.4.3 and 1.4.11.
  static let pairs: [(String, [String], Double)] = [
    ("ink", ["paper", "field", "note"], 4.5), ("soft", ["paper", "field", "note"], 4.5),
    ("act", ["paper", "field", "note"], 4.5), ("act-ink", ["act", "act-over"], 4.5),
    ("bad", ["paper", "field", "note", "bad-ground"], 4.5), ("edge", ["paper", "field", "note"], 3),
    ("mark", ["paper"], 3), ("mark-ink", ["mark"], 4.5),
  ]

  private func check(_ theme: Theme) {
    let colours = Dictionary(uniqueKeysWithValues: PageColours.colours(of: theme).map { ($0.name, $0.colour) })
    for (front, grounds, least) in Self.pairs {
      for ground in grounds {
        let ratio = colours[front].flatMap { text in colours[ground].map { Contrast.ratio(text, $0) } } ?? 0
        #expect(ratio >= least, "\(theme.name): \(front) on \(ground) has \(ratio)")
      }
    }
  }

  @Test func `text can be read in every theme that comes with the program`() throws {
    let names = try Files.list("themes").filter { $0.hasSuffix(".yaml") }
    #expect(names.count >= 12)
    for name in names { check(try Theme(yaml: Files.text("themes/" + name))) }
  }

  @Test func `text can be read in a theme of any sixteen colours`() {
    var random = SplitMix(state: 4)
    for index in 0..<1500 {
      let bits = (0..<16).map { _ in UInt32(truncatingIfNeeded: random.next()) & 0xFF_FFFF }
      // Every third has a ground of some grey, where there is the least room.
      let grey = UInt32(index % 256) * 0x010101
      check(Theme(name: "\(index)", author: "", index % 3 == 0 ? [grey] + bits.dropFirst() : bits))
    }
    for grey in 0..<256 {
      check(Theme(name: "grey \(grey)", author: "", Array(repeating: UInt32(grey) * 0x010101, count: 16)))
    }
  }

  @Test func `the stylesheet has the colours of the house themes`() {
    let expected = PageColours(light: .rollcallLight, dark: .rollcallDark).sheet
    #expect(Stylesheet.colours.text == expected, "put this text into Stylesheet+Colours.swift")
  }

  @Test func `a site's themes colour its pages, and the policy names them`() throws {
    let site = try TestSite()
    site.site.lightTheme = "rollcall-dark"
    site.site.darkTheme = Files.path("themes/nord.yaml")
    let page = site.send([:])
    let style = try #require(page.html.split(separator: "<style>").last?.split(separator: "</style>").first)
    // By day as by night: the page says which it is, and with it what fields and scroll bars are.
    #expect(style.hasPrefix(":root{color-scheme:dark;--paper:#151b26;"))
    #expect(style.contains("prefers-color-scheme:dark){:root{color-scheme:dark;--paper:#2e3440;"))
    #expect(page.styleSources == [Stylesheet.hash, page.styleHashes[1]])
    #expect(site.log == [])
  }

  @Test(arguments: [
    ("no-such-theme", "there is no theme of that name"), ("/nowhere/theme.yaml", "there is no such theme file"),
    ("/", "not a plain file"), ("/dev/null", "not a plain file"), ("../nowhere/passwd", "no such theme file"),
  ]) func `a theme that cannot be read leaves the usual colours, and the operator is told`(
    _ theme: String, _ words: String
  ) throws {
    let site = try TestSite()
    site.site.darkTheme = theme
    let page = site.send([:])
    #expect(page.status == .ok)
    #expect(page.styleHashes.count == 1 && page.styleSources == [Stylesheet.hash])
    #expect(site.log.count == 1 && site.log[0].contains(words), "\(site.log)")
  }

  @Test func `a theme that is broken is named with its line`() throws {
    let files = try TemporaryDirectory()
    let site = try TestSite()
    site.site.lightTheme = files.file("mine.yaml")
    try Files.write("scheme: mine\nbase00: pink\n", to: files.file("mine.yaml"))
    #expect(site.send([:]).status == .ok)
    #expect(site.log.count == 1 && site.log[0].contains("mine.yaml:2: base00 is no colour"), "\(site.log)")
  }

  @Test func `a check of a session reads no theme and no template`() throws {
    let site = try TestSite()
    site.site.darkTheme = "/nowhere/theme.yaml"
    site.site.pages = "/nowhere"
    let browser = Browser(site)
    browser.logIn()
    let before = site.log.count
    #expect(browser.get("/auth/request").status == .ok)
    #expect(site.log.count == before)
  }
}
