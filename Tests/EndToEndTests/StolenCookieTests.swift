import Foundation
import Support
import Testing

/// Cookies as attackers send them, to the real program: nothing but the one that was given out lets anybody in (OWASP
/// ASVS 5.0, 7.2).
@Suite struct StolenCookieTests {
  private let site: RealLogin
  private let cookie: String
  private var token: String { String(cookie.dropFirst("__Host-rollcall=".count)) }

  init() throws {
    site = try RealLogin()
    cookie = try site.cookie()
  }

  private func sessions() throws -> Int { try RawDatabase(site.database).count("SELECT count(*) FROM sessions") }

  @Test func `a session that somebody planted is not the one that a login opens`() throws {
    for planted in [
      "__Host-rollcall=" + String(repeating: "A", count: 64), "__Host-rollcall=1", cookie, cookie + "; " + cookie,
    ] {
      let answer = try site.logIn("alice", RealLogin.password, ["HTTP_COOKIE": planted]).answer
      #expect(answer.status == 303)
      let given = try #require(answer["Set-Cookie"]?.split(separator: ";").first.map(String.init))
      #expect(!planted.contains(given))
      // What was planted is worth nothing after the login; a cookie that came twice is nobody's, so that one goes on.
      if !planted.contains(";") { #expect(try site.check(planted) == 401) }
      #expect(try site.check(given) == 200)
    }
    // A wrong password gives nothing out, and takes nothing away.
    let mine = try site.cookie()
    let wrong = try site.logIn("alice", "wrong", ["HTTP_COOKIE": mine]).answer
    #expect(wrong.status == 401 && wrong["Set-Cookie"] == nil)
    #expect(try site.check(mine) == 200)
  }

  @Test func `no token is taken from anywhere but the cookie`() throws {
    for variables: [String: String?] in [
      ["QUERY_STRING": cookie], ["QUERY_STRING": "rollcall=\(token)&token=\(token)&session=\(token)"],
      ["HTTP_AUTHORIZATION": "Bearer \(token)"], ["HTTP_AUTHORIZATION": "Cookie \(token)"], ["HTTP_COOKIE2": cookie],
      ["HTTP_X_COOKIE": cookie], ["COOKIE": cookie], ["PATH_TRANSLATED": token], ["REMOTE_USER": "alice"],
      ["HTTP_REMOTE_USER": "alice"], ["HTTP_X_FORWARDED_USER": "alice"], ["HTTP_ROLLCALL_SESSION": token],
    ] {
      let answer = try site.send(["PATH_INFO": "/auth/request"].merging(variables) { $1 }).answer
      #expect(answer.status == 401, "\(variables)")
      #expect(answer.all("Remote-User").isEmpty)
    }
    let body = Array(cookie.utf8)
    let posted = try site.send(RealLogin.posting(body.count), body: body).answer
    #expect(posted.status == 403 && posted["Set-Cookie"] == nil)
  }

  static let spoiled: [(String, @Sendable (String) -> String)] = [
    ("cut", { String($0.dropLast()) }), ("without its beginning", { String($0.dropFirst()) }),
    ("halved", { String($0.prefix(32)) }), ("doubled", { $0 + $0 }), ("longer", { $0 + "A" }), ("padded", { $0 + "=" }),
    ("padded twice", { $0 + "==" }), ("quoted", { "\"\($0)\"" }), ("quoted on one side", { "\"\($0)" }),
    ("in single quotes", { "'\($0)'" }), ("with an attribute", { $0 + "; Path=/; __Host-rollcall=x" }),
    ("with a comma", { $0 + "," }), ("with a cookie after a comma", { $0 + ", a=b" }),
    ("percent-encoded", { "%" + String($0.utf8.first ?? 0, radix: 16) + $0.dropFirst() }),
    ("with a percent-encoded NUL", { $0 + "%00" }), ("with a line break", { $0 + "\r\n x" }),
    ("with a control character", { $0 + "\u{1}" }), ("with a letter that looks alike", { "\u{FF21}" + $0.dropFirst() }),
    ("in capitals", { $0.uppercased() }), ("in small letters", { $0.lowercased() }),
    ("in the other alphabet", { $0.replacing("-", with: "+").replacing("_", with: "/") + "=" }),
    ("of another scheme", { "Bearer \($0)" }), ("as JSON", { "{\"id\":\"\($0)\"}" }), ("as a list", { "\($0)&\($0)" }),
    ("twice", { "\($0); __Host-rollcall=\($0)" }), ("twice, the second one empty", { "\($0); __Host-rollcall=" }),
    ("10 KB", { $0 + String(repeating: "A", count: 10_240) }),
    ("nothing but 10 KB", { _ in String(repeating: "A", count: 10_240) }),
    ("SQL", { _ in "' OR 1=1 --" }), ("a path", { _ in "../../../../etc/passwd" }), ("empty", { _ in "" }),
    ("zeros", { _ in String(repeating: "A", count: 64) }), ("ones", { _ in String(repeating: "_", count: 64) }),
  ]

  @Test(arguments: spoiled.indices) func `a cookie that is not just right is nobody's`(_ index: Int) throws {
    let before = try sessions()
    let spoiled = "__Host-rollcall=" + Self.spoiled[index].1(token)
    #expect(try site.check(spoiled) == 401, "\(Self.spoiled[index].0)")
    #expect(try site.check(cookie) == 200)
    #expect(try sessions() == before)
  }

  @Test(arguments: [
    "rollcall", "__host-rollcall", "__Host-Rollcall", "__Secure-rollcall", "__Host-rollcall ", "\"__Host-rollcall\"",
    "$__Host-rollcall", "x__Host-rollcall", "__Host-rollcall[]",
  ])
  func `under another name it is nobody's`(_ name: String) throws {
    // Only white space around a name means nothing (RFC 6265, section 5.2).
    #expect(try site.check("\(name)=\(token)") == (name == "__Host-rollcall " ? 200 : 401))
  }

  @Test func `by plain http the https cookie is another one's, and the other way round`() throws {
    let plain: [String: String?] = ["HTTPS": nil, "REMOTE_ADDR": "127.0.0.1", "PATH_INFO": "/auth/request"]
    #expect(try site.send(plain.merging(["HTTP_COOKIE": cookie]) { $1 }).answer.status == 401)
    #expect(try site.check("rollcall=\(token)") == 401)
  }

  @Test func `with any one of its bits flipped it is nobody's`() throws {
    let bytes = Array(token.utf8)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    for index in bytes.indices {
      let value = try #require(alphabet.firstIndex(of: bytes[index]))
      for bit in 0..<6 {
        var flipped = bytes
        flipped[index] = alphabet[value ^ 1 << bit]
        #expect(try site.check("__Host-rollcall=" + String(decoding: flipped, as: UTF8.self)) == 401, "\(index).\(bit)")
      }
    }
    #expect(try site.check(cookie) == 200)
    #expect(try sessions() == 1)
  }

  @Test func `nothing that the database holds is a cookie`() throws {
    _ = try site.logIn("alice", "wrong", ["HTTP_COOKIE": cookie])
    try site.rollcall("users", "add", "carol")
    let values = try Contents.values(of: site.database)
    #expect(
      Set(values.map(\.place)).isSuperset(of: ["sessions.id", "sessions.proof", "sessions.seal", "credentials.phc"]))
    #expect(!values.contains { String(decoding: $0.bytes, as: UTF8.self).contains(token.suffix(40)) })
    func bytes(_ place: String) throws -> [UInt8] { try #require(values.first { $0.place == place }).bytes }
    let id = try bytes("sessions.id")
    for (place, bytes) in values {
      // As it is, as the secret of the session whose id is beside it, and cut to the length of one.
      for guess in [
        bytes, id + bytes, id + bytes.prefix(32), id + (bytes + [UInt8](repeating: 0, count: 32)).prefix(32),
      ] {
        let text = Data(guess).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
          "=", with: "")
        #expect(try site.check("__Host-rollcall=" + text) == 401, "\(place)")
      }
      guard let plain = String(validating: bytes, as: UTF8.self), !plain.contains("\0"), plain.utf8.count < 5000 else {
        continue
      }
      #expect(try site.check("__Host-rollcall=" + plain) == 401, "\(place)")
    }
    #expect(try site.check(cookie) == 200)
  }
}
