import Foundation
import Screen
import Support

/// A real sshd on this machine alone, with keys, a port and a configuration of its own, that goes when the test goes.
final class SSHSite {
  private let files: TemporaryDirectory
  private let port: Int
  private let server = Process()
  private let database: String

  init(database: String) throws {
    files = try TemporaryDirectory()
    self.database = database
    port = Int(try FreePort.some(1)[0])
    for name in ["host", "user"] {
      let made = try ChildProgram.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", files.file(name)])
      guard made.status == 0 else { throw ChildProgram.Failure(made.errors) }
    }
    let configuration = """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(files.file("host"))
      AuthorizedKeysFile \(files.file("user.pub"))
      PidFile none
      UsePAM no
      StrictModes no
      PasswordAuthentication no
      PermitRootLogin prohibit-password
      ClientAliveInterval 1
      ClientAliveCountMax 2

      """
    try Data(configuration.utf8).write(to: URL(filePath: files.file("sshd_config")))
    // Where Debian's service makes it as it starts; sshd does not run as root without it.
    try? FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
    server.executableURL = URL(filePath: "/usr/sbin/sshd")
    server.arguments = ["-D", "-e", "-f", files.file("sshd_config")]
    server.standardError = FileHandle.nullDevice
    try server.run()
  }

  deinit {
    server.terminate()
    server.waitUntilExit()
  }

  /// Opens the console at the other end of a line.
  func console(size: Size = Size(rows: 24, columns: 80)) throws -> PseudoTerminal {
    let command = "exec env LC_ALL=C.UTF-8 '\(Products.release("rollcall"))' --database '\(database)'"
    let arguments = [
      "-tt", "-F", "/dev/null", "-p", "\(port)", "-i", files.file("user"), "-o", "StrictHostKeyChecking=no",
      "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o", "ConnectionAttempts=20",
      "\(NSUserName())@127.0.0.1", command,
    ]
    return try PseudoTerminal(program: "/usr/bin/ssh", arguments: arguments, size: size)
  }

  /// How many consoles run on the database.
  var consoles: Int {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { Int($0) != nil }.count { process in
      let words = (FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()).split(separator: 0)
      let texts = words.map { String(decoding: $0, as: UTF8.self) }
      return texts.first?.hasSuffix("/rollcall") == true && texts.contains(database)
    }
  }

  /// Waits until none runs any more.
  func waitForNone() throws {
    let deadline = Date(timeIntervalSinceNow: 30)
    while consoles > 0 {
      guard Date() < deadline else { throw ChildProgram.Failure("\(consoles) consoles are left") }
      usleep(20_000)
    }
  }
}
