import Foundation
import Support

/// One web host: lighttpd on loopback, and login-mariadb.cgi behind it by FastCGI.
final class ClusterWeb: Sendable {
  let port: UInt16
  private let files: TemporaryDirectory
  // Started, looked at and ended by the test's own thread alone.
  private nonisolated(unsafe) let programs: [ChildProgram]

  /// Starts both.
  ///
  /// - Parameters:
  ///   - address: the database's.
  ///   - workers: how many processes answer.
  /// - Throws: ``ChildProgram/Failure``.
  init(_ address: String, workers: Int = 3) throws {
    let files = try TemporaryDirectory()
    let socket = files.file("socket")
    let login = try ChildProgram(
      "spawn-fcgi", ["-n", "-s", socket, "--", Products.release("login-mariadb.cgi")],
      environment: [
        "ROLLCALL_DATABASE": address, "ROLLCALL_CONFIG": "/dev/null", "ROLLCALL_WORKERS": "\(workers)",
      ], output: files.file("login.log"), errors: files.file("login.log"))
    while access(socket, F_OK) != 0 {
      guard login.isRunning else { throw ChildProgram.Failure("spawn-fcgi: \(Self.text(files.file("login.log")))") }
      usleep(5000)
    }
    let (server, port) = try Self.serve(files)
    self.files = files
    self.port = port
    programs = [server, login]
  }

  /// What the login program wrote to the web server's error log, and what it wrote outside of a request.
  var log: String { Self.text(files.file("server.log")) + Self.text(files.file("login.log")) }

  func stop() { programs.forEach { $0.stop() } }

  private static func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  private static func serve(_ files: TemporaryDirectory) throws -> (ChildProgram, UInt16) {
    let log = files.file("server.log")
    for _ in 0..<20 {
      let port = try FreePort.some(1)[0]
      let configuration = """
        server.modules = ("mod_fastcgi")
        server.bind = "127.0.0.1"
        server.port = \(port)
        server.document-root = "/var/empty"
        server.upload-dirs = ("\(files.path)")
        server.errorlog = "\(log)"
        fastcgi.server = ("/login.cgi" => ((
          "socket" => "\(files.file("socket"))", "check-local" => "disable"
        )))

        """
      try Data(configuration.utf8).write(to: URL(filePath: files.file("lighttpd.conf")))
      try Data().write(to: URL(filePath: log))
      let server = try ChildProgram("lighttpd", ["-D", "-f", files.file("lighttpd.conf")], output: log, errors: log)
      while server.isRunning {
        if text(log).contains("server started") { return (server, port) }
        usleep(5000)
      }
      guard text(log).contains("Address already in use") else { break }
    }
    throw ChildProgram.Failure("lighttpd did not start: \(text(log))")
  }
}

extension ClusterWeb {
  /// Sends a request by a connection of its own.
  ///
  /// - Returns: the answer; nil when there is none.
  func send(_ method: String, _ path: String, cookie: String? = nil, form: KeyValuePairs<String, String>? = nil)
    -> HTTPResponse?
  {
    let body = (form ?? [:]).map { "\(HTTPClient.encode($0.key))=\(HTTPClient.encode($0.value))" }
      .joined(separator: "&")
    var header = "\(method) /login.cgi\(path) HTTP/1.0\r\nHost: localhost:\(port)\r\nUser-Agent: \(Self.userAgent)\r\n"
    if let cookie { header += "Cookie: \(cookie)\r\n" }
    if form != nil {
      header += "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      header += "Content-Length: \(body.utf8.count)\r\n"
    }
    guard let connection = try? RawConnection(port: port) else { return nil }
    connection.send(header + "\r\n" + body)
    let bytes = connection.receive()
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let text = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    return try? HTTPResponse(header: text, body: Array(bytes[end.upperBound...]))
  }

  /// As long as one may be, and another one each time: so that a database grows that has little room left.
  private static var userAgent: String {
    (0..<25).map { _ in String(UInt64.random(in: 1 << 63...UInt64.max), radix: 16) }.joined(separator: " ")
  }

  /// The form's token, which every form of the site may carry; nil when there is no page.
  func formToken() -> String? { send("GET", "")?.hiddenFields["token"] }

  /// Logs somebody in.
  ///
  /// - Returns: the answer's status, 0 for none, and the session's cookie when they were let in.
  func logIn(_ login: String, token: String) -> (status: Int, cookie: String?) {
    let form: KeyValuePairs = ["token": token, "login": login, "password": ClusterSite.password]
    guard let answer = send("POST", "", form: form) else { return (0, nil) }
    guard answer.status == 303, let cookie = answer["Set-Cookie"]?.split(separator: ";").first else {
      return (answer.status, nil)
    }
    return (303, String(cookie))
  }

  /// Whether a session may pass: 200, 401, or that nobody knows.
  func check(_ cookie: String) -> Int { send("GET", "/auth/request", cookie: cookie)?.status ?? 0 }

  /// Logs a session out.
  ///
  /// - Returns: the answer's status, 0 for none.
  func logOut(_ cookie: String) -> Int {
    guard let page = send("GET", "", cookie: cookie) else { return 0 }
    guard page.status == 200, let token = page.hiddenFields["token"] else { return page.status }
    return send("POST", "/logout", cookie: cookie, form: ["token": token])?.status ?? 0
  }
}
