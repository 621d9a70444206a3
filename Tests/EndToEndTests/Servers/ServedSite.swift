import Foundation
import Support
import Testing

/// A whole site behind a real server with its shipped configuration: the old pages, a database made by the real commands,
/// and the server, all in a directory and at ports of its own.
final class ServedSite {
  static let password = "correct horse battery staple"
  /// Who serves: root is nobody to run a web server as, and Debian's user is there on every Debian.
  static let user: String? = geteuid() == 0 ? "www-data" : nil

  let kind: ServerKind
  /// For whom alone the pages are; nil for everybody who can log in.
  let users: String?
  let files: TemporaryDirectory
  private(set) var table: ServerTable
  private var companions: [ChildProgram] = []
  private var server: ChildProgram?

  var root: String { files.path }
  var address: String { "https://localhost:\(table.ports.https)" }
  var plainAddress: String { "http://localhost:\(table.ports.http)" }

  init(_ kind: ServerKind, users: String? = nil) throws {
    self.kind = kind
    self.users = users
    files = try TemporaryDirectory()
    table = ServerTable(root: files.path, ports: try ServerPorts())
    try furnish()
    // A port may be taken between asking for a free one and using it; then others are tried.
    for attempt in 1... {
      do {
        try start()
        break
      } catch {
        stop()
        guard attempt < 3 else { throw error }
        table = ServerTable(root: files.path, ports: try ServerPorts())
      }
    }
  }

  deinit { stop() }

  /// Ends the server, and what runs beside it.
  func stop() {
    server?.stop()
    server = nil
    companions.forEach { $0.stop() }
    companions = []
  }

  /// A visitor who believes the site's certificate and no other.
  func visitor(_ options: String...) throws -> HTTPClient {
    try HTTPClient(address, options: ["--cacert", file("ssl/certificate.pem")] + options)
  }

  func file(_ name: String) -> String { files.file(name) }

  func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: URL(filePath: file(name))) }

  /// All logs there are.
  var log: String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: file("log"))) ?? []
    return names.sorted().map { name in
      let data = (try? Data(contentsOf: URL(filePath: file("log/\(name)")))) ?? Data()
      return "--- \(name)\n\(String(decoding: data, as: UTF8.self))"
    }.joined(separator: "\n")
  }

  private func start() throws {
    companions = try kind.companions.map(startCompanion)
    let server = try startServer()
    self.server = server
    let deadline = Date(timeIntervalSinceNow: 30)
    let visitor = try visitor()
    while !(server.isRunning && (try? visitor.get("/"))?.status == 200) {
      guard server.isRunning, Date() < deadline else {
        throw ChildProgram.Failure("\(kind.rawValue) does not serve: \(log)")
      }
      usleep(20_000)
    }
  }

  /// Runs an administrator's command as the database's owner.
  ///
  /// - Returns: what it printed.
  @discardableResult
  func rollcall(_ arguments: String..., input: String = "") throws -> String {
    let words = Self.asUser([file("lib/rollcall")] + arguments)
    let result = try ChildProgram.run(
      words[0], Array(words.dropFirst()), environment: ["ROLLCALL_CONFIG": configuration, "LC_ALL": "C.UTF-8"],
      input: Array(input.utf8))
    // 1: nothing matched, such as no session in a list of sessions.
    guard result.status <= 1 else { throw ChildProgram.Failure("rollcall \(arguments): \(result.errors)") }
    return result.output
  }

  /// The live sessions.
  func sessions() throws -> [[String: Any]] {
    let text = try rollcall("sessions", "list", "--json")
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  /// The configuration file of the programs.
  var configuration: String { file("etc/rollcall.conf") }

  /// A command line that is run as the user who serves.
  static func asUser(_ words: [String]) -> [String] {
    guard let user else { return words }
    return ["setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups", "--"] + words
  }
}
