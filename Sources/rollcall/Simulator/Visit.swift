import SessionCore

/// One request of a simulated visitor and its answer, as bytes and as lines that withhold every secret.
struct Visit {
  static let cookieName = "__Host-rollcall"
  /// Stands for what is withheld.
  private static let hidden = "········"

  let ask: Ask
  /// The Cookie header that was sent.
  let sentCookies: String?
  let answer: Answer

  /// A Cookie header without the secret of ours.
  private static func withheld(_ cookies: String) -> String {
    guard cookies.hasPrefix(cookieName + "=") else { return cookies }
    let token = Token(text: Array(cookies.dropFirst(cookieName.count + 1).utf8))
    return "\(cookieName)=" + (token.map { "\($0)" } ?? hidden)
  }

  /// What was asked, for people.
  var asked: [String] { ask.lines(cookies: sentCookies) }

  /// What is asked of login.cgi.
  struct Ask {
    let method: String
    let path: String
    var fields: [(name: String, value: String)] = []

    init(method: String, path: String) {
      self.method = method
      self.path = path
    }

    /// The form's fields as a browser sends them.
    var body: [UInt8] { Array(text { $0.value }.utf8) }

    func lines(cookies: String?) -> [String] {
      var lines = ["\(method) /login.cgi\(path)"]
      if let cookies { lines.append("Cookie: " + Visit.withheld(cookies)) }
      guard method == "POST" else { return lines }
      lines.append("Content-Type: application/x-www-form-urlencoded")
      lines.append("")
      lines.append(text { ["password", "token"].contains($0.name) ? nil : $0.value })
      return lines
    }

    private func text(_ value: ((name: String, value: String)) -> String?) -> String {
      fields.map { "\($0.name)=" + (value($0).map(Self.encoded) ?? hidden) }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
      text.utf8.map { byte in
        let character = Character(Unicode.Scalar(byte))
        if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
          return String(character)
        }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
      }.joined()
    }
  }

  /// What login.cgi answered.
  struct Answer {
    let headers: [(name: String, value: String)]
    let body: String

    /// Reads a CGI answer (RFC 3875, section 6); nil when it is none.
    init?(_ bytes: [UInt8]) {
      let text = String(decoding: bytes, as: UTF8.self).split(
        separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
      guard let head = text.first, !head.isEmpty else { return nil }
      headers = head.split(separator: "\r\n").compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        return (String(parts[0]), String(parts[1].drop { $0 == " " }))
      }
      body = text.count > 1 ? String(text[1]) : ""
    }

    func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The three digits of the status.
    var status: String { String((header("Status") ?? "200").prefix(3)) }

    /// The cookie's new value; empty when it is taken away, nil when nothing is said of it.
    var cookie: String? {
      guard let set = header("Set-Cookie"), set.hasPrefix(cookieName + "=") else { return nil }
      return String(set.dropFirst(cookieName.count + 1).prefix { $0 != ";" })
    }

    func hiddenField(_ name: String) -> String? {
      guard let start = body.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
      return String(body[start.upperBound...].prefix { $0 != "\"" })
    }

    /// What matters to somebody who learns how sessions work, in the order in which it was sent.
    var lines: [String] {
      let telling = [
        "status", "location", "set-cookie", "www-authenticate", "retry-after", "clear-site-data",
      ]
      var lines = headers.filter { header in
        telling.contains(header.name.lowercased()) || header.name.lowercased().hasPrefix("remote-")
          || header.name.lowercased().hasPrefix("rollcall-")
      }.map { header in
        "\(header.name): \(header.name.lowercased() == "set-cookie" ? withheld(header.value) : header.value)"
      }
      if !body.isEmpty { lines.append("(a page of \(body.utf8.count) bytes)") }
      return lines
    }

    private func withheld(_ setting: String) -> String {
      guard let cookie, let token = Token(text: Array(cookie.utf8)) else { return setting }
      return "\(cookieName)=\(token)" + setting.dropFirst(cookieName.count + 1 + cookie.count)
    }
  }
}
