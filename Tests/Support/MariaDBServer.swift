import Foundation
import MariaDBEngine
import SessionCore

/// A MariaDB server of a test's own, on loopback and on a socket, with all that it keeps in a directory that goes with it.
///
/// It ends with its last reference, and whatever happens to the tests' process: a small program that it starts under waits
/// for the end of either.
public final class MariaDBServer: Sendable {
  /// Where its files are: `server.sock`, `log`, and whatever a test puts there.
  public let path: String
  /// Its port on 127.0.0.1.
  public let port: UInt16
  /// The file with the password of its account ``user``.
  public var passwordFile: String { path + "/password" }
  /// Its socket.
  public var socket: String { path + "/server.sock" }
  /// An account that may do everything, from anywhere, with a password. `root` has none.
  public static let user = "rollcall"

  private let keeper: Keeper

  /// The one that all tests of this process share, started when the first of them asks.
  ///
  /// - Throws: ``ChildProgram/Failure`` when it cannot be started.
  public static func shared() throws -> MariaDBServer { try sharedResult.get() }
  private static let sharedResult = Result { try MariaDBServer() }

  /// Starts a server, with an empty data directory.
  ///
  /// - Parameter options: the server's own, in addition to those that make it fast and small. It is given the directory,
  ///   to put files there that they name.
  /// - Throws: ``ChildProgram/Failure`` when it does not come up.
  public init(options: (_ path: String) throws -> [String] = { _ in [] }) throws {
    path = try Self.newDirectory()
    try Data("the-servers-own\n".utf8).write(to: URL(filePath: path + "/password"))
    chmod(path + "/password", 0o600)
    let options = try options(path)
    try Self.install(into: path)
    var attempt = 0
    while true {
      attempt += 1
      let port = try FreePort.some(1)[0]
      let keeper = try Keeper(path, Self.command(path, port) + options)
      do {
        try Self.wait(for: keeper, path)
        (self.port, self.keeper) = (port, keeper)
        break
      } catch {
        // Somebody may have taken the port meanwhile.
        keeper.end(keepingFiles: true)
        guard attempt < 3 else { throw error }
      }
    }
    try administrate { admin in
      try admin.run("CREATE USER '\(Self.user)'@'%' IDENTIFIED BY 'the-servers-own'", [])
      try admin.run("GRANT ALL PRIVILEGES ON *.* TO '\(Self.user)'@'%' WITH GRANT OPTION", [])
    }
  }

  deinit { keeper.end() }

  /// The server's process.
  public var process: pid_t { keeper.server }

  /// The address of a database on it, for its account ``user``.
  ///
  /// - Parameters:
  ///   - database: the database's name.
  ///   - parameters: further ones, as `name=value` with & between them.
  /// - Returns: the address.
  /// - Throws: ``SessionCore/StoreError`` when there is none such.
  public func address(_ database: String, _ parameters: String = "") throws -> MariaDBAddress {
    try MariaDBAddress(
      "mariadb://\(Self.user)@127.0.0.1:\(port)/\(database)?password-file=\(passwordFile)"
        + (parameters.isEmpty ? "" : "&" + parameters))
  }

  /// Does something as the server's administrator.
  @discardableResult
  public func administrate<Result>(_ body: (MariaDBConnection) throws -> Result) throws -> Result {
    try body(MariaDBConnection(MariaDBAddress("mariadb://root@localhost/mysql?socket=\(socket)")))
  }

  /// What it has written into its log.
  public var log: String { (try? String(contentsOfFile: path + "/log", encoding: .utf8)) ?? "" }
}

extension MariaDBServer {
  /// Servers refuse to run as root: then they run as the user that Debian makes for them.
  private static var account: [String] { getuid() == 0 ? ["--user=mysql"] : [] }

  private static func newDirectory() throws -> String {
    let path = try TemporaryDirectory.make("rollcall-mariadb")
    // A server that starts clears its directory for temporary files of what other servers have there.
    mkdir(path + "/tmp", 0o700)
    if getuid() == 0, let account = getpwnam("mysql") {
      for name in [path, path + "/tmp"] { chown(name, account.pointee.pw_uid, account.pointee.pw_gid) }
    }
    return path
  }

  private static func install(into path: String) throws {
    let result = try ChildProgram.run(
      "mariadb-install-db",
      [
        "--no-defaults", "--datadir=\(path)/data", "--tmpdir=\(path)/tmp", "--auth-root-authentication-method=normal",
        "--skip-test-db",
      ] + account)
    guard result.status == 0 else { throw ChildProgram.Failure(result.output + result.errors) }
  }

  /// Nothing here must outlive the power: disks are left alone.
  private static func command(_ path: String, _ port: UInt16) -> [String] {
    ["mariadbd", "--no-defaults"] + account + [
      "--tmpdir=\(path)/tmp", "--datadir=\(path)/data", "--socket=\(path)/server.sock", "--pid-file=\(path)/pid",
      "--log-error=\(path)/log",
      "--bind-address=127.0.0.1", "--port=\(port)", "--skip-name-resolve", "--skip-log-bin",
      "--character-set-server=utf8mb4", "--performance-schema=OFF", "--innodb-buffer-pool-size=128M",
      "--innodb-log-file-size=96M", "--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync",
      "--innodb-doublewrite=0", "--max-connections=1000", "--max-prepared-stmt-count=100000",
    ]
  }

  private static func wait(for keeper: Keeper, _ path: String) throws {
    let address = try MariaDBAddress("mariadb://root@localhost/mysql?socket=\(path)/server.sock")
    let deadline = Date(timeIntervalSinceNow: 60)
    while true {
      do {
        // A node of a cluster lets one in before it answers.
        try MariaDBConnection(address).query("SELECT 1 FROM mysql.db LIMIT 1", []) { _ in }
        return
      } catch {
        let log = (try? String(contentsOfFile: path + "/log", encoding: .utf8)) ?? ""
        guard keeper.isServerRunning, Date() < deadline else {
          throw ChildProgram.Failure("no server: \(error)\n\(log.suffix(2000))")
        }
        usleep(20_000)
      }
    }
  }
}
