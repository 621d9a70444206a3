import SessionCore

/// The one cookie that the browser keeps for us.
struct SessionCookie {
  /// Under https the name begins with `__Host-`: a browser then takes it only if it is Secure, for this host alone and for
  /// every path, so that no neighbour can plant one (RFC 6265bis, section 4.1.3.2; OWASP ASVS 5.0, 3.3.1).
  let name: String
  private let isSecure: Bool

  init(for connection: Connection) {
    self.isSecure = connection.isSecure
    self.name = connection.isSecure ? "__Host-rollcall" : "rollcall"
  }

  /// The token in a Cookie header (RFC 6265, section 5.4). Nil when there is none, when it cannot be one of ours, and when
  /// there are two: one of them was planted, and nobody knows which.
  func token(in header: String) -> Token? {
    var header = header
    // As bytes in a row, without an object for each part: every check of a session reads its cookie.
    return header.withUTF8 { header in
      var found: Slice<UnsafeBufferPointer<UInt8>>?
      var rest = header[...]
      while !rest.isEmpty {
        let pair = rest.prefix { $0 != UInt8(ascii: ";") }
        rest = rest[pair.endIndex...].dropFirst()
        guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
          Self.trimmed(pair[..<equals]).elementsEqual(name.utf8)
        else { continue }
        guard found == nil else { return nil }
        found = Self.trimmed(pair[pair.index(after: equals)...])
      }
      return found.flatMap { Token(text: Array($0)) }
    }
  }

  /// Sets the cookie: for a remembered session until that ends at the latest, else until the browser is closed. Whether
  /// the session lives is decided here and not by the browser (NIST SP 800-63B-4, 5.1.1).
  func setting(_ token: Token, for session: Session) -> HeaderValue {
    let age = (session.absoluteExpiresAt - session.createdAt).milliseconds / 1000
    return "\(name)=\(token.text)\(attributes)\(session.kind == .remembered ? "; Max-Age=\(age)" : "")"
  }

  /// Makes the browser forget the cookie.
  var clearing: HeaderValue { "\(name)=\(attributes); Max-Age=0" }

  private var attributes: String { "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "") }

  private static func trimmed(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var text = text.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    return text
  }
}
