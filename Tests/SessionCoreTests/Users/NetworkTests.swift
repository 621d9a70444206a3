import SessionCore
import Testing

@Suite struct NetworkTests {
  @Test(arguments: [
    ("203.0.113.0/24", "203.0.113.0", "203.0.113.255"), ("203.0.113.7", "203.0.113.7", "203.0.113.7"),
    ("203.0.113.7/32", "203.0.113.7", "203.0.113.7"), ("10.1.2.3/8", "10.0.0.0", "10.255.255.255"),
    ("192.0.2.130/25", "192.0.2.128", "192.0.2.255"), ("0.0.0.0/0", "0.0.0.0", "255.255.255.255"),
    ("2001:db8::/48", "2001:db8::", "2001:db8:0:ffff:ffff:ffff:ffff:ffff"),
    ("2001:db8:1:2:3::9/64", "2001:db8:1:2::", "2001:db8:1:2:ffff:ffff:ffff:ffff"), ("::1", "::1", "::1"),
    ("2001:db8::7/127", "2001:db8::6", "2001:db8::7"), ("::ffff:203.0.113.9/120", "203.0.113.0", "203.0.113.255"),
    ("::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
  ]) func `a network reaches from its first to its last address`(_ text: String, _ first: String, _ last: String) throws
  {
    let network = try #require(Network(text: text))
    #expect(network.first == IPAddress(text: first))
    #expect(network.last == IPAddress(text: last))
  }

  @Test(arguments: [
    "", "/", "/24", "203.0.113", "203.0.113.0/", "203.0.113.0/33", "203.0.113.0/-1", "203.0.113.0/+8",
    "203.0.113.0/8/8",
    "203.0.113.0/ 8", "2001:db8::/129", "2001:db8::/1000", "::1%lo", "[::1]", "203.0.113.7\0junk", "２０３.0.113.7",
    "203.0.113.0/２４", "1/8",
  ]) func `what is no network is refused`(_ text: String) { #expect(Network(text: text) == nil) }

  @Test(arguments: 0...128) func `as many bits as asked for are the same`(_ bits: Int) throws {
    let address = try #require(IPAddress(bytes: (0..<16).map { UInt8(truncatingIfNeeded: 0xA5 &+ $0 &* 37) }))
    let network = try #require(Network(of: address, bits: bits))
    func bit(_ address: IPAddress, _ index: Int) -> UInt8 { address.bytes[index / 8] >> UInt8(7 - index % 8) & 1 }
    for index in 0..<128 {
      #expect(bit(network.first, index) == (index < bits ? bit(address, index) : 0))
      #expect(bit(network.last, index) == (index < bits ? bit(address, index) : 1))
    }
    #expect(Network(of: address, bits: 129) == nil && Network(of: address, bits: -1) == nil)
  }
}
