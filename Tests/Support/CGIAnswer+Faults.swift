extension CGIAnswer {
  /// What every answer carries, whatever it is (OWASP ASVS 5.0, chapters 3.4 and 14.3).
  private static let always = [
    "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
  ]
  private static let directives = [
    "default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ]
  /// What may come more than once.
  private static let lists: Set<String> = ["vary", "set-cookie"]
  /// What tells about the inside.
  private static let talkative: Set<String> = ["server", "x-powered-by", "date", "x-debug"]

  /// Looks for what an answer should not be like.
  ///
  /// - Parameter isSecure: whether the request came by https.
  /// - Returns: what is wrong; empty when all is well.
  public func faults(isSecure: Bool) -> [String] {
    var faults: [String] = []
    func expect(_ isMet: Bool, _ what: String) { if !isMet { faults.append(what) } }

    for (name, value) in Self.always { expect(all(name) == [value], "\(name): \(all(name))") }
    let type = all("Content-Type")
    expect(type == ["text/html; charset=utf-8"] || type == ["text/plain; charset=utf-8"], "Content-Type: \(type)")
    expect((type.first?.hasPrefix("text/html") == true) == (self["Content-Length"] != "0"), "a type for no body")
    let policy = (self["Content-Security-Policy"] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
    for directive in Self.directives { expect(policy.contains { $0.hasPrefix(directive) }, "CSP without \(directive)") }
    for directive in policy {
      expect(!directive.contains("unsafe-") && !directive.contains("script-src"), "CSP with \(directive)")
      expect(!directive.contains("*") && !directive.contains("http:"), "CSP with \(directive)")
    }
    expect((self["Strict-Transport-Security"] != nil) == isSecure, "Strict-Transport-Security")

    expect((status == 401) == (self["WWW-Authenticate"] != nil), "WWW-Authenticate with \(status)")
    expect((status == 405) == (self["Allow"] != nil), "Allow with \(status)")
    expect([429, 503].contains(status) == (self["Retry-After"] != nil), "Retry-After with \(status)")
    expect(status != 303 || self["Location"] != nil, "303 without Location")
    expect([303, 401].contains(status) || self["Location"] == nil, "Location with \(status)")
    expect((status == 200) || all("Remote-User").isEmpty, "Remote-User with \(status)")
    for cookie in all("Set-Cookie") { faults += Self.faults(ofCookie: cookie, isSecure: isSecure) }
    for (name, group) in Dictionary(grouping: headers, by: { $0.name.lowercased() }) {
      expect(group.count == 1 || Self.lists.contains(name), "\(name) comes twice")
      expect(!Self.talkative.contains(name), "\(name) tells about the inside")
    }
    return faults
  }

  private static func faults(ofCookie cookie: String, isSecure: Bool) -> [String] {
    let parts = cookie.split(separator: ";").map { String($0.drop { $0 == " " }) }
    var wanted = ["Path=/", "HttpOnly", "SameSite=Lax"]
    if isSecure { wanted.append("Secure") }
    let name = isSecure ? "__Host-rollcall=" : "rollcall="
    let isOurs = parts.first?.hasPrefix(name) == true && wanted.allSatisfy(parts.contains)
    let isBounded = cookie.utf8.count < 4096 && !parts.contains { $0.lowercased().hasPrefix("domain") }
    return isOurs && isBounded ? [] : ["a cookie that is not as it should be: \(parts.dropFirst())"]
  }
}
