/// What a request asks for (RFC 9110, section 9).
public struct Method: RawRepresentable, Hashable, Sendable {
  /// The method's name, in the case it was sent in.
  public let rawValue: String
  /// Takes a method's name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Asks for a page.
  public static let get = Method(rawValue: "GET")
  /// Asks for what the header of a page would be.
  public static let head = Method(rawValue: "HEAD")
  /// Sends a form.
  public static let post = Method(rawValue: "POST")
}
