import SessionCore

/// How a request came: what the server says of it, and nothing that a client could say (RFC 3875, section 4.1).
public struct Connection: Sendable {
  /// Whether it came by https.
  public let isSecure: Bool
  /// The client's address.
  public let address: IPAddress?

  /// Reads the connection of `request`.
  public init(of request: Request) {
    self.isSecure = request["HTTPS"]?.lowercased() == "on"
    self.address = request["REMOTE_ADDR"].flatMap(IPAddress.init(text:))
  }

  /// Whether nobody on the way can read along: https, or no way at all.
  var isPrivate: Bool { isSecure || address?.isLoopback == true }
}
