/// Whether a form was sent from one of our own pages (OWASP Cross-Site Request Forgery Prevention; ASVS 5.0, 3.5.1).
enum SameOrigin {
  /// Refuses a request that another site's page may have sent. The browser's own word comes first; one that does not give
  /// it says at least which page it was, and what says nothing at all is refused.
  ///
  /// - Throws: ``Refusal/foreignForm``.
  static func check(_ request: Request, isSecure: Bool) throws {
    if let site = request["HTTP_SEC_FETCH_SITE"] {
      guard site == "same-origin" else { throw Refusal.foreignForm }
      return
    }
    guard let host = request["HTTP_HOST"] else { throw Refusal.foreignForm }
    let own = (isSecure ? "https://" : "http://") + host.lowercased()
    if let origin = request["HTTP_ORIGIN"] {
      guard origin.lowercased() == own else { throw Refusal.foreignForm }
      return
    }
    guard let referer = request["HTTP_REFERER"], origin(of: referer) == own else { throw Refusal.foreignForm }
  }

  /// Scheme, host and port of an absolute URL (RFC 6454, section 4); nil for anything else.
  private static func origin(of url: String) -> String? {
    let bytes = Array(url.lowercased().utf8)
    for scheme in ["http://", "https://"] where bytes.starts(with: scheme.utf8) {
      let authority = bytes.dropFirst(scheme.utf8.count).prefix {
        $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "\\")
      }
      return scheme + String(decoding: authority, as: UTF8.self)
    }
    return nil
  }
}
