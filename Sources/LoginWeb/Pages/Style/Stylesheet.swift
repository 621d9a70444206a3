/// The one stylesheet. It stands in every page, so a page is one request, and nothing else may style one: the header
/// Content-Security-Policy names its hash (CSP level 3, section 6.7.3.3).
enum Stylesheet {
  /// SHA-256 of ``text`` as the policy names it. A test tells the new one after a change.
  static let hash = "sha256-zgY0C9A2W7zCcsr0gQZBkuuhTTYjj14IZhLvfXKxCe8="

  /// The stylesheet as a piece of a page.
  static let html: HTML = "\(colours)\(frame)\(forms)\(lists)"
}
