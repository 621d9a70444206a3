import SessionCore
import Testing

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("203.0.113.7", "203.0.113.7"), ("::1", "::1"), ("2001:DB8::0:7", "2001:db8::7"),
    ("::ffff:203.0.113.7", "203.0.113.7"),
    ("::", "::"), ("0.0.0.0", "0.0.0.0"), ("fe80::1:0:0:2", "fe80::1:0:0:2"),
  ]) func `an address is written as people write it`(_ text: String, _ written: String) throws {
    let address = try #require(IPAddress(text: text))
    #expect(address.description == written)
    #expect(address.bytes.count == 16)
    #expect(IPAddress(bytes: address.bytes) == address)
    #expect(IPAddress(text: address.description) == address)
  }

  @Test(arguments: [
    "", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4 ", " ::1", "::1%lo", "[::1]", "1.2.3.4:80", "0x7f.1",
  ])
  func `what is no address is refused`(_ text: String) { #expect(IPAddress(text: text) == nil) }

  @Test(arguments: [0, 4, 15, 17]) func `another number of bytes is refused`(_ count: Int) {
    #expect(IPAddress(bytes: [UInt8](repeating: 0, count: count)) == nil)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.255.255.255", true), ("::1", true), ("::ffff:127.0.0.1", true),
    ("126.255.255.255", false),
    ("128.0.0.1", false), ("::2", false), ("::", false), ("7f00::1", false), ("10.0.0.1", false),
  ]) func `loopback is 127 and one`(_ text: String, _ expected: Bool) throws {
    #expect(try #require(IPAddress(text: text)).isLoopback == expected)
  }
}
