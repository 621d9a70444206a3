/// The one stylesheet. It stands in every page, so a page is one request, and nothing else may style one: the header
/// Content-Security-Policy names its hash (CSP level 3, section 6.7.3.3), and those of a site's own.
///
/// It looks like a page from a register: letters on plain paper, a thick and a thin rule below the site's name as printers
/// in East and West have framed pages with, a seal in red. There are no cards and no shadows, so little has to change
/// between 320 pixels and 1280, between day and night, or at 400 per cent.
enum Stylesheet {
  /// SHA-256 of ``html`` as the policy names it. A test tells the new one after a change.
  static let hash = "sha256-9jOSei2E8Ga9VYkLc1O2goKNnvjGMQWy1ilGmZDTZlw="

  /// The stylesheet as a piece of a page.
  static let html: HTML = "\(colours)\(type)\(frame)\(forms)\(notice)\(lists)\(account)\(modes)"
}
