extension Response {
  /// Adds what every answer carries, whatever it is (OWASP ASVS 5.0, chapters 3.4 and 14.3).
  mutating func addSecurityHeaders(isSecure: Bool, site: Site, dress: Dress?) {
    guard !isForServerAlone else { return }
    if body.isEmpty { add("Content-Type", "text/plain; charset=utf-8") }
    add("Cache-Control", "no-store")
    add("X-Content-Type-Options", "nosniff")
    // Browsers hold the redirect after a form against it as well (CSP level 3, section 6.4.2).
    let targets = site.returnOrigins.reduce(into: "") { $0 += " " + $1.text }
    add(
      "Content-Security-Policy",
      """
      default-src 'none'; style-src \(dress?.sources ?? "'\(Stylesheet.hash)'")\
      \(dress?.hasPicture == true ? "; img-src data:" : ""); form-action 'self'\(targets); base-uri 'none'; \
      frame-ancestors 'none'
      """)
    // What frame-ancestors says, for browsers that do not know it (RFC 7034).
    add("X-Frame-Options", "DENY")
    // Not "no-referrer": with it browsers send "Origin: null" and no Referer with our own forms (Fetch, section 3.2), and
    // one that has no Sec-Fetch-Site could not log in. To other sites this sends as little.
    add("Referrer-Policy", "same-origin")
    add("Cross-Origin-Opener-Policy", "same-origin")
    add("Cross-Origin-Resource-Policy", "same-origin")
    // This host alone: whether its subdomains speak https is not ours to say.
    if isSecure { add("Strict-Transport-Security", "max-age=31536000") }
  }
}
