import Foundation
import Support
import Testing

/// `rollcall` with no more than the account that is printed for administrators.
@Suite struct AdministratorAccountTests {
  private let accounts: TwoAccounts

  init() throws { accounts = try TwoAccounts() }

  /// Runs a command to its end.
  ///
  /// - Returns: what it printed.
  @discardableResult
  private func run(_ arguments: String..., input: String = "", status: Int32 = 0) throws -> String {
    let result = try accounts.rollcall(arguments, input: input)
    #expect(result.status == status, "\(arguments): \(result.output) \(result.errors)")
    return result.output
  }

  private func id(_ text: String, _ name: String) throws -> String {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let first = (object as? [[String: Any]])?.first ?? object as? [String: Any]
    return try #require(first?[name] as? String, "\(text)")
  }

  @Test func `every command does its work`() throws {
    try run("users", "add", "alice", "--password-stdin", input: RealLogin.password)
    try run("users", "add", "bob")
    try run("users", "list", "--filter", "user:ali")
    try run("users", "code", "bob")
    try run("users", "limit", "alice", "5")
    try run("users", "password", "bob", "--password-stdin", input: "a new and longer passphrase")
    for _ in 0..<4 { _ = try accounts.login.cookie() }
    _ = try accounts.login.logIn("alice", "wrong")
    let list = try run("sessions", "list", "--json")
    let session = try id(list, "id")
    for idle in ["5m", "1h"] { try run("policy", "set", "--idle", idle) }
    try run("sessions", "extend", session, "--yes")
    let act = try id(try run("sessions", "end", session, "--yes", "--json"), "act")
    try run("sessions", "restore")
    try run("sessions", "restore", act)
    try run("sessions", "expire", session, "--yes")
    try run("sessions", "end", "--filter", "user:alice idle<1h", "--yes")
    try run("attempts", "list")
    try run("attempts", "waiting", status: 1)
    try run("attempts", "forgive", "--all")
    try run("overview", "--last", "1h")
    try run("policy", "show")
    try run("policy", "set", "--idle", "20m", "--max-sessions", "4")
    _ = try accounts.login.cookie()
    try run("users", "lock", "alice")
    try run("users", "unlock", "alice")
    try run("users", "remove", "bob", "--yes")
    try run("users", "export", "--format", "csv", "--with-hashes")
    try "alice\t\(RealLogin.password)\n".write(
      toFile: accounts.files.file("crowd.tsv"), atomically: true, encoding: .utf8)
    let people = accounts.files.file("people.csv")
    try "login,password\ncarol,a long enough passphrase\n".write(toFile: people, atomically: true, encoding: .utf8)
    try run("users", "import", "--from", "csv", people)
    let cookie = accounts.files.file("cookie")
    try run(
      "simulate", "login", "alice", "--password-stdin", "--keep-cookie", cookie, input: RealLogin.password)
    try run("simulate", "visit", "--cookie", cookie)
    try run("simulate", "logout", "--cookie", cookie)
    try run(
      "simulate", "crowd", "--users", "1", "--rate", "2/s", "--for", "1s", "--accounts",
      accounts.files.file("crowd.tsv"))
    try run("sessions", "end", "--all", "--yes")
    try run("key", "show")
    try run("key", "rotate", "--grace", "1h", "--yes")
    try run("sweep")
    try run("audit", "list")
    try run("audit", "verify")
    try run("audit", "prune", "--older-than", "365d", "--yes", status: 1)
    try run("config", "show")
    try run("migrate", "--dry-run")
    #expect(try accounts.login.logIn().answer.status == 303)
  }

  @Test func `a database of made-up people is filled`() throws {
    try run("simulate", "population", "--users", "20", "--sessions", "50", "--seed", "7", "--yes")
    #expect(try run("users", "list", "--csv").split(whereSeparator: \.isNewline).count == 21)
  }

  @Test func `the schema and the log's entries are nobody's to change`() throws {
    let connection = try accounts.connect(accounts.administrator)
    for statement in [
      "CREATE TABLE mine(id INT)", "ALTER TABLE users ADD COLUMN mine INT", "DROP TABLE sessions",
      "UPDATE audit SET reason = ''", "CREATE USER mine", "SET GLOBAL general_log = 1", "SELECT * FROM mysql.user",
      "GRANT SELECT ON users TO root@localhost",
    ] {
      let error = #expect(throws: (any Error).self) { try connection.run(statement, []) }
      #expect("\(error.map { "\($0)" } ?? "")".contains("denied"), "\(statement)")
    }
  }
}
