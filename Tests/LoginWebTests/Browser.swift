import LoginWeb
import Support

/// A browser with one cookie, or none.
final class Browser {
  let site: TestSite
  /// The Cookie header that it sends.
  var cookie: String?

  init(_ site: TestSite) { self.site = site }

  func get(_ path: String = "", query: String = "", _ more: [String: String?] = [:]) -> Response {
    keep(
      site.send(
        ["PATH_INFO": path, "QUERY_STRING": query, "HTTP_COOKIE": cookie].merging(more) { $1 }))
  }

  func post(_ path: String = "", _ fields: [String: String], _ more: [String: String?] = [:]) -> Response {
    let body = Self.encode(fields)
    return keep(site.send(posting(path, body).merging(more) { $1 }, body: body))
  }

  /// Asks for the page behind the gate.
  func page(_ page: (Visitor) throws -> Response = TestSite.greeting) -> Response {
    site.sendToPage(["HTTP_COOKIE": cookie, "REQUEST_URI": "/members.cgi?page=2"], page: page)
  }

  /// Sends a form to the page behind the gate.
  func postToPage(_ fields: [String: String], _ page: (Visitor) throws -> Response) -> Response {
    let body = Self.encode(fields)
    return site.sendToPage(posting("", body), body: body, page: page)
  }

  /// Fills the form in and sends it.
  @discardableResult
  func logIn(
    _ login: String = "alice", _ password: String = TestDatabase.password, fields: [String: String] = [:],
    _ more: [String: String?] = [:]
  ) -> Response {
    let token = get("", query: "", ["HTTP_COOKIE": nil]).field("token") ?? ""
    return post("", ["login": login, "password": password, "token": token].merging(fields) { $1 }, more)
  }

  private func posting(_ path: String, _ body: [UInt8]) -> [String: String?] {
    [
      "REQUEST_METHOD": "POST", "PATH_INFO": path, "HTTP_COOKIE": cookie, "CONTENT_LENGTH": String(body.count),
      "CONTENT_TYPE": "application/x-www-form-urlencoded",
    ]
  }

  private func keep(_ response: Response) -> Response {
    if let pair = response.value(of: "Set-Cookie")?.split(separator: ";").first {
      cookie = pair.hasSuffix("=") ? nil : String(pair)
    }
    return response
  }

  /// Everything encoded that can be.
  static func encode(_ fields: [String: String]) -> [UInt8] {
    func encoded(_ text: String) -> String {
      text.utf8.map { byte in
        let digits = String(byte, radix: 16)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }.joined()
    }
    return Array(fields.map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: "&").utf8)
  }
}
