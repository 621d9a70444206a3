import Foundation
import MariaDBEngine
import SessionCore
import Support

/// A database on the tests' server, set up by the program, with the two accounts that `rollcall setup --print-grants`
/// makes: nobody has more rights than it says.
final class TwoAccounts {
  let files: TemporaryDirectory
  let name = "rights_\(Int.random(in: 0..<1_000_000_000))"
  /// The address for the account that made the tables, for administrators, and for login.cgi.
  let owner: String
  let administrator: String
  let web: String
  /// The login program, over the account for it.
  let login: RealLogin
  /// What the program printed.
  let script: String

  init() throws {
    files = try TemporaryDirectory()
    let (server, files, name) = (try MariaDBServer.shared(), files, name)
    try MariaDBDatabase.createEmpty(name)
    func address(_ account: String, _ passwordFile: String) -> String {
      "mariadb://\(account)@127.0.0.1:\(server.port)/\(name)?password-file=\(passwordFile)&key-file=\(files.file("key"))"
    }
    for role in ["web", "administrator"] {
      try Data("the-\(role)s-own\n".utf8).write(to: URL(filePath: files.file(role)))
      chmod(files.file(role), 0o600)
    }
    owner = address(MariaDBServer.user, server.passwordFile)
    administrator = address("\(name)_a", files.file("administrator"))
    web = address("\(name)_w", files.file("web"))
    login = try RealLogin(program: Products.release("login-mariadb.cgi"), on: web)
    _ = try Self.rollcall(["setup"], owner)
    script = try Self.rollcall(
      ["setup", "--print-grants", "--web-account", "\(name)_w", "--admin-account", "\(name)_a"], owner
    ).output
    let filled =
      script
      .replacing("<WEB PASSWORD>", with: "'the-webs-own'")
      .replacing("<ADMINISTRATOR PASSWORD>", with: "'the-administrators-own'")
    let result = try Self.client(filled)
    guard result.status == 0 else { throw ChildProgram.Failure(result.errors) }
  }

  deinit {
    _ = try? Self.client("DROP DATABASE \(name); DROP USER '\(name)_w'@'127.0.0.1'; DROP USER '\(name)_a'@'127.0.0.1';")
  }

  /// Hands SQL to the server's own client, as its administrator.
  static func client(_ sql: String) throws -> ChildProgram.Result {
    try ChildProgram.run(
      "mariadb", ["--no-defaults", "-uroot", "-S", MariaDBServer.shared().socket], input: Array(sql.utf8))
  }

  /// Runs a command with an account, the administrators' unless another is named.
  func rollcall(_ arguments: [String], as address: String? = nil, input: String = "") throws -> ChildProgram.Result {
    try Self.rollcall(arguments, address ?? administrator, input: input)
  }

  private static func rollcall(_ arguments: [String], _ address: String, input: String = "") throws
    -> ChildProgram.Result
  {
    try ChildProgram.run(
      Products.release("rollcall"), arguments,
      environment: [
        "ROLLCALL_DATABASE": address, "ROLLCALL_CONFIG": "/dev/null", "ROLLCALL_SIMULATION": "on", "LC_ALL": "C.UTF-8",
        "ROLLCALL_LOGIN_CGI": Products.release("login-mariadb.cgi"),
      ], input: Array(input.utf8))
  }

  /// A connection as an account.
  func connect(_ address: String) throws -> MariaDBConnection { try MariaDBConnection(MariaDBAddress(address)) }
}
