import Foundation
import Support
import Synchronization
import Testing

/// A whole site: a database made by the real commands, on the engine that the run has chosen, and lighttpd over it.
final class RunningSite {
  /// Who can log in.
  static let people = ["alice": "correct horse battery staple", "王小明": "春眠不觉晓处处闻啼鸟夜来风雨声"]

  let files: TemporaryDirectory
  let server: WebServer
  /// What `--database` takes.
  let database: String

  /// Starts a site. The CGI programs get `environment` besides the database.
  init(environment: [String: String] = [:]) throws {
    let files = try TemporaryDirectory()
    let database = try Self.newDatabase(files)
    try Self.rollcall(database, ["setup"])
    for (login, password) in Self.people {
      try Self.rollcall(database, ["users", "add", login, "--password-stdin"], input: password + "\n")
    }
    self.files = files
    self.database = database
    server = try WebServer(database: database, environment: environment, programs: Self.programs(files))
  }

  /// Where a new database is to be.
  private static func newDatabase(_ files: TemporaryDirectory) throws -> String {
    guard TestEngine.chosen == .mariadb else { return files.file("rollcall.db") }
    let name = "running_site_\(made.withLock { number in number += 1; return number })"
    try MariaDBDatabase.createEmpty(name)
    return try MariaDBServer.shared().address(name, "key-file=" + files.file("key")).description
  }
  private static let made = Mutex(0)

  /// The directory with the programs for it.
  private static func programs(_ files: TemporaryDirectory) throws -> String {
    guard TestEngine.chosen == .mariadb else { return Products.releaseDirectory }
    let directory = files.file("bin")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: directory + "/login.cgi", withDestinationPath: Products.release("login-mariadb.cgi"))
    // The shop works on a file. What a page behind the gate answers, the check that it asks answers as well.
    let page = "#!/bin/sh\nPATH_INFO=/auth/request SCRIPT_NAME=/login.cgi exec \(directory)/login.cgi\n"
    try Data(page.utf8).write(to: URL(filePath: directory + "/members.cgi"))
    chmod(directory + "/members.cgi", 0o755)
    return directory
  }

  /// Runs an administrator's command on the site's database.
  ///
  /// - Returns: what it printed.
  @discardableResult
  func rollcall(_ arguments: String..., input: String = "") throws -> String {
    try Self.rollcall(database, arguments, input: input)
  }

  private static func run(
    _ database: String, _ arguments: [String], input: String = ""
  ) throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), arguments, environment: ["ROLLCALL_DATABASE": database, "LC_ALL": "C.UTF-8"],
      input: Array(input.utf8))
  }

  @discardableResult
  private static func rollcall(_ database: String, _ arguments: [String], input: String = "") throws -> String {
    let result = try run(database, arguments, input: input)
    guard result.status == 0 else { throw ChildProgram.Failure("rollcall \(arguments): \(result.errors)") }
    return result.output
  }

  /// The live sessions, as `sessions list --json` prints them.
  func sessions() throws -> [[String: Any]] {
    // When there is none, the exit status says so; the list is printed all the same.
    let text = try Self.run(database, ["sessions", "list", "--json"]).output
    let list = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    return try #require(list)
  }
}
