import Foundation

/// Three Galera nodes on loopback, or one MariaDB, started by script/cluster and gone with this process.
public final class Cluster: Sendable {
  /// The account's password is in this file.
  public let passwordFile: String
  /// Each node's port for SQL, of node 1 first. It stays the same while the nodes run.
  public let ports: [UInt16]
  /// Where all of it is.
  public let directory: String

  /// Starts it, and returns once all nodes serve.
  ///
  /// - Parameter nodes: how many, 1 or 3.
  /// - Throws: ``ChildProgram/Failure`` with what the script said.
  public init(nodes: Int = 3) throws {
    // Removed by the script as soon as this process has ended, however it does.
    directory = try TemporaryDirectory.make()
    try Self.run(directory, ["up", "--nodes", "\(nodes)", "--until", "\(getpid())"])
    passwordFile = directory + "/password"
    let lines = try String(contentsOfFile: directory + "/ports", encoding: .utf8).split(separator: "\n")
    ports = lines.compactMap { $0.split(separator: " ").dropFirst().first.flatMap { UInt16($0) } }
    guard ports.count == nodes else { throw ChildProgram.Failure("no ports: \(lines)") }
  }

  /// The numbers of its nodes.
  public var nodes: ClosedRange<Int> { 1...ports.count }

  /// Does one thing to it: `run("kill", "2")`.
  ///
  /// - Returns: what the script printed.
  /// - Throws: ``ChildProgram/Failure`` with what it said.
  @discardableResult
  public func run(_ words: String...) throws -> String { try Self.run(directory, words) }

  /// How each node is, in words.
  public func status() throws -> String {
    let script = Products.repository + "/script/cluster"
    // It fails when one does not serve, and says all the same how each is.
    return try ChildProgram.run(script, ["status", "--directory", directory]).output
  }

  /// What SQL gives on a node, asked as its administrator.
  public func sql(_ node: Int, _ statements: String) throws -> String {
    try run("sql", "\(node)", statements).trimmingCharacters(in: .newlines)
  }

  /// Makes all nodes serve, whatever has been done to them.
  public func mend() throws {
    for node in nodes {
      _ = try? run("cont", "\(node)")
      _ = try? run("heal", "\(node)")
    }
    try run("up")
  }

  /// A node's process.
  public func process(_ node: Int) throws -> pid_t {
    let text = try String(contentsOfFile: file("n\(node)/process"), encoding: .utf8)
    guard let id = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw ChildProgram.Failure("node \(node) has no process")
    }
    return id
  }

  /// The path of a file of its own.
  public func file(_ name: String) -> String { directory + "/" + name }

  /// The database's address.
  ///
  /// - Parameters:
  ///   - hosts: the hosts in their order; nil for all nodes, that of number 1 first.
  ///   - database: its name on the server, which begins with `rollcall`.
  ///   - parameters: what stands behind it besides the files.
  /// - Returns: the address.
  public func address(
    _ hosts: [String]? = nil, database: String = "rollcall", _ parameters: String...
  ) -> String {
    let list = (hosts ?? nodes.map { host($0) }).joined(separator: ",")
    let all = ["password-file=\(passwordFile)", "key-file=\(file("key"))"] + parameters
    return "mariadb://rollcall@\(list)/\(database)?" + all.joined(separator: "&")
  }

  /// A node as an address names it.
  public func host(_ node: Int) -> String { "127.0.0.1:\(ports[node - 1])" }

  /// All nodes in their order, from one on.
  public func hosts(from first: Int) -> [String] {
    nodes.map { host(($0 - nodes.lowerBound + first - 1) % ports.count + 1) }
  }

  @discardableResult
  private static func run(_ directory: String, _ words: [String]) throws -> String {
    let script = Products.repository + "/script/cluster"
    let result = try ChildProgram.run(script, words + ["--directory", directory], timeout: 200)
    guard result.status == 0 else {
      throw ChildProgram.Failure("script/cluster \(words.joined(separator: " ")): \(result.errors)")
    }
    return result.output
  }
}
