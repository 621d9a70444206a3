import Foundation
import Support
import Testing

/// What an old page of `sample-data/old-pages` shows: whom it greets, what was sent to it, what the web server told it.
struct OldPage {
  /// The three, by their paths: a CGI program, a PHP page, and a file of a directory.
  static let paths = [cgi, php, files]
  static let cgi = "/private/hours.cgi"
  static let php = "/private/notes.php"
  static let files = "/private/files/"
  static let programs = [cgi, php]
  static let minutes = "/private/files/minutes.txt"
  static let plan = "/private/files/plan.png"

  let reader: String
  let byteCount: Int
  let said: [String: String]

  /// Reads an answer; nil when it is not such a page.
  init?(_ answer: HTTPResponse) {
    guard answer.status == 200, let reader = answer.text.firstMatch(of: /<h1>(?:Hours|Notes) of (.*)<\/h1>/),
      let size = answer.text.firstMatch(of: /, ([0-9]+) bytes sent/), let count = Int(size.1),
      let list = answer.text.firstMatch(of: /<pre>\n((?s).*?)<\/pre>/)
    else { return nil }
    self.reader = String(reader.1)
    self.byteCount = count
    let lines = String(list.1).replacing("&amp;", with: "&").split(separator: "\n").map {
      $0.split(separator: "=", maxSplits: 1).map(String.init)
    }
    said = Dictionary(lines.map { ($0[0], $0.count > 1 ? $0[1] : "") }) { $1 }
  }

  /// Whether an answer shows anything that is for members only, or how it is made.
  static func isLeak(_ answer: HTTPResponse) -> Bool {
    isShown(answer) || isSource(answer)
  }

  static func isShown(_ answer: HTTPResponse) -> Bool {
    ["Hours of", "Notes of", "<title>Files", "annual meeting", "IHDR"].contains { answer.text.contains($0) }
  }

  static func isSource(_ answer: HTTPResponse) -> Bool {
    ["knows nothing of Rollcall", "import html", "<?php"].contains { answer.text.contains($0) }
  }
}

extension HTTPClient {
  /// Opens a page as a browser does that says what it takes.
  func open(_ path: String) throws -> HTTPResponse { try get(path, headers: ["Accept": "text/html,*/*;q=0.8"]) }

  /// Fills in the form of a page and sends it, as a browser does.
  func submit(_ page: HTTPResponse, to path: String, _ fields: [String: String] = [:]) throws -> HTTPResponse {
    let hidden = page.hiddenFields.mapValues { $0.replacing("&amp;", with: "&") }
    let all = hidden.merging(fields) { $1 }
    let body = all.map { "\(Self.encode($0.key))=\(Self.encode($0.value))" }.joined(separator: "&")
    let headers = [
      "Origin": address, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded",
    ]
    return try send("POST", path, headers: headers, body: Array(body.utf8))
  }

  /// Logs alice in by the form at `form`.
  @discardableResult
  func logInAtServer(_ form: String = "/login.cgi", as login: String = "alice", headers: [String: String] = [:]) throws
    -> HTTPResponse
  {
    let page = try get(form, headers: headers)
    let answer = try submit(page, to: "/login.cgi", ["login": login, "password": ServedSite.password])
    return answer
  }
}
