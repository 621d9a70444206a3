extension HTML {
  /// The product's mark, a name ticked off on a list, as a seal.
  static let mark: HTML = """
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">\
    <path class="ground" d="M1 2h30v28H1z"/><path class="tick" d="M8.5 16.6l5 5 10-11.6"/></svg>
    """

  /// A site's mark and name, which lead to its front page where it has named one.
  static func brand(_ mark: HTML, _ name: HTML, home: String?) -> HTML {
    guard let home else { return "<p class=\"brand\">\(mark)\(name)</p>" }
    return "<p class=\"brand\"><a href=\"\(home)\">\(mark)\(name)</a></p>"
  }
}
