import SessionCore

/// How a request came: what the server says of it, and nothing that a client could say (RFC 3875, section 4.1). What a
/// proxy says in headers counts when the operator trusts that proxy, and only then (OWASP ASVS 5.0, 4.1.3).
public struct Connection: Sendable {
  /// Whether the client speaks https.
  public let isSecure: Bool
  /// The client's address.
  public let address: IPAddress?
  /// Whether the request came through a proxy that is trusted, so that what the headers of its kind say is believed.
  let isFromTrustedProxy: Bool
  /// Whether the address is the client's own for certain.
  private let isAddressKnown: Bool

  /// Reads the connection of `request`, which may come through `proxies`.
  public init(of request: Request, trusting proxies: [Network] = []) {
    let peer = request["REMOTE_ADDR"].flatMap(IPAddress.init(text:))
    let isHTTPS = request["HTTPS"]?.lowercased() == "on"
    guard let peer, proxies.contains(where: { $0.contains(peer) }) else {
      (isSecure, address, isFromTrustedProxy, isAddressKnown) = (isHTTPS, peer, false, true)
      return
    }
    isFromTrustedProxy = true
    isSecure = request["HTTP_X_FORWARDED_PROTO"].map { $0.lowercased() == "https" } ?? isHTTPS
    guard let chain = request["HTTP_X_FORWARDED_FOR"] else {
      // It says how it was spoken to and not by whom: that was somebody else than itself.
      (address, isAddressKnown) = (peer, request["HTTP_X_FORWARDED_PROTO"] == nil)
      return
    }
    let client = Self.client(in: chain, trusting: proxies)
    (address, isAddressKnown) = (client ?? peer, client != nil)
  }

  /// Whether nobody on the way can read along: https, or no way at all.
  var isPrivate: Bool { isSecure || isAddressKnown && address?.isLoopback == true }

  /// The client in X-Forwarded-For: each proxy adds at the right whom it was asked by, so it is the rightmost that is no
  /// trusted proxy itself. What stands left of that is the client's own tale. Nil when what is looked at is no address.
  private static func client(in chain: String, trusting proxies: [Network]) -> IPAddress? {
    var client: IPAddress?
    for entry in chain.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).reversed() {
      let text = String(decoding: entry.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
      guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let address = IPAddress(text: text) else {
        return nil
      }
      client = address
      guard proxies.contains(where: { $0.contains(address) }) else { break }
    }
    return client
  }
}
