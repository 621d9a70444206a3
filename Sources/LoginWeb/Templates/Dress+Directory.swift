import SessionCore

extension Dress {
  /// What the site of `exchange` wears on `page`. It is looked at anew for each page, so a change shows at once, and only
  /// for a page: a check of a session reads none of it.
  ///
  /// What is broken is told the operator, and the page is as if there were nothing of the site's own: half a header is
  /// worse than none, and a login page that does not open is worse than a plain one.
  init(of exchange: Exchange, for page: Page, report: (String) -> Void) {
    self = .builtIn(page.language)
    if let directory = exchange.site.pages {
      do throws(TemplateError) {
        self = try Dress(directory: directory, exchange, page.language)
      } catch {
        report("\(error.description) Until then pages are shown without anything from \(directory).")
      }
    }
    if let colours = PageColours(of: exchange.site, report: report) { styles.insert(colours.html, at: 0) }
  }

  /// Reads a directory. No part of a path in it comes from a request: the language is one of ours.
  private init(directory: String, _ exchange: Exchange, _ language: Language) throws(TemplateError) {
    do throws(PlainFileError) { try PlainFile.checkDirectory(directory) } catch { throw TemplateError(error) }
    let site = SiteDirectory(path: directory, language: language)
    let names = try site.names()
    let logo = try site.logo()
    let style = try site.style()
    self = .builtIn(language)
    let home = names?["home", language]
    if let given = names?["name", language] { name = given }
    if names != nil || logo != nil {
      let isOurs = names?["name", language] == nil && language != .english
      let words: HTML = isOurs ? "<span lang=\"en\">\(name)</span>" : "<span>\(name)</span>"
      header = HTML.brand(logo?.html(name: "") ?? .mark, words, home: home)
    }
    let values = PlaceholderValues(
      name: name, language: language.rawValue, login: exchange.site.login.text, home: home ?? exchange.site.home.text,
      user: exchange.user ?? "", logo: logo)
    if let own = try site.fragment("header") {
      header = own.html(values)
      isLong = own.hasLinks
    }
    footer = try site.fragment("footer")?.html(values)
    if let style { styles.append(style.html) }
    hasPicture = logo != nil || style?.hasPicture == true
  }
}

/// A directory of a site's own, as it is read for pages in one language. Every file in it may be missing.
private struct SiteDirectory {
  let path: String
  let language: Language

  func names() throws(TemplateError) -> SiteNames? {
    guard let file = try file("names") else { return nil }
    return try SiteNames(file)
  }

  func logo() throws(TemplateError) -> SiteLogo? {
    if let file = try file("logo.svg") { return try SiteLogo(svg: file) }
    guard let file = try file("logo.png") else { return nil }
    return try SiteLogo(png: file)
  }

  func style() throws(TemplateError) -> SiteStyle? {
    guard let file = try file("style.css") else { return nil }
    return try SiteStyle(file)
  }

  /// A header or footer: the one for the language, else the one for all.
  func fragment(_ name: String) throws(TemplateError) -> Fragment? {
    for file in ["\(name).\(language.rawValue).html", "\(name).html"] {
      if let file = try self.file(file) { return try Fragment(file) }
    }
    return nil
  }

  private func file(_ name: String) throws(TemplateError) -> TemplateFile? { try TemplateFile("\(path)/\(name)") }
}
