import Glibc

/// An address of the network: 16 bytes, an IPv4 address as IPv6 maps it (RFC 4291, section 2.5.5.2).
public struct IPAddress: Hashable, Sendable {
  /// The 16 bytes.
  public let bytes: [UInt8]

  private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]

  /// No address (RFC 4291, section 2.5.2).
  static let unspecified = IPAddress(known: [UInt8](repeating: 0, count: 16))

  private init(known bytes: [UInt8]) { self.bytes = bytes }

  /// Takes the 16 bytes that a store kept; nil for any other number.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads an address as people write it; nil when it is none.
  public init?(text: String) {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      self.bytes = Self.mapped + withUnsafeBytes(of: four) { Array($0) }
      return
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
    self.bytes = withUnsafeBytes(of: six) { Array($0) }
  }

  /// Whether the address is this machine's own: 127.0.0.0/8 or ::1.
  public var isLoopback: Bool {
    isIPv4 ? bytes[12] == 127 : bytes == [UInt8](repeating: 0, count: 15) + [1]
  }

  /// Whether it is an IPv4 address, which is kept as IPv6 maps it (RFC 4291, section 2.5.5.2).
  public var isIPv4: Bool { bytes.starts(with: Self.mapped) }
}

extension IPAddress: CustomStringConvertible {
  /// The address as people write it (RFC 5952).
  public var description: String {
    let four = isIPv4
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = four ? AF_INET : AF_INET6
    let own = four ? Array(bytes[12...]) : bytes
    guard inet_ntop(family, own, &text, socklen_t(text.count)) != nil else { return "?" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension IPAddress: Comparable {
  /// By their bytes, as a database sorts them.
  public static func < (left: IPAddress, right: IPAddress) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
