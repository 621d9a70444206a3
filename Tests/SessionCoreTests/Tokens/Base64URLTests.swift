import SessionCore
import Testing

@Suite struct Base64URLTests {
  // RFC 4648, section 10, without its padding.
  @Test(arguments: [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")])
  func `the standard's examples`(_ plain: String, _ text: String) {
    #expect(Base64URL.encode(Array(plain.utf8)) == text)
    #expect(Base64URL.decode(text.octets) == Array(plain.utf8))
  }

  @Test func `every length comes back as it went`() {
    for count in 0..<200 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
      #expect(Base64URL.decode(Base64URL.encode(bytes).octets) == bytes)
    }
  }

  @Test func `every byte comes back, and the two marks are those of URLs`() {
    let bytes = (0...255).map { UInt8($0) }
    #expect(Base64URL.decode(Base64URL.encode(bytes).octets) == bytes)
    #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
  }

  @Test(arguments: ["Zm9v=", "Zg==", "Zm9v\n", " Zm9v", "+_8A", "Zm/v", "Zm9é", "Z.9v", "Zm9v\0"])
  func `padding and other alphabets are refused`(_ text: String) {
    #expect(Base64URL.decode(text.octets) == nil)
  }

  @Test(arguments: ["Z", "Zm9vY"]) func `a character that is no byte is refused`(_ text: String) {
    #expect(Base64URL.decode(text.octets) == nil)
  }

  @Test func `each byte has one text: bits left over must be zero`() {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    let readable = alphabet.filter { Base64URL.decode("Z\($0)".octets) != nil }
    #expect(readable == "AQgw")
    let longer = alphabet.filter { Base64URL.decode("Zm\($0)".octets) != nil }
    #expect(longer.count == 16)
  }
}
