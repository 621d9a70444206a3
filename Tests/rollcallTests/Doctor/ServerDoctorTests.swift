import Foundation
import MariaDBEngine
import SessionCore
import Support
import Testing

@testable import rollcall

/// `rollcall doctor` on a server that runs.
@Suite struct ServerDoctorTests {
  private static let server = Result {
    try MariaDBServer { _ in ["--innodb-flush-log-at-trx-commit=1"] }
  }
  private let bench: CommandBench
  private let server: MariaDBServer
  private let name = "doctor_\(Int.random(in: 0..<1_000_000_000))"

  init() throws {
    bench = try CommandBench(isSetUp: false)
    server = try Self.server.get()
    let name = name
    try server.administrate { admin in try admin.run("CREATE DATABASE \(name)", []) }
    let result = try rollcall("setup")
    try #require(result.status == 0, "\(result.errors)")
  }

  private func address(_ account: String, _ password: String, hosts: String? = nil) -> String {
    "mariadb://\(account)@\(hosts ?? "127.0.0.1:\(server.port)")/\(name)?password-file=\(password)&key-file=\(bench.key)"
  }

  private func rollcall(_ arguments: String..., database: String? = nil) throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), arguments,
      environment: bench.environment.merging([
        "ROLLCALL_DATABASE": database ?? address(MariaDBServer.user, server.passwordFile),
        "ROLLCALL_LOGIN_CGI": Products.release("login-mariadb.cgi"),
      ]) { $1 })
  }

  /// The worst of each check, and its sentence.
  private func examine(_ more: [String] = [], database: String? = nil) throws -> [String: (String, String)] {
    let arguments = ["doctor", "--json"] + more
    let result = try ChildProgram.run(
      Products.release("rollcall"), arguments,
      environment: bench.environment.merging([
        "ROLLCALL_DATABASE": database ?? address(MariaDBServer.user, server.passwordFile),
        "ROLLCALL_LOGIN_CGI": Products.release("login-mariadb.cgi"),
      ]) { $1 })
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]], "\(result.errors)")
    var found: [String: (String, String)] = [:]
    for row in rows {
      let check = try #require(row["check"] as? String)
      let (severity, text) = (row["severity"] as? String ?? "", row["finding"] as? String ?? "")
      if found[check] == nil || severity != "ok" { found[check] = (severity, text) }
    }
    return found
  }

  /// Makes an account by the printed script.
  ///
  /// - Returns: its address.
  private func account(_ role: String) throws -> String {
    let account = "\(name)_\(role.prefix(1))"
    let option = role == "web" ? "--web-account" : "--admin-account"
    let printed = try rollcall("setup", "--print-grants", "--role", role, option, account)
    let script = printed.output.replacing("<\(role.uppercased()) PASSWORD>", with: "'an-accounts-own'")
    let result = try ChildProgram.run(
      "mariadb", ["--no-defaults", "-uroot", "-S", server.socket], input: Array(script.utf8))
    try #require(result.status == 0, "\(result.errors)")
    let file = bench.files.file("password-\(role)")
    try Data("an-accounts-own".utf8).write(to: URL(filePath: file))
    chmod(file, 0o600)
    return address(account, file)
  }

  @Test(arguments: ["web", "administrator"]) func `all is well with the account that is printed`(_ role: String) throws
  {
    let found = try examine(database: account(role))
    #expect(found.allSatisfy { $0.value.0 == "ok" }, "\(found.filter { $0.value.0 != "ok" })")
    let names: Set = [
      "password-file", "key-file", "server-version", "flush", "isolation", "sql-mode", "packet", "charset", "engine",
      "connection", "host-clock", "grants", "schema", "key", "clock", "login-cgi",
    ]
    #expect(Set(found.keys).isSuperset(of: names), "\(names.subtracting(found.keys))")
  }

  @Test func `an account that may do everything is told`() throws {
    let found = try examine()
    #expect(found["grants"]?.0 == "warning")
    #expect(found["grants"]?.1.contains("ALL PRIVILEGES on *.*") ?? false)
  }

  @Test func `an account of the other role is told`() throws {
    #expect(try examine(["--role", "administrator"], database: account("web"))["grants"]?.0 == "problem")
    let excess = try examine(["--role", "web"], database: account("administrator"))["grants"]
    #expect(excess?.0 == "warning" && excess?.1.contains("acts") ?? false, "\(excess ?? ("", ""))")
    // What the configuration file names is what login.cgi uses.
    let file = bench.files.file("rollcall.conf")
    try "database = \(account("administrator"))\n".write(toFile: file, atomically: true, encoding: .utf8)
    chmod(file, 0o600)
    let result = try ChildProgram.run(
      Products.release("rollcall"), ["doctor", "--config", file],
      environment: bench.environment.merging(["ROLLCALL_DATABASE": ""]) { $1 })
    #expect(
      result.status == 5 && result.output.contains("has more rights than one for login.cgi needs"), "\(result.output)")
  }

  @Test func `what an account lacks is named`() throws {
    let web = try account("web")
    let name = name
    try server.administrate { admin in
      try admin.run("REVOKE UPDATE (seal) ON \(name).sessions FROM '\(name)_w'@'127.0.0.1'", [])
    }
    let found = try examine(database: web)
    #expect(found["grants"]?.0 == "problem")
    #expect(found["grants"]?.1.contains("UPDATE(seal) on sessions") ?? false, "\(found["grants"] ?? ("", ""))")
  }

  @Test func `what the server is set to is looked at`() throws {
    let name = name
    try server.administrate { admin in
      try admin.run("ALTER DATABASE \(name) CHARACTER SET latin1", [])
      try admin.run("CREATE TABLE \(name).notes(id INT) ENGINE=Aria CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin", [])
    }
    let found = try examine()
    #expect(found["engine"]?.0 == "problem" && found["charset"]?.0 == "warning")
  }

  @Test func `a host that is down is named, and the others are looked at`() throws {
    let down = try FreePort.some(1)[0]
    let hosts = "127.0.0.1:\(down),127.0.0.1:\(server.port)"
    let found = try examine(database: address(MariaDBServer.user, server.passwordFile, hosts: hosts))
    #expect(found["host"]?.0 == "warning" && found["host"]?.1.hasPrefix("127.0.0.1:\(down): ") ?? false)
    // Two hosts that are no cluster.
    #expect(found["cluster"]?.0 == "problem" && found["schema"]?.0 == "ok")
    let none = try examine(database: address(MariaDBServer.user, server.passwordFile, hosts: "127.0.0.1:\(down)"))
    #expect(none["host"]?.0 == "problem")
  }

  @Test func `a password that does not fit, and one that others may read`() throws {
    let file = bench.files.file("wrong")
    try Data("not-this-one".utf8).write(to: URL(filePath: file))
    chmod(file, 0o644)
    let found = try examine(database: address(MariaDBServer.user, file))
    #expect(found["password-file"]?.0 == "problem")
    chmod(file, 0o600)
    let refused = try examine(database: address(MariaDBServer.user, file))
    #expect(refused["host"]?.0 == "problem" && !"\(refused)".contains("not-this-one"))
  }
}
