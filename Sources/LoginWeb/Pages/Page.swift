import SessionCore

/// A whole page: the frame that all of them share around what is its own. No script, nothing loaded from anywhere.
public struct Page {
  /// How much room the content asks for.
  public enum Width: Sendable {
    /// A card with a form or a few sentences.
    case card
    /// A page with a list.
    case wide
  }

  /// The title, for the browser's tab and history.
  public var title: String
  /// The language that the page is in.
  public var language: Language
  /// How much room the content asks for.
  public var width: Width
  /// Where the browser goes by itself, three seconds later; nil to stay.
  var next: ReturnPath?
  /// The content.
  public var content: HTML

  /// Makes a page.
  public init(title: String, language: Language, width: Width = .card, content: HTML) {
    self.title = title
    self.language = language
    self.width = width
    self.content = content
  }

  /// The page as it is sent.
  var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">\(refresh)
    <title>\(title) · Rollcall</title>
    <style>\(Stylesheet.html)</style>
    </head>
    <body>
    <main class="\(width == .card ? "card" : "wide")">
    \(content)
    </main>
    </body>
    </html>

    """
  }

  private var refresh: HTML? {
    next.map { "\n<meta http-equiv=\"refresh\" content=\"3; url=\($0.text)\">" }
  }
}

extension HTML {
  /// The product's mark: a name ticked off on a list.
  public static let mark: HTML = """
    <p class="brand"><svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">\
    <rect width="32" height="32" rx="9"/><path d="M9.5 16.8l4.4 4.4 8.8-10"/></svg><span>Rollcall</span></p>
    """
}
