import Support
import Testing

/// A visitor of a site that is served by FastCGI, and the web server in between: one connection for each request.
final class FastCGIVisitor {
  private let socket: String
  private let program: String
  /// What the browser holds: `rollcall=…`.
  private(set) var cookie: String?

  init(_ site: FastCGISite, program: String = "/login.cgi", cookie: String? = nil) {
    self.cookie = cookie
    socket = site.socket
    self.program = program
  }

  /// The variables of a request to a path.
  func variables(_ method: String, _ path: String, body: Int? = nil) -> [String: String] {
    var variables = [
      "GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PROTOCOL": "HTTP/1.1", "REQUEST_METHOD": method, "SCRIPT_NAME": program,
      "PATH_INFO": path, "QUERY_STRING": "", "REQUEST_URI": program + path, "REMOTE_ADDR": "127.0.0.1",
      "HTTP_HOST": "localhost", "HTTP_ACCEPT_LANGUAGE": "en",
    ]
    if let cookie { variables["HTTP_COOKIE"] = cookie }
    if let body {
      variables["CONTENT_LENGTH"] = "\(body)"
      variables["CONTENT_TYPE"] = "application/x-www-form-urlencoded"
      variables["HTTP_SEC_FETCH_SITE"] = "same-origin"
      variables["HTTP_ORIGIN"] = "http://localhost"
    }
    return variables
  }

  /// Sends a request and reads its answer, with what the program says to the error log.
  func send(_ request: FastCGIRequest) throws -> (response: HTTPResponse, log: String) {
    let connection = try FastCGIConnection(socket)
    connection.send(request.bytes)
    let answer = try #require(connection.answer(), "no answer to \(request.variables["REQUEST_URI"] ?? "")")
    #expect(answer.status == [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(connection.receive() == nil, "the program closes the connection")
    let response = try answer.http()
    if let set = response["Set-Cookie"] { cookie = set.split(separator: ";").first.map(String.init) }
    return (response, String(decoding: answer.errors, as: UTF8.self))
  }

  func get(_ path: String) throws -> HTTPResponse { try send(FastCGIRequest(variables("GET", path))).response }

  func post(_ path: String, _ form: KeyValuePairs<String, String>) throws -> HTTPResponse {
    let body = form.map { "\(HTTPClient.encode($0.key))=\(HTTPClient.encode($0.value))" }.joined(separator: "&")
    let bytes = Array(body.utf8)
    return try send(FastCGIRequest(variables("POST", path, body: bytes.count), body: bytes)).response
  }

  /// Logs alice in, whoever was logged in before.
  ///
  /// - Returns: where the login goes on to.
  @discardableResult
  func logIn() throws -> String? {
    cookie = nil
    let token = try get("").hiddenFields["token"] ?? ""
    let answer = try post("", ["token": token, "login": "alice", "password": FastCGISite.password])
    #expect(answer.status == 303)
    return answer["Location"]
  }

  /// The status of the check whether this visitor may pass.
  func check() throws -> Int { try get("/auth/request").status }
}
