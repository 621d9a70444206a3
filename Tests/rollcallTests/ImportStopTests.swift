import Foundation
import SessionCore
import Support
import Testing

@testable import rollcall

/// Imports that are stopped in the middle, and files that would take a machine's memory.
@Suite struct ImportStopTests {
  private let site: ImportSite
  private let file: String
  private let count: Int

  init() throws {
    site = try ImportSite()
    file = site.files.file("users.csv")
    // Some batches, however many processors there are.
    count = 80 * ProcessInfo.processInfo.activeProcessorCount
    let rows = (0..<count).map { "user\($0),secret number \($0 * 7919),2003-11-22\n" }
    try Data(("login,password,created\n" + rows.joined()).utf8).write(to: URL(filePath: file))
  }

  private func start() throws -> ChildProgram {
    let child = try ChildProgram(
      Products.release("rollcall"), ["users", "import", "--from", "csv", file], environment: site.environment,
      errors: site.files.file("errors"))
    while child.isRunning, try present() == 0 { usleep(1000) }
    return child
  }

  private func present() throws -> Int {
    try site.service().store.countUsers(UserFilter(), at: Clock.system.now()).value
  }

  /// Login, state and scheme of every user, and when they were made.
  private func users(_ site: ImportSite) throws -> [[String?]] {
    let text = try site.rollcall("users", "export", "--format", "json").output
    let rows = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    return try #require(rows).map { row in ["login", "state", "scheme", "created"].map { row[$0] as? String } }
  }

  @Test("Killed in the middle and run again, an import ends as one that was left alone")
  func killed() throws {
    let child = try start()
    child.send(SIGKILL)
    #expect(try child.wait() == 128 + SIGKILL)
    let between = try present()
    #expect(between > 0 && between < count)
    // Whole rows only: whoever is there has a hash and an audit record.
    #expect(try users(site).allSatisfy { $0[2] == "argon2id" })
    #expect(try site.service().store.lastAuditNumber() == between)

    let again = try site.rollcall("users", "import", "--from", "csv", file, "--json")
    let report = try ImportSite.object(again.output)
    #expect(again.status == 0 && report["present"] as? Int == between)
    #expect(report["imported"] as? Int == count - between)
    let other = try ImportSite()
    #expect(try other.rollcall("users", "import", "--from", "csv", file).status == 0)
    #expect(try users(site) == users(other))
  }

  @Test("Asked to stop, an import finishes its batch, says where it stopped, and ends by the signal")
  func interrupted() throws {
    let child = try start()
    child.send(SIGINT)
    #expect(try child.wait() == 128 + SIGINT)
    let between = try present()
    #expect(between > 0 && between < count)
    let said = try String(contentsOfFile: site.files.file("errors"), encoding: .utf8)
    #expect(said.contains("\(between) imported") && said.contains("Run the same again to go on."))
    #expect(try site.rollcall("users", "import", "--from", "csv", file).status == 0)
    #expect(try present() == count)
  }

  @Test("While an import hashes on every processor, logins get their turn")
  func logins() throws {
    #expect(try site.take("csv", "login,password\nalice,the first secret\n").status == 0)
    let child = try ChildProgram(
      Products.release("rollcall"), ["users", "import", "--from", "csv", file], environment: site.environment)
    while child.isRunning, try present() < 2 { usleep(1000) }
    // The gate lets nobody wait for more than 10 seconds: the login would be refused.
    for _ in 0..<3 { #expect(try site.canLogIn("alice", "the first secret")) }
    #expect(try child.wait() == 0)
  }

  @Test("A line of 100 MB is refused in little memory, and the rows around it are taken")
  func longLine() throws {
    let long =
      "{ printf 'login,password\\nalice,the first secret\\n'; head -c 100000000 /dev/zero | tr '\\0' x;"
      + " printf ',y\\nbob,the second secret\\n'; }"
    // Hashing a password on each processor takes 19 MiB, and each thread has a stack.
    let result = try ChildProgram.run(
      "bash",
      [
        "-c", "\(long) | (ulimit -d 131072; exec \"$0\" users import --from csv - --json)",
        Products.release("rollcall"),
      ],
      environment: site.environment)
    #expect(result.status == 0, "\(result.errors)")
    let report = try ImportSite.object(result.output)
    let refused = try #require(report["refused"] as? [[String: Any]])
    #expect(report["imported"] as? Int == 2 && refused.map { $0["line"] as? Int } == [3])
  }
}
