import Foundation
import Support
import Testing

/// A database on a cluster of three nodes, and three web hosts whose addresses begin with another node each.
final class ClusterSite: Sendable {
  static let password = "correct horse battery staple"
  /// Who can log in: each client of a load is somebody else.
  static let people = (0..<6).map { "person\($0)" }

  let cluster: Cluster
  let address: String
  let webs: [ClusterWeb]

  /// The one that all tests share: starting a cluster takes its time.
  static let shared = Result { try ClusterSite(Cluster()) }

  /// Makes database, accounts and web hosts.
  private init(_ cluster: Cluster) throws {
    self.cluster = cluster
    address = cluster.address()
    try Self.rollcall(address, ["setup"])
    for person in Self.people {
      try Self.rollcall(address, ["users", "add", person, "--password-stdin"], input: Self.password + "\n")
    }
    // None is to end because there are many.
    try Self.rollcall(address, ["policy", "set", "--max-sessions", "10000"])
    webs = try cluster.nodes.map { try ClusterWeb(cluster.address(cluster.hosts(from: $0))) }
  }

  /// Runs an administrator's command.
  ///
  /// - Returns: what it printed.
  @discardableResult
  func rollcall(_ arguments: String...) throws -> String { try Self.rollcall(address, arguments) }

  @discardableResult
  private static func rollcall(_ address: String, _ arguments: [String], input: String = "") throws -> String {
    let result = try ChildProgram.run(
      Products.release("rollcall"), arguments,
      environment: ["ROLLCALL_DATABASE": address, "ROLLCALL_CONFIG": "/dev/null", "LC_ALL": "C.UTF-8"],
      input: Array(input.utf8))
    guard result.status == 0 else { throw ChildProgram.Failure("rollcall \(arguments): \(result.errors)") }
    return result.output
  }

  /// Waits until something is so.
  ///
  /// - Throws: ``ChildProgram/Failure`` when it is not so after a minute.
  func wait(_ what: String, until condition: () throws -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: 60)
    while try !condition() {
      guard Date() < deadline else { throw ChildProgram.Failure("\(what): not so") }
      usleep(10_000)
    }
  }

  /// Whether each node has the same rows in the tables that say who is logged in.
  func agree() -> Bool {
    let tables = ["users", "sessions", "ended_sessions", "audit"].map { "rollcall.\($0)" }.joined(separator: ", ")
    let sums = cluster.nodes.map { try? cluster.sql($0, "SET wsrep_sync_wait = 1; CHECKSUM TABLE \(tables)") }
    return sums.allSatisfy { $0 != nil } && Set(sums).count == 1
  }
}
