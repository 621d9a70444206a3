import CFastCGI

/// How much of a request has come: a sequence of records, each a header of 8 bytes and its content (FastCGI 1.0, section
/// 3.3). It is looked at before anybody reads it, so that one who sends slowly waits alone.
enum RequestProgress {
  /// All of it, or as much as there is to be said about it.
  case whole
  /// A part.
  case partial

  /// Looks at what a web server has sent so far.
  init(of bytes: UnsafeRawBufferPointer) {
    var rest = UnsafeRawBufferPointer(rebasing: bytes[...])
    var isAuthorizer = false
    while rest.count >= Self.header {
      let length = Int(rest[4]) << 8 | Int(rest[5])
      switch (Int32(rest[0]), Int32(rest[1])) {
      case (FCGI_VERSION_1, FCGI_BEGIN_REQUEST):
        if rest.count > Self.header + 1 { isAuthorizer = Int32(rest[Self.header + 1]) == FCGI_AUTHORIZER }
      case (FCGI_VERSION_1, FCGI_PARAMS):
        // An authorizer is sent no body (section 6.3).
        if length == 0, isAuthorizer { self = .whole; return }
      case (FCGI_VERSION_1, FCGI_STDIN):
        if length == 0 { self = .whole; return }
      // Whatever else it is, the library knows what to say to it.
      default: self = .whole; return
      }
      let record = Self.header + length + Int(rest[6])
      guard rest.count > record else { break }
      rest = UnsafeRawBufferPointer(rebasing: rest[record...])
    }
    self = .partial
  }

  private static let header = 8
}
