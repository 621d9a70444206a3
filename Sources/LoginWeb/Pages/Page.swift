import SessionCore

/// A whole page: the frame that all of them share around what is its own. No script, nothing loaded from anywhere.
///
/// What a site adds of its own (name, logo, header, footer, colours) comes to every page by itself, when it is answered.
public struct Page: Sendable {
  /// How much room the content asks for.
  public enum Width: String, Sendable {
    /// A column with a form or a few sentences.
    case card
    /// A page with a list.
    case wide
  }

  /// The title, for the browser's tab and history; the site's name follows it.
  public var title: String
  /// The language that the page is in.
  public var language: Language
  /// How much room the content asks for.
  public var width: Width
  /// What stands beside the site's mark at the top: who is logged in, and the way out.
  public var bar: HTML?
  /// Where the browser goes by itself, three seconds later; nil to stay.
  var next: ReturnPath?
  /// The content, with the one `h1` of the page.
  public var content: HTML

  /// Makes a page.
  public init(title: String, language: Language, width: Width = .card, bar: HTML? = nil, content: HTML) {
    self.title = title
    self.language = language
    self.width = width
    self.bar = bar
    self.content = content
  }

  /// The page as it is sent, in what the site wears.
  func html(in dress: Dress) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">\(refresh)
    <title>\(title) · \(dress.name)</title>
    <style>\(Stylesheet.html)</style>\(dress.styles.map { "\n<style>\($0)</style>" as HTML })
    </head>
    <body class="\(width.rawValue)">
    \(dress.isLong ? skip : nil)<header class="top">
    \(dress.header)\(bar)
    </header>
    <main id="main">
    \(content)
    </main>\(dress.footer.map { "\n<footer class=\"end\">\n\($0)\n</footer>" as HTML })
    </body>
    </html>

    """
  }

  /// Past a header with links of its own (WCAG 2.2, 2.4.1). Ours has nothing to skip.
  private var skip: HTML { "<a class=\"skip\" href=\"#main\">\(Texts.skip, language)</a>\n" }

  private var refresh: HTML? {
    next.map { "\n<meta http-equiv=\"refresh\" content=\"3; url=\($0.text)\">" }
  }
}
