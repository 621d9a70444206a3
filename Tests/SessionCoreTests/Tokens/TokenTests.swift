import SessionCore
import Support
import Testing

@Suite struct TokenTests {
  private let token = Token(time: Timestamp(milliseconds: 1_795_000_000_000), random: .system)

  @Test func `the cookie's text comes back as the same token`() {
    #expect(token.text.utf8.count == Token.length)
    #expect(Token(text: token.text.octets) == token)
    #expect(token.secret.count == 32)
  }

  @Test func `a million secrets would differ as these do`() {
    let tokens = (0..<2000).map { _ in Token(time: Timestamp(milliseconds: 1), random: .system) }
    #expect(Set(tokens.map(\.secret)).count == tokens.count)
    #expect(Set(tokens.map(\.text)).count == tokens.count)
  }

  @Test func `every single flipped bit is refused or proves nothing`() throws {
    let database = try TestDatabase()
    try database.addUser("alice")
    let (token, _) = try database.logIn("alice")
    let text = Array(token.text.utf8)
    for index in text.indices {
      for bit in 0..<8 {
        var changed = text
        changed[index] ^= 1 << bit
        guard let other = Token(text: changed) else { continue }
        #expect(other != token)
        #expect(try database.service.check(other) == nil)
      }
    }
    #expect(try database.service.check(token) != nil)
  }

  @Test func `a text that is cut, extended, doubled or padded is no token`() {
    let text = token.text
    for count in 0..<Token.length { #expect(Token(text: text.prefix(count).octets) == nil) }
    for other in [text + text, text + "A", "A" + text, text + "=", text + " ", " " + text, text + "\0", text + "\n"] {
      #expect(Token(text: other.octets) == nil)
    }
    #expect(Token(text: String(text.reversed()).octets) != token)
  }

  @Test func `no way of printing shows the secret`() {
    var dumped = ""
    dump(token, to: &dumped)
    dump([token], to: &dumped)
    let texts = [dumped, "\(token)", String(reflecting: token), String(describing: Optional(token)), "\([token])"]
    let secret = Base64URL.encode(token.secret)
    for text in texts {
      #expect(text.contains("secret hidden"))
      #expect(!text.contains(token.text) && !text.contains(secret.prefix(12)))
      #expect(!text.contains("\(token.secret[0]), \(token.secret[1])"))
      #expect(!text.contains(token.text.suffix(12)))
    }
  }
}
