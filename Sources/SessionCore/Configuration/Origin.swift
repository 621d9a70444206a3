/// Scheme, host and port of a site (RFC 6454, section 4): what decides whose an absolute address is.
///
/// It is https, or http on this machine itself. Two origins are equal when their texts are: the host is written in small
/// letters of ASCII (a name in other letters as its `xn--` form), an address in its one canonical form, and the port of
/// the scheme not at all.
public struct Origin: Hashable, Sendable {
  /// The origin: `https://www.example.org:8443`. Nothing in it needs escaping in a page or in a header.
  public let text: String

  /// Reads an origin with nothing after it; nil when it is none.
  public init?(text: String) {
    guard let (origin, rest) = Self.split(text), rest.isEmpty else { return nil }
    self = origin
  }

  private init(known text: String) { self.text = text }

  /// The origin that an absolute address begins with, and what comes after; nil for anything that browsers might read in
  /// two ways, among it every address with a user's name in it (RFC 3986, section 3.2.1).
  public static func split(_ address: String) -> (origin: Origin, rest: String)? {
    let bytes = Array(address.utf8)
    for (scheme, standard) in [("https", 443), ("http", 80)] {
      let prefix = Array("\(scheme)://".utf8)
      guard bytes.starts(with: prefix) else { continue }
      let authority = bytes.dropFirst(prefix.count).prefix { $0 != UInt8(ascii: "/") }
      // What would begin a query, a fragment or a user's name is in no host, so the authority ends where browsers say.
      guard let (host, port) = Host.split(authority, standard: standard), scheme == "https" || host.isLoopback else {
        return nil
      }
      let rest = bytes.dropFirst(prefix.count + authority.count)
      return (
        Origin(known: "\(scheme)://\(host.text)" + (port == standard ? "" : ":\(port)")),
        String(decoding: rest, as: UTF8.self)
      )
    }
    return nil
  }

  /// Reads origins with blanks between them; nil when one of them is none.
  public static func list(_ text: String) -> [Origin]? {
    let words = text.split { $0 == " " || $0 == "\t" }
    let origins = words.compactMap { Origin(text: String($0)) }
    return !words.isEmpty && origins.count == words.count ? origins : nil
  }
}

/// The host of an origin, in its one canonical form.
private struct Host {
  let text: String
  /// Whether it is this machine: a name that never leaves it (RFC 6761, section 6.3), or its own address.
  let isLoopback: Bool

  /// Host and port of `host` or `host:port`.
  static func split(_ authority: some Collection<UInt8>, standard: Int) -> (Host, Int)? {
    var name = Array(authority)
    var port = standard
    let colon = UInt8(ascii: ":")
    if let last = name.lastIndex(of: colon), name.first != UInt8(ascii: "[") || name[last - 1] == UInt8(ascii: "]") {
      let digits = name[(last + 1)...]
      guard (1...5).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.first != 0x30,
        let number = Int(String(decoding: digits, as: UTF8.self)), number <= 65_535
      else { return nil }
      port = number
      name = Array(name[..<last])
    }
    return Host(name).map { ($0, port) }
  }

  init?(_ bytes: [UInt8]) {
    let name = String(decoding: bytes, as: UTF8.self).asciiLowercased
    if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
      let inner = String(name.dropFirst().dropLast())
      guard let address = IPAddress(text: inner), address.description == inner, !address.isIPv4 else { return nil }
      (text, isLoopback) = (name, address.isLoopback)
      return
    }
    let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard name.utf8.count <= 253, labels.allSatisfy(Self.isLabel), let last = labels.last else { return nil }
    // A name whose last part is a number is an address to browsers, in any of its many spellings: only the usual one.
    if let first = last.first, (0x30...0x39).contains(first) {
      guard let address = IPAddress(text: name), address.description == name else { return nil }
      (text, isLoopback) = (name, address.isLoopback)
      return
    }
    (text, isLoopback) = (name, name == "localhost" || name.hasSuffix(".localhost"))
  }

  private static func isLabel(_ label: Substring.UTF8View) -> Bool {
    !label.isEmpty
      && label.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
}
