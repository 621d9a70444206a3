import Foundation
import Support

/// nginx with login.cgi and php-fpm behind it, on loopback, until the object goes away.
final class Servers {
  private let files: TemporaryDirectory
  private var programs: [ChildProgram] = []
  private let port: UInt16
  private var address: String { "http://127.0.0.1:\(port)" }

  /// Starts them, and returns once they answer.
  ///
  /// - Throws: ``ChildProgram/Failure`` with their logs.
  init(_ site: Site, _ set: DataSet, workers: Int) throws {
    files = try TemporaryDirectory()
    port = try FreePort.some(1)[0]
    // php-fpm's processes run as another user when this is root, and look into copies of their own.
    let isRoot = getuid() == 0
    let temp = files.path
    chmod(temp, 0o711)
    for name in ["sessions", "peer"] { mkdir(files.file(name), 0o755) }
    for (from, to) in [(set.php + "/sess_" + set.token, "sessions/"), (set.phpDatabase, "peer/")] {
      let copied = try ChildProgram.run("cp", ["--reflink=auto", from, temp + "/" + to], timeout: 300)
      guard copied.status == 0 else { throw ChildProgram.Failure(copied.errors) }
    }
    // FastCGI's programs stand where nobody else may look.
    for name in ["bench", "params", "nginx.conf", "php-fpm.conf", "sessions.php", "sqlite.php"] where name != "bench" {
      var text = try String(contentsOfFile: site.root + "/bench/fastcgi/" + name, encoding: .utf8)
      text = text.replacingOccurrences(of: "ROOT/bench/fastcgi", with: temp)
      for (word, value) in [
        ("TEMP", temp), ("PORT", "\(port)"), ("WORKERS", "\(workers)"), ("USER", isRoot ? "nobody" : NSUserName()),
      ] { text = text.replacingOccurrences(of: word, with: value) }
      try text.write(toFile: files.file(name), atomically: true, encoding: .utf8)
      chmod(files.file(name), 0o644)
    }
    if isRoot { _ = try ChildProgram.run("chown", ["-R", "nobody", files.file("sessions"), files.file("peer")]) }
    try start(
      "spawn-fcgi", ["-n", "-s", files.file("login.sock"), "--", site.bin + "/login.cgi"],
      ["ROLLCALL_DATABASE": set.database, "ROLLCALL_WORKERS": "\(workers)", "ROLLCALL_CONFIG": "/dev/null"])
    try start(
      "spawn-fcgi", ["-n", "-s", files.file("floor.sock"), "--", site.tools + "/floor-fastcgi", "\(workers)"])
    try start(
      try Self.phpProgram(),
      [
        "-R", "-n", "-d", "zend_extension=opcache", "-d", "extension=pdo", "-d", "extension=pdo_sqlite", "-y",
        files.file("php-fpm.conf"),
      ])
    let sockets = ["login.sock", "floor.sock", "php.sock"].map { files.file($0) }
    try waitFor("login.cgi and php-fpm") { sockets.allSatisfy { access($0, F_OK) == 0 } }
    for socket in sockets { chmod(socket, 0o777) }
    try start("nginx", ["-c", files.file("nginx.conf"), "-p", temp])
    try waitFor("nginx") { (try? self.status("/login.cgi", "none=1")) == 200 }
  }

  /// What they wrote.
  var log: String {
    ["login.log", "php.log", "nginx.log", "errors"].map { name in
      (try? String(contentsOfFile: files.file(name), encoding: .utf8)) ?? ""
    }.joined()
  }

  private static func phpProgram() throws -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/sbin")) ?? []
    guard let name = names.filter({ $0.hasPrefix("php-fpm") }).max() else {
      throw ChildProgram.Failure("php-fpm is not found; script/setup --bench installs it")
    }
    return "/usr/sbin/" + name
  }

  private func start(_ program: String, _ arguments: [String], _ environment: [String: String] = [:]) throws {
    programs.append(
      try ChildProgram(
        "setpriv", ["--pdeathsig", "TERM", program] + arguments, environment: environment, output: files.file("errors"),
        errors: files.file("errors")))
  }

  private func waitFor(_ what: String, _ isThere: () -> Bool) throws {
    for _ in 0..<500 {
      if isThere() { return }
      usleep(20_000)
    }
    throw ChildProgram.Failure("\(what) did not start\n\(log)")
  }

  /// An answer's status.
  func status(_ path: String, _ cookie: String) throws -> Int {
    let result = try ChildProgram.run(
      "curl", ["-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Cookie: \(cookie)", address + path])
    return Int(result.output) ?? 0
  }

  /// Sends requests.
  func load(_ path: String, _ cookie: String, clients: Int, seconds: Int) throws -> FastCGIGroup.Load {
    let result = try ChildProgram.run(
      "wrk", ["-t1", "-c\(clients)", "-d\(seconds)s", "--latency", "-H", "Cookie: \(cookie)", address + path])
    guard let load = FastCGIGroup.Load(result.output) else {
      throw ChildProgram.Failure("requests to \(path) failed: \(result.output)\(result.errors)\(log)")
    }
    return load
  }
}
