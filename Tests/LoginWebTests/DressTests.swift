import Foundation
import SessionCore
import Support
import Testing

@testable import LoginWeb

/// A site's own header, footer, logo and names.
@Suite struct DressTests {
  private let files: TemporaryDirectory
  private let site: TestSite
  private var directory: String { files.file("pages") }

  init() throws {
    files = try TemporaryDirectory()
    site = try TestSite()
    try FileManager.default.createDirectory(
      atPath: files.file("pages"), withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    site.site.pages = directory
  }

  private func write(_ name: String, _ text: String) throws { try Files.write(text, to: directory + "/" + name) }

  private func page(_ language: String = "en") -> String { site.send(["HTTP_ACCEPT_LANGUAGE": language]).html }

  /// Whether the page is ours and nothing else, and the operator was told `words`.
  private func expectBuiltIn(_ words: String, _ file: String, line: Int? = nil) {
    let answer = site.send([:])
    let page = answer.html
    #expect(answer.status == .ok && page.contains("<span>Rollcall</span>") && page.contains("</form>"))
    #expect(!page.contains("<footer") && !page.contains("Harbour") && answer.styleHashes.count == 1)
    #expect(!(answer.value(of: "Content-Security-Policy") ?? "").contains("img-src"))
    let place = directory + "/" + file + (line.map { ":\($0)" } ?? "") + ":"
    #expect(site.log.last?.hasPrefix(place) == true && site.log.last?.contains(words) == true, "\(site.log)")
  }

  @Test func `an empty directory changes nothing, and nobody is told anything`() throws {
    site.site.pages = nil
    let plain = page()
    site.site.pages = directory
    let withoutToken = { (text: String) in text.split(separator: "name=\"token\"").first.map(String.init) ?? "" }
    #expect(withoutToken(page()) == withoutToken(plain))
    #expect(site.log == [])
  }

  @Test func `names replace ours, in the language of the page`() throws {
    try write("names", "# ours\nname = Harbour Books\nname.zh-Hans = 港湾书店\r\n\nhome = https://www.example.org/\n")
    #expect(page().contains("<title>Log in · Harbour Books</title>"))
    #expect(page().contains("<a href=\"https://www.example.org/\">") && page().contains("<span>Harbour Books</span>"))
    #expect(page("zh").contains("<title>登录 · 港湾书店</title>"))
    #expect(!page().contains("Rollcall") && !page("zh").contains("Rollcall"))
    #expect(site.log == [])
  }

  @Test func `header and footer stand around every page, the one for its language first`() throws {
    try write("header.html", "<p>Welcome to {{ name }}</p><!-- for us -->")
    try write("header.zh-Hans.html", "<p>欢迎来到 {{name}}</p>")
    try write("footer.html", "<p><a href='{{login}}'>Log in</a>, <a href=\"{{home}}\" lang='{{language}}'>home</a></p>")
    #expect(page().contains("<header class=\"top\">\n<p>Welcome to Rollcall</p>\n</header>"))
    #expect(page("zh").contains("<p>欢迎来到 Rollcall</p>"))
    #expect(page().contains("<footer class=\"end\">\n<p><a href=\"/login.cgi\">Log in</a>, "))
    #expect(page("zh").contains("<a href=\"/members.cgi\" lang=\"zh-Hans\">"))
    #expect(!page().contains("for us"))
    for path in ["/notice", "/activate", "/nowhere"] {
      #expect(site.send(["PATH_INFO": path]).html.contains("Welcome to Rollcall"))
    }
    #expect(site.sendToPage([:]).html.contains("Welcome to Rollcall"))
    #expect(site.log == [])
  }

  @Test func `a header with links can be skipped`() throws {
    #expect(!page().contains("class=\"skip\""))
    try write("header.html", "<nav aria-label=\"Site\"><ul><li><a href=\"/\">Home</a></li></ul></nav>")
    #expect(page().contains("<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header"))
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"][String(scalar)] ?? String(scalar)
    }.joined()
  }

  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "</style><b>", "&lt;b&gt;",
    "{{login}}", "javascript:alert(1)", "\u{202E}evil", "a\u{2028}b", "%3Cscript%3E",
  ]

  @Test(arguments: hostile) func `a hostile name stays where it was put, in every place`(_ name: String) throws {
    let user = "mallory" + (name.unicodeScalars.contains("\u{202E}") || name.contains("\u{2028}") ? "" : name)
    try site.database.addUser(user)
    try write("names", "name = \(name)\n")
    try write(
      "header.html",
      """
      <p title="{{name}}" class='{{user}}'>{{name}} {{user}} {{logo}}</p>
      <a href="{{login}}?a={{name}}&amp;b={{user}}" aria-label='{{name}}'>x</a> <a href="/s/{{user}}">y</a>
      """)
    let browser = Browser(site)
    browser.logIn(user)
    let page = browser.get().html
    #expect(site.log == [])
    let (escapedName, escapedUser) = (Self.escaped(name), Self.escaped(user))
    #expect(page.contains("<p title=\"\(escapedName)\" class=\"\(escapedUser)\">\(escapedName) \(escapedUser) "))
    #expect(page.contains("<title>You are logged in · \(escapedName)</title>"))
    let (nameQuery, userQuery) = (Percent.query(name), Percent.query(user))
    #expect(
      page.contains("<a href=\"/login.cgi?a=\(nameQuery)&amp;b=\(userQuery)\" aria-label=\"\(escapedName)\">"))
    #expect(page.contains("<a href=\"/s/\(userQuery)\">"))
    for harm in ["<script", "<img", "</style><b>", "href=\"javascript"] { #expect(!page.contains(harm)) }
  }

  static let broken: [(String, Int, String)] = [
    ("<p>Harbour</p>\n<script src=x></script>", 2, "<script> cannot run"),
    ("<p onclick=\"x\">Harbour</p>", 1, "onclick cannot run"), ("<p OnClick='x'>Harbour</p>", 1, "onclick cannot run"),
    ("<p style='x'>Harbour</p>", 1, "style.css"), ("<style>p{}</style>", 1, "style.css"),
    ("<form action=/x></form>", 1, "<form> cannot stand"), ("<base href=\"//evil\">", 1, "<base> cannot stand"),
    ("<meta http-equiv=refresh>", 1, "<meta> cannot stand"), ("<LINK rel=x>", 1, "<link> has no effect"),
    ("<iframe src=\"//evil\"></iframe>", 1, "<iframe> cannot stand"), ("<svg onload=x>", 1, "logo.svg"),
    ("<textarea>", 1, "<textarea> cannot stand"), ("<plaintext>", 1, "<plaintext> cannot stand"),
    ("<math><mtext>", 1, "<math> cannot stand"), ("<template>", 1, "<template> cannot stand"),
    ("<h1>x</h1>", 1, "<h1> is"),
    ("<body>", 1, "the page's own"), ("<img src=\"x\">", 1, "{{logo}}"), ("<input>", 1, "<input> cannot stand"),
    ("<a href=\"javascript:alert(1)\">Harbour</a>", 1, "a link leads to"),
    ("<a href=\" javascript:alert(1)\">Harbour</a>", 1, "no blanks"),
    ("<a href=\"JaVaScRiPt:x\">x</a>", 1, "a link leads to"),
    ("<a href='data:text/html,x'>x</a>", 1, "a link leads to"),
    ("<a href=\"java\tscript:x\">x</a>", 1, "no blanks"), ("<a href=\"java\nscript:x\">x</a>", 2, "no blanks"),
    ("<a href=\"&#106;avascript:x\">x</a>", 1, "character reference"),
    ("<a href=\"javascript&colon;x\">x</a>", 1, "character reference"),
    ("<a href=\"\\\\evil\">x</a>", 1, "no backslashes"),
    ("<a href=\"{{name}}\">x</a>", 1, "cannot begin with {{name}}"),
    ("<a href=\"{{user}}:x\">x</a>", 1, "cannot begin with {{user}}"),
    ("<a href=\"java{{user}}script:alert(1)\">x</a>", 1, "{{user}} in a link comes after"),
    ("<a href='javascript{{user}}:x'>x</a>", 1, "{{user}} in a link comes after"),
    ("<a href=\"java{{home}}script:x\">x</a>", 1, "{{home}} in a link comes after"),
    ("<a href=\"java{{name}}{{user}}script:x\">x</a>", 1, "{{name}} in a link comes after"),
    ("<p href=\"/x\">x</p>", 1, "href cannot stand"),
    ("<div><p>Harbour</p>", 1, "<div> is never closed"), ("<div>\n<p>\n</div>", 3, "comes before the </p> of line 2"),
    ("Harbour</div>", 1, "closes nothing"), ("<div/>", 1, "does not close it"), ("<p class=x>", 1, "in quotes"),
    ("<p class>", 1, "has no value"), ("<p class='x>", 1, "no closing quote"), ("<p class='a' class='b'>", 1, "twice"),
    ("<p", 1, "no >"), ("a < b", 1, "&lt;"), ("<!DOCTYPE html>", 1, "declarations"), ("<?php x ?>", 1, "declarations"),
    ("<!-- <p>Harbour</p>", 1, "never closed"), ("<p>{{nam}}</p>", 1, "no placeholder {{nam}}"),
    ("\n\n{{name", 3, "ends with }}"), ("<p title=\"{{logo}}\">x</p>", 1, "between elements"),
    ("<p id=\"login\">x</p>", 1, "site-"), ("<p id=\"{{name}}\">x</p>", 1, "site-"),
    ("<p data-x=\"1\">x</p>", 1, "data-x cannot stand"), ("<{{name}}>", 1, "&lt;"),
    ("<p {{name}}>", 1, "name=\"value\""),
    ("\u{1}Harbour", 1, "control character"), ("Harbour\n\u{0}", 2, "control character"),
    (String(repeating: "<div>", count: 40), 1, "too deep"),
  ]

  /// What is closed in order, and what a browser would make something else of.
  static let misplaced: [(String, Int, String)] = [
    ("<p>\n<div></div></p>", 2, "<div> cannot stand in <p>: close the <p> of line 1"),
    ("<p><span><ul></ul></span></p>", 1, "<ul> cannot stand in <p>"), ("<p>a<hr>b</p>", 1, "<hr> cannot stand in <p>"),
    ("<p><p></p></p>", 1, "<p> cannot stand in <p>"), ("<h2><h3></h3></h2>", 1, "<h3> cannot stand in <h2>"),
    ("<h3><section></section></h3>", 1, "<section> cannot stand in <h3>"),
    ("<a><a></a></a>", 1, "a link cannot stand in a link"),
    ("<a href=\"/\">\n<div><b><a href=\"/x\"></a></b></div></a>", 2, "the <a> of line 1"),
    ("<li>x</li>", 1, "<li> stands in <ul> or <ol>"), ("<ul><li><li></li></li></ul>", 1, "<li> stands in <ul> or <ol>"),
    ("<ul><li><div><li></li></div></li></ul>", 1, "<li> stands in <ul> or <ol>"),
    ("<dl><dt><dd></dd></dt></dl>", 1, "<dd> stands in <dl>"), ("<div><dt></dt></div>", 1, "<dt> stands in <dl>"),
    ("<ruby><rt><rp></rp></rt></ruby>", 1, "<rp> stands in <ruby>"),
  ]

  @Test(arguments: broken + misplaced) func `a broken header is named with its line, and the page is ours`(
    _ text: String, _ line: Int, _ words: String
  ) throws {
    try write("names", "name = Harbour Books\n")
    try write("footer.html", "<p>Harbour</p>")
    try write("style.css", "p{color:red}")
    try write("header.html", text)
    expectBuiltIn(words, "header.html", line: line)
  }

  @Test(arguments: [
    "<ul><li>a<ul><li><p>b</p></li></ul></li><li>c</li></ul>", "<a href=\"/\"><div><p>a</p></div></a>",
    "<dl><dt>a</dt><dd><p>b</p></dd></dl>", "<dl><div><dt>a</dt><dd>b</dd></div></dl>",
    "<p><a href=\"/\">a</a><br><a href=\"/\">b</a></p>", "<h2><a href=\"/\"><em>a</em></a></h2><hr>",
    "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<section><h2>a</h2><blockquote><p>b</p></blockquote></section>",
  ]) func `elements stand in each other as a browser has them`(_ text: String) throws {
    try write("header.html", text)
    #expect(page().contains("<header class=\"top\">\n\(text)\n</header>") && site.log == [])
  }

  @Test(arguments: [
    ("title = x", 1, "there is no 'title'"), ("name", 1, "key = value"), ("name = a\nname = b", 2, "twice"),
    ("name =", 1, "1 to 80"), ("home = javascript:x", 1, "a path"), ("home = //evil", 1, "a path"),
    ("home = https://a.example/\"x", 1, "a path"), ("name.fr = x", 1, "there is no 'name.fr'"),
  ]) func `a broken file of names is named with its line`(_ text: String, _ line: Int, _ words: String) throws {
    try write("names", text)
    expectBuiltIn(words, "names", line: line)
  }

  @Test(arguments: [
    ("p{}</style><script>", 1, "remove them"), ("p{}\n@import 'x';", 2, "@import"), ("p{", 1, "never closed"),
    ("}", 1, "closes nothing"),
    ("p{background:url(https://evil/x)}", 1, "url()"), ("/* x", 1, "never closed"),
    ("p{content:'x\n'}", 1, "never closed"),
    ("p{content:'</style>'}", 1, "remove them"), ("/* <!-- */", 1, "remove them"),
    ("p{content:\"\\</style><h1>x</h1>\"}", 1, "remove them"), ("p{\n}\n\\</style><h1>x</h1>", 3, "remove them"),
    ("p{content:'\\<!--'}", 1, "remove them"), ("@import 'x';\n/* \\</STYLE> */", 2, "remove them"),
    ("p{background:URL( '//evil' )}", 1, "url()"),
  ]) func `a broken stylesheet is named with its line`(_ text: String, _ line: Int, _ words: String) throws {
    try write("style.css", text)
    expectBuiltIn(words, "style.css", line: line)
  }

  @Test func `a stylesheet comes after ours, and the policy names it`() throws {
    let sheet = "/* } */\r\n.brand::after{content:\"{\\\"}\"}\n@media(width<40em){p{color:red}}\n"
    try write("style.css", sheet)
    let answer = site.send([:])
    #expect(answer.html.contains(".brand::after{content:\"{\\\"}\"}\n@media(width<40em){p{color:red}}"))
    #expect(answer.styleSources == answer.styleHashes && answer.styleHashes.count == 2)
    #expect(!(answer.value(of: "Content-Security-Policy") ?? "").contains("img-src"))
    site.site.darkTheme = "rollcall-light"
    let themed = site.send([:])
    #expect(themed.styleSources == themed.styleHashes && themed.styleHashes.count == 3)
    #expect(site.log == [])
  }

  @Test func `a logo stands in the page as a picture, and only then may a page show one`() throws {
    try write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")
    let answer = site.send([:])
    #expect(answer.html.contains("<img class=\"logo\" src=\"data:image/svg+xml;base64,"))
    #expect(answer.html.contains("\" alt=\"\"><span>Rollcall</span></p>") && !answer.html.contains("alert"))
    #expect(answer.value(of: "Content-Security-Policy")?.contains("; img-src data:;") == true)
    #expect(site.log == [])
    try FileManager.default.removeItem(atPath: directory + "/logo.svg")
    try Files.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], to: directory + "/logo.png")
    #expect(page().contains("src=\"data:image/png;base64,iVBORw0KGgoA\""))
    try write("logo.png", "GIF89a")
    expectBuiltIn("no PNG picture", "logo.png")
    try write("logo.svg", "hello")
    expectBuiltIn("no SVG picture", "logo.svg")
  }

  @Test func `what is no text, or too much of one, is told and passed over`() throws {
    try Files.write([0x48, 0xFF, 0xFE], to: directory + "/header.html")
    expectBuiltIn("not UTF-8", "header.html")
    try write("header.html", "<p>" + String(repeating: "x", count: TemplateFile.largest) + "</p>")
    expectBuiltIn("larger than 64 KiB", "header.html")
    try write("header.html", "<p>" + String(repeating: "x", count: TemplateFile.largest - 7) + "</p>")
    #expect(page().contains("xxx</p>"))
  }

  @Test func `links, pipes and directories in place of files neither hang nor break`() throws {
    let header = directory + "/header.html"
    #expect(mkfifo(header, 0o644) == 0)
    expectBuiltIn("not a plain file", "header.html")
    unlink(header)
    try FileManager.default.createDirectory(atPath: header, withIntermediateDirectories: false)
    expectBuiltIn("not a plain file", "header.html")
    rmdir(header)
    // Whoever may put files here could have the key shown to everybody.
    try Files.write("<p>elsewhere</p>", to: files.file("real.html"))
    for target in ["/nowhere/at/all", header, "/dev/zero", files.file("real.html")] {
      symlink(target, header)
      expectBuiltIn("it is a link", "header.html")
      unlink(header)
    }
    #expect(link(files.file("real.html"), header) == 0)
    expectBuiltIn("it is a link", "header.html")
  }

  @Test func `what everybody can change is not shown`() throws {
    try write("footer.html", "<p>Harbour</p>")
    chmod(directory + "/footer.html", 0o666)
    expectBuiltIn("chmod o-w", "footer.html")
    chmod(directory + "/footer.html", 0o644)
    chmod(directory, 0o777)
    #expect(!page().contains("Harbour") && site.log.last?.contains("chmod o-w \(directory)") == true)
  }

  @Test(arguments: ["/nowhere/at/all", "/dev/null", "relative"]) func `a directory that is none is told`(_ path: String)
    throws
  {
    site.site.pages = path
    #expect(page().contains("<span>Rollcall</span>"))
    #expect(site.log.last?.hasPrefix(path + ":") == true)
  }

  @Test(arguments: ["../../etc/passwd", "en/../header", "zh/../x.html;q=0", "%2e%2e", "\u{0}"])
  func `nothing of a request reaches a file's name`(_ text: String) throws {
    try write("header.en.html", "<p>English</p>")
    let answer = site.send([
      "HTTP_ACCEPT_LANGUAGE": text, "PATH_INFO": "/" + text, "QUERY_STRING": "lang=\(text)", "HTTP_HOST": text,
    ])
    #expect(answer.html.contains("<p>English</p>") && site.log == [])
  }

  @Test func `what is wrong with templates and themes is told apart from trouble with the database`() throws {
    try write("header.html", "<p>Harbour")
    site.site.darkTheme = "/nowhere/dark.yaml"
    var (trouble, dress): ([String], [String]) = ([], [])
    func send(_ open: @escaping () throws -> SessionService) -> Response {
      let responder = Responder(
        site: site.site, open: open, log: { trouble.append($0) }, logDress: { dress.append($0) })
      return responder.login(TestSite.request([:], body: []))
    }
    #expect(send(site.open).status == .ok)
    #expect(trouble == [] && dress.count == 2, "\(trouble) \(dress)")
    #expect(dress.first?.hasPrefix(directory + "/header.html:1: ") == true)
    #expect(dress.last?.hasPrefix("/nowhere/dark.yaml: ") == true)
    #expect(send { throw SiteError("The database is away.") }.status == .serviceUnavailable)
    #expect(trouble == ["The database is away."] && dress.count == 4)
  }

  @Test func `the sample directory is whole`() throws {
    site.site.pages = Files.path("sample-data/pages")
    for language in ["en", "zh"] {
      let answer = site.send(["HTTP_ACCEPT_LANGUAGE": language])
      #expect(answer.html.contains("<footer") && answer.html.contains("<img class=\"logo\""))
      #expect(answer.styleSources == answer.styleHashes && answer.styleHashes.count == 2)
    }
    #expect(site.log == [])
  }
}
