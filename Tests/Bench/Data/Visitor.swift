import Foundation
import Support

/// A visitor of login.cgi as CGI, with a session of a database.
struct Visitor {
  let program: String
  let database: String
  /// Whether requests come by https; else from this machine itself. The cookie has another name then.
  var isSecure = true

  /// A request's environment and nothing else.
  func command(_ variables: [String: String] = [:]) -> Command {
    var usual = [
      "GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PROTOCOL": "HTTP/1.1", "REQUEST_METHOD": "GET",
      "SCRIPT_NAME": "/login.cgi", "REMOTE_ADDR": "203.0.113.7", "HTTP_HOST": "example.org",
      "HTTP_SEC_FETCH_SITE": "same-origin", "ROLLCALL_DATABASE": database, "ROLLCALL_CONFIG": "/dev/null",
    ]
    if isSecure {
      usual["HTTPS"] = "on"
    } else {
      usual.merge(["HTTP_HOST": "127.0.0.1", "REMOTE_ADDR": "127.0.0.1"]) { $1 }
    }
    return Command(program: program, environment: usual.merging(variables) { $1 })
  }

  /// The check that another page asks.
  func check(_ cookie: String) -> Command {
    command(["PATH_INFO": "/auth/request", "HTTP_COOKIE": cookie])
  }

  /// Logs in.
  ///
  /// - Returns: the cookie, name and value.
  /// - Throws: ``ChildProgram/Failure`` when that is refused.
  func logIn(_ login: String = DataStore.login, _ password: String = DataStore.password) throws -> String {
    let page = try command(["QUERY_STRING": "carry=1"]).output()
    guard let token = page.firstMatch(of: /name="token" value="([^"]*)"/) else {
      throw ChildProgram.Failure("login.cgi gives no form: \(page.prefix(200))")
    }
    let fields = [("token", String(token.1)), ("login", login), ("password", password)]
    let body = fields.map { "\($0.0)=\(HTTPClient.encode($0.1))" }.joined(separator: "&")
    let answer = try command([
      "REQUEST_METHOD": "POST", "CONTENT_LENGTH": "\(body.utf8.count)",
      "CONTENT_TYPE": "application/x-www-form-urlencoded",
    ]).output(input: body)
    guard let cookie = answer.firstMatch(of: /Set-Cookie: ([^;]+);/) else {
      throw ChildProgram.Failure("login.cgi lets \(login) not in: \(answer.prefix(200))")
    }
    return String(cookie.1)
  }
}
