import Foundation
import SessionCore
import Support
import Synchronization
import Testing

/// A database on the tests' MariaDB server, made by the real commands, and the directory with its key.
final class MariaDBSite: Sendable {
  static let password = "correct horse battery staple"
  private static let made = Mutex(0)

  let files: TemporaryDirectory
  let server: MariaDBServer
  /// The database's name on the server.
  let name: String
  /// Its address, as the programs get it.
  let address: String
  var key: String { files.file("key") }

  /// Makes a database; sets it up, with the user alice in it, unless that is not wanted.
  init(isSetUp: Bool = true, parameters: String = "") throws {
    files = try TemporaryDirectory()
    server = try MariaDBServer.shared()
    name = Self.made.withLock { number in
      number += 1
      return "site_\(number)"
    }
    try MariaDBDatabase.createEmpty(name)
    address = try server.address(name, "key-file=\(files.file("key"))" + parameters).description
    guard isSetUp else { return }
    try rollcall("setup", "--sample")
    try rollcall("users", "add", "alice", "--password-stdin", input: Self.password + "\n")
  }

  deinit { _ = try? server.administrate { try $0.run("DROP DATABASE \(name)", []) } }

  var environment: [String: String] {
    ["ROLLCALL_DATABASE": address, "ROLLCALL_CONFIG": "/dev/null", "LC_ALL": "C.UTF-8"]
  }

  /// Runs an administrator's command, whatever becomes of it.
  func run(_ arguments: [String], _ more: [String: String] = [:], input: String = "") throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), arguments, environment: environment.merging(more) { $1 }, input: Array(input.utf8))
  }

  /// Runs an administrator's command.
  ///
  /// - Returns: what it printed.
  @discardableResult
  func rollcall(_ arguments: String..., input: String = "") throws -> String {
    let result = try run(arguments, input: input)
    guard result.status == 0 else { throw ChildProgram.Failure("rollcall \(arguments): \(result.errors)") }
    return result.output
  }

  /// Ends every connection to the database, as a server that starts again does.
  func breakConnections() throws {
    try server.administrate { admin in
      var ids: [Int64] = []
      try admin.query("SELECT id FROM information_schema.processlist WHERE db = '\(name)'", []) {
        ids.append($0.integer(0))
      }
      for id in ids { _ = try? admin.run("KILL CONNECTION \(id)", []) }
    }
  }
}
