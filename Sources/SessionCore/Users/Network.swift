/// A network: all addresses that begin with the same bits. One address is a network of 128 bits.
///
/// IPv4 is compared as IPv6 maps it (RFC 4291, section 2.5.5.2): 203.0.113.0/24 is the network of 120 bits that begins
/// with ::ffff:203.0.113.0.
public struct Network: Hashable, Sendable {
  /// Its first address.
  public let first: IPAddress
  /// Its last address.
  public let last: IPAddress

  /// The network of the first `bits` bits of `address`, 0 to 128; the other bits of `address` do not matter. Nil for
  /// any other number.
  public init?(of address: IPAddress, bits: Int) {
    guard (0...128).contains(bits) else { return nil }
    var low = address.bytes
    var high = low
    for index in low.indices {
      let free = UInt8(truncatingIfNeeded: 0xFF >> max(0, min(8, bits - 8 * index)))
      low[index] &= ~free
      high[index] |= free
    }
    guard let first = IPAddress(bytes: low), let last = IPAddress(bytes: high) else { return nil }
    self.first = first
    self.last = last
  }

  /// Reads an address, or a network as people write it (RFC 4632, section 3.1; RFC 4291, section 2.3): `203.0.113.7`,
  /// `203.0.113.0/24`, `2001:db8::/48`. Nil when it is none.
  public init?(text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    // Said here as well as there: a zero byte would end the text for the C library.
    guard let name = parts.first, name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let address = IPAddress(text: String(name))
    else { return nil }
    guard parts.count == 2 else {
      self.init(of: address, bits: 128)
      return
    }
    let digits = parts[1].utf8
    guard (1...3).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }), let bits = Int(parts[1])
    else { return nil }
    let isIPv4 = !name.utf8.contains(UInt8(ascii: ":"))
    guard bits <= (isIPv4 ? 32 : 128) else { return nil }
    self.init(of: address, bits: isIPv4 ? 96 + bits : bits)
  }
}

extension Network {
  /// Whether `address` is in it.
  public func contains(_ address: IPAddress) -> Bool { first <= address && address <= last }

  /// Reads networks with blanks between them, for a list of who is trusted. Nil when one of them is none, or is
  /// wider than any site's own (/8, of IPv6 /16): a list that half of the world is on is a mistake.
  public static func trustList(_ text: String) -> [Network]? {
    let words = text.split { $0 == " " || $0 == "\t" }
    let networks = words.compactMap { Network(text: String($0)) }
    guard !words.isEmpty, networks.count == words.count, !networks.contains(where: \.isTooWide) else { return nil }
    return networks
  }

  /// By what it covers, however it is written: ::ffff:0.0.0.0/97 is half of IPv4 as well.
  private var isTooWide: Bool {
    guard let everyIPv4 = Network(text: "0.0.0.0/0") else { return true }
    if contains(everyIPv4.first) && contains(everyIPv4.last) { return true }
    return bits < (everyIPv4.contains(first) ? 96 + 8 : 16)
  }

  /// How many bits all of its addresses begin with.
  private var bits: Int {
    zip(first.bytes, last.bytes).reduce(0) { $0 + ($1.0 ^ $1.1).leadingZeroBitCount }
  }
}
