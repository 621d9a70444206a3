import SessionCore

extension Response {
  /// The page for a request that was refused.
  init(_ refusal: Refusal, _ exchange: Exchange) {
    self.init(refusal.status, page: ErrorPage(refusal: refusal, language: exchange.language, site: exchange.site).page)
    if !refusal.allowed.isEmpty { add("Allow", HeaderValue(refusal.allowed.map(\.rawValue).joined(separator: ", "))) }
    if refusal.status == .serviceUnavailable { add("Retry-After", refusal == .busy ? "10" : "60") }
  }
}

/// What went wrong and what the visitor can do.
private struct ErrorPage {
  let refusal: Refusal
  let language: Language
  let site: Site

  var page: Page {
    Page(
      title: refusal.title(language), language: language,
      content: """
        <h1>\(refusal.title, language)</h1>
        <p class="lead">\(refusal.advice, language)</p>
        \(link)
        """)
  }

  private var link: HTML? {
    // Where nothing works yet, a link would lead here again.
    guard refusal.status != .serviceUnavailable, refusal != .insecure else { return nil }
    return "<p class=\"actions\"><a class=\"button\" href=\"\(site.login.text)\">\(Texts.toLogin, language)</a></p>"
  }
}
