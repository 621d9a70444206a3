import SessionCore
import Testing

@Suite struct TrustListTests {
  private func holds(_ list: String, _ address: String) throws -> Bool {
    let address = try #require(IPAddress(text: address))
    return try #require(Network.trustList(list)).contains { $0.contains(address) }
  }

  @Test func `an address is in a network or it is not`() throws {
    #expect(try holds("10.0.0.0/8", "10.255.255.255") && holds("10.0.0.0/8", "::ffff:10.0.0.0"))
    #expect(try !holds("10.0.0.0/8", "11.0.0.0") && !holds("10.0.0.0/8", "9.255.255.255"))
    #expect(try holds("192.0.2.1 2001:db8::/32", "2001:db8:ffff::1") && holds("192.0.2.1 2001:db8::/32", "192.0.2.1"))
    #expect(try !holds("192.0.2.1 2001:db8::/32", "192.0.2.2") && !holds("::1", "127.0.0.1"))
    #expect(try holds("::ffff:10.0.0.0/104", "10.255.255.255") && holds("2001::/16", "2001:db8::1"))
    #expect(try holds("192.0.0.0/9", "192.127.0.7") && !holds("192.0.0.0/9", "192.128.0.1"))
  }

  @Test(arguments: [
    "", " ", "x", "10.0.0.1 x", "10.0.0.1,10.0.0.2", "0.0.0.0/0", "::/0", "::/64", "10.0.0.0/8 0/0",
    "0.0.0.0/1 128.0.0.0/1", "2000::/3", "::ffff:0.0.0.0/97", "::ffff:10.0.0.0/103", "::ffff:0:0/96", "2000::/15",
  ])
  func `a list that cannot be read, or that everybody is on, is none`(_ list: String) {
    #expect(Network.trustList(list) == nil)
  }
}
