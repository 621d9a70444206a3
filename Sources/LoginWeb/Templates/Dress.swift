import SessionCore

/// What a site's pages wear around their content: its name and mark, its header and footer, its styles.
struct Dress: Sendable {
  /// The site's name, which follows each page's title.
  var name = "Rollcall"
  /// What stands at the top.
  var header: HTML
  /// What stands at the end.
  var footer: HTML?
  /// Whether there are links in the header that one may want to skip.
  var isLong = false
  /// Stylesheets that come after ours.
  var styles: [HTML] = []
  /// Whether a page shows a picture that stands in it.
  var hasPicture = false

  /// What pages wear where a site has nothing of its own.
  static func builtIn(_ language: Language) -> Dress {
    // The name is no word of Chinese: read aloud, it wants its own language.
    let name: HTML = language == .english ? "<span>Rollcall</span>" : "<span lang=\"en\">Rollcall</span>"
    return Dress(header: HTML.brand(.mark, name, home: nil))
  }

  /// The stylesheets that may style a page, as the header Content-Security-Policy names them.
  var sources: String {
    ([Stylesheet.hash] + styles.map { Self.source(of: $0.text) }).map { "'\($0)'" }.joined(separator: " ")
  }

  /// A stylesheet as the header names it: `sha256-` and its digest (CSP level 3, section 2.3.1).
  static func source(of style: String) -> String { "sha256-" + Base64.encode(SHA256.digest(of: Array(style.utf8))) }
}
