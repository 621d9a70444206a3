import Foundation
import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

/// A directory with a database that was set up by the program itself, and the program to try on it.
struct CommandBench {
  let files: TemporaryDirectory
  var database: String { files.file("a.db") }
  var key: String { database + ".key" }

  init(isSetUp: Bool = true) throws {
    files = try TemporaryDirectory()
    guard isSetUp else { return }
    try #require(try rollcall("setup").status == 0)
  }

  var environment: [String: String] {
    [
      "ROLLCALL_DATABASE": database, "ROLLCALL_KEY": "", "ROLLCALL_CONFIG": "/dev/null", "LC_ALL": "C.UTF-8",
      "NO_COLOR": "", "CLICOLOR_FORCE": "",
    ]
  }

  /// Runs a command to its end.
  @discardableResult
  func rollcall(_ arguments: String..., environment more: [String: String] = [:], input: String = "") throws
    -> ChildProgram.Result
  {
    try ChildProgram.run(
      Products.release("rollcall"), arguments, environment: environment.merging(more) { $1 }, input: Array(input.utf8))
  }

  /// Runs a line of shell with `rollcall` in its path.
  func shell(_ line: String) throws -> ChildProgram.Result {
    let path = Products.releaseDirectory + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    return try ChildProgram.run("/bin/bash", ["-c", line], environment: environment.merging(["PATH": path]) { $1 })
  }

  /// The operations, as another program on the same database has them.
  func service() throws -> SessionService {
    let store = SQLStore(try SQLiteConnection(path: database))
    return SessionService(store: store, keys: try KeyRing(file: key), hasher: .cheap)
  }

  func addUser(_ login: String) throws {
    try service().addUser(try Login(login), password: try Password(TestDatabase.password), by: TestDatabase.operator)
  }

  @discardableResult
  func logIn(_ login: String, _ service: SessionService? = nil) throws -> Token {
    try (service ?? self.service()).logIn(
      login: login, password: TestDatabase.password,
      from: LoginSource(address: IPAddress(text: "203.0.113.7"), userAgent: "curl/8", simulatedBy: nil)
    ).0
  }

  /// Puts so many live sessions of a user, the first unless given, into the database at once.
  func addSessions(_ count: Int, of user: Int = 1) throws {
    let raw = try SQLiteConnection(path: database)
    let now = Clock.system.now().milliseconds
    try raw.transaction(.normal) {
      try raw.run("INSERT INTO user_agents(text) VALUES('curl/8') ON CONFLICT DO NOTHING", [])
      try raw.run(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        INSERT INTO sessions(id, user_id, proof, created_at, authenticated_at, last_seen_at, absolute_expires_at,
          expires_at, kind, address, user_agent_id, created_by)
        SELECT randomblob(16), \(user), randomblob(32), ?, ?, ? - i, ? + 9000000, ? + 9000000, 0, NULL,
          (SELECT min(id) FROM user_agents), '' FROM n
        """, [.integer(Int64(count))] + [SQLValue](repeating: .integer(now), count: 5))
    }
  }

  /// What a query answers, as one number.
  func number(_ sql: String, of path: String? = nil) throws -> Int64 {
    var number: Int64 = -1
    try SQLiteConnection(path: path ?? database).query(sql, []) { number = $0.integer(0) }
    return number
  }

  func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: files.path)) ?? []).sorted() }
}
