import Support

@testable import LoginWeb

/// Makes requests that are almost right, by a seed.
struct RequestMutator {
  var random: SplitMix
  /// Texts of a real visit, so that a mutation gets past the first check: tokens, cookies.
  var known: [String] = []

  /// A request: its variables and its body.
  struct Draft {
    var variables: [String: String?]
    var body: [UInt8]
  }

  /// A tag and an attribute that no page has: either shows up in one only when something was not escaped.
  static let marks = ["<zqx zqy=1>", "\" zqy=\"1", "' zqy='1", "</style><zqx>", "--><zqx>", "]]><zqx>", "&lt;zqx&gt;"]
  static let payloads =
    marks + [
      "", "0", "-1", "a", "\r\nSet-Cookie: zqx=1", "\n\n<zqx>", "%0d%0aX-Zqx:1", "\u{0}", "%00", "\u{1}", "\u{7F}",
      "\u{85}",
      "\u{2028}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{10FFFF}", "\u{1B}]0;zqx\u{7}", "é", "e\u{301}", "王小明",
      "ＡＬＩＣＥ",
      "//evil.example", "/\\evil.example", "https://evil.example", "javascript:zqx", "../../etc/passwd", "' OR 1=1 --",
      "\" OR \"\"=\"", "1; DROP TABLE users", "${7*7}", "{{7*7}}", "%s%n%x", "() { :; }; echo", "`id`", "|id", "*", "%",
      "_", "%%", "%2", "%zz", "%ff", "%c0%af", "%ed%a0%80", "+", "&", "=", "&&&", ";", ";;=", ",", "\t", " ", "\\", "'",
      "on", "true", "null", "application/x-www-form-urlencoded", "9223372036854775808", "18446744073709551616", "8192",
      "8193", "0x10", "1e3", "+5", "127.0.0.1", "::1", "::ffff:127.0.0.1", "fe80::1%eth0", "same-origin", "example.org",
      String(repeating: "A", count: 9000), String(repeating: "a=b&", count: 2100), String(repeating: "; ", count: 3000),
      String(repeating: "%41", count: 2700), String(repeating: "王", count: 2700),
    ]
  static let names = [
    "REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", "CONTENT_LENGTH", "CONTENT_TYPE", "HTTPS", "REMOTE_ADDR",
    "HTTP_HOST",
    "HTTP_COOKIE", "HTTP_ORIGIN", "HTTP_REFERER", "HTTP_SEC_FETCH_SITE", "HTTP_SEC_FETCH_MODE", "HTTP_ACCEPT",
    "HTTP_ACCEPT_LANGUAGE", "HTTP_USER_AGENT", "SCRIPT_NAME", "REQUEST_URI", "REMOTE_USER", "HTTP_REMOTE_USER",
    "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_URI", "HTTP_X_FORWARDED_METHOD",
    "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED", "HTTP_X_ORIGINAL_URL", "ROLLCALL_ORIGINAL_URI",
    "ROLLCALL_ORIGINAL_METHOD", "ROLLCALL_USERS", "FCGI_ROLE", "AUTH_TYPE", "PATH_TRANSLATED", "SERVER_PROTOCOL",
  ]
  static let fields = [
    "login", "password", "token", "return", "remember", "carry", "code", "session", "current", "new", "again", "zqx",
  ]
  static let methods = ["GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "zqx"]

  /// One more request.
  mutating func next() -> Draft {
    let path = pick(Route.all.map(\.path) + ["", "/zqx"])
    var body: [UInt8] = []
    for name in Self.fields where Bool.random(using: &random) {
      if !body.isEmpty { body.append(UInt8(ascii: "&")) }
      body += Browser.encode([name: text()])
    }
    var draft = Draft(
      variables: [
        "REQUEST_METHOD": pick(Self.methods), "PATH_INFO": path, "HTTP_COOKIE": pick(known),
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
      ], body: body)
    if chance(2) { draft.variables["QUERY_STRING"] = "return=" + pick(["/a", "%2Fmembers.cgi%3Fzqy", "//e"]) }
    for _ in 0..<Int.random(in: 0..<4, using: &random) {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: draft.variables[pick(Self.names)] = .some(nil)
      case 1: draft.variables[pick(Self.names)] = text()
      case 2, 3: damage(&draft.body)
      default:
        let name = pick(Self.names)
        draft.variables[name] = damaged((draft.variables[name] ?? nil) ?? text())
      }
    }
    if draft.variables["CONTENT_LENGTH"] == nil {
      // Now and then it lies.
      draft.variables["CONTENT_LENGTH"] = String(
        draft.body.count + (chance(20) ? Int.random(in: -2...2, using: &random) : 0))
    }
    return draft
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &random)]
  }
  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
  private mutating func text() -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: pick(known)
    case 2: pick(Self.payloads) + pick(Self.payloads)
    default: pick(Self.payloads)
    }
  }

  /// As a program reads a variable: what is no UTF-8 is replaced.
  private mutating func damaged(_ text: String) -> String {
    var bytes = Array(text.utf8)
    damage(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 0..<8, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: if start < bytes.count { bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 1: bytes.removeSubrange(start..<end)
    case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 3: bytes.insert(contentsOf: Array(pick(Self.payloads).utf8), at: start)
    default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: start)
    }
  }
}
