import Foundation
import Support
import Testing

/// A database made by the real commands, and a program that serves it by FastCGI, as spawn-fcgi starts it.
final class FastCGISite {
  static let password = "correct horse battery staple"

  let files: TemporaryDirectory
  let program: ChildProgram
  var database: String { files.file("rollcall.db") }
  let socket: String
  private let logFile: String

  /// Starts a program; it gets `environment` besides the database.
  init(
    _ name: String = "login.cgi", arguments: [String] = [], environment: [String: String] = [:],
    files: TemporaryDirectory? = nil, socket: String = "socket"
  ) throws {
    self.files = try files ?? Self.directory()
    self.socket = self.files.file(socket)
    let settings = ["ROLLCALL_DATABASE": self.files.file("rollcall.db"), "ROLLCALL_CONFIG": "/dev/null"]
    let log = self.files.file(socket + ".log")
    self.logFile = log
    program = try ChildProgram(
      "spawn-fcgi", ["-n", "-s", self.socket, "--", Products.release(name)] + arguments,
      environment: settings.merging(environment) { $1 }, output: log, errors: log)
    try wait("the program answers") { (try? FastCGIConnection(self.socket)) != nil }
  }

  /// A directory with a database in which alice has an account.
  static func directory() throws -> TemporaryDirectory {
    let files = try TemporaryDirectory()
    try rollcall(files, ["setup"])
    try rollcall(files, ["users", "add", "alice", "--password-stdin"], input: password + "\n")
    return files
  }

  /// Runs an administrator's command on the site's database.
  @discardableResult
  func rollcall(_ arguments: String..., input: String = "") throws -> String {
    try Self.rollcall(files, arguments, input: input)
  }

  @discardableResult
  private static func rollcall(_ files: TemporaryDirectory, _ arguments: [String], input: String = "") throws
    -> String
  {
    let result = try ChildProgram.run(
      Products.release("rollcall"), arguments,
      environment: [
        "ROLLCALL_DATABASE": files.file("rollcall.db"), "ROLLCALL_CONFIG": "/dev/null", "LC_ALL": "C.UTF-8",
      ], input: Array(input.utf8))
    guard result.status == 0 else { throw ChildProgram.Failure("rollcall \(arguments): \(result.errors)") }
    return result.output
  }

  /// The processes that answer.
  var workers: [pid_t] {
    let path = "/proc/\(program.id)/task/\(program.id)/children"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: " ").compactMap { pid_t($0) }
  }

  /// What the program wrote to its standard error.
  var log: String { (try? String(contentsOfFile: logFile, encoding: .utf8)) ?? "" }

  /// Waits until something is so.
  ///
  /// - Throws: ``ChildProgram/Failure`` when it is not so after 20 seconds.
  func wait(_ what: String, until condition: () throws -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    while try !condition() {
      guard Date() < deadline, program.isRunning else { throw ChildProgram.Failure("\(what): not so. \(log)") }
      usleep(2000)
    }
  }
}
