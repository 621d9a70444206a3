import Foundation
import Support

extension ServedSite {
  /// Starts what runs beside the server, in the foreground.
  func startCompanion(_ companion: ServerKind.Companion) throws -> ChildProgram {
    let settings = ["ROLLCALL_CONFIG": configuration]
    switch companion {
    case .login: return try spawn(["-s", file("run/login.sock")], file("lib/login.cgi"), settings)
    case .loginAtPort:
      return try spawn(["-a", "127.0.0.1", "-p", "\(table.ports.login)"], file("lib/login.cgi"), settings)
    case .fcgiwrap: return try spawn(["-s", file("run/fcgiwrap.socket")], "/usr/sbin/fcgiwrap", [:])
    case .phpFPM: return try startPHP()
    }
  }

  /// Starts a program with a listening socket as its standard input, as systemd does.
  private func spawn(_ socket: [String], _ program: String, _ environment: [String: String]) throws -> ChildProgram {
    let name = URL(filePath: program).lastPathComponent
    let user = Self.user.map { ["-u", $0, "-g", $0] } ?? []
    let child = try ChildProgram(
      "spawn-fcgi", user + socket + ["-n", "--", program], environment: environment, output: file("log/\(name).log"),
      errors: file("log/\(name).log"))
    if socket[0] == "-s" { try wait(for: socket[1], child) }
    return child
  }

  private func startPHP() throws -> ChildProgram {
    let user = Self.user.map { "user = \($0)\ngroup = \($0)\nlisten.owner = \($0)\n" } ?? ""
    let pool = """
      [global]
      error_log = \(file("log/php-fpm.log"))
      [www]
      \(user)listen = \(file("run/php-fpm.sock"))
      pm = static
      pm.max_children = 2

      """
    try write(pool, to: "etc/php-fpm.conf")
    let programs = try FileManager.default.contentsOfDirectory(atPath: "/usr/sbin").filter { $0.hasPrefix("php-fpm") }
    guard let program = programs.max() else { throw ChildProgram.Failure("there is no php-fpm in /usr/sbin") }
    let child = try ChildProgram(
      program, ["--nodaemonize", "--fpm-config", file("etc/php-fpm.conf")], output: file("log/php-fpm.out"),
      errors: file("log/php-fpm.out"))
    try wait(for: file("run/php-fpm.sock"), child)
    return child
  }

  private func wait(for socket: String, _ child: ChildProgram) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    while access(socket, F_OK) != 0 {
      guard child.isRunning, Date() < deadline else { throw ChildProgram.Failure("no \(socket): \(log)") }
      usleep(5000)
    }
  }
}
