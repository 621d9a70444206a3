/// What became of a request (RFC 9110, section 15).
public struct Status: Hashable, Sendable {
  /// The three digits.
  public let code: Int
  /// The words that go with them.
  public let reason: String

  private init(_ code: Int, _ reason: String) {
    self.code = code
    self.reason = reason
  }

  /// Here it is.
  public static let ok = Status(200, "OK")
  /// It was done; the result stands elsewhere.
  public static let seeOther = Status(303, "See Other")
  /// The request cannot be read.
  public static let badRequest = Status(400, "Bad Request")
  /// Nobody is logged in, or not with these credentials.
  public static let unauthorized = Status(401, "Unauthorized")
  /// The request is understood and refused.
  public static let forbidden = Status(403, "Forbidden")
  /// There is no such page.
  public static let notFound = Status(404, "Not Found")
  /// The page does not take this method.
  public static let methodNotAllowed = Status(405, "Method Not Allowed")
  /// The request does not say how long it is.
  public static let lengthRequired = Status(411, "Length Required")
  /// The request is longer than is taken.
  public static let contentTooLarge = Status(413, "Content Too Large")
  /// The request's body is of a type that is not taken.
  public static let unsupportedMediaType = Status(415, "Unsupported Media Type")
  /// There were too many requests of this kind (RFC 6585, section 4).
  public static let tooManyRequests = Status(429, "Too Many Requests")
  /// The program does nothing of the kind.
  public static let notImplemented = Status(501, "Not Implemented")
  /// The database cannot answer.
  public static let serviceUnavailable = Status(503, "Service Unavailable")
}
