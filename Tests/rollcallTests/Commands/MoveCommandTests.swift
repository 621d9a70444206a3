import Foundation
import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

@Suite struct MoveCommandTests {
  private let bench: CommandBench
  private var target: String { bench.files.file("b.db") }

  init() throws {
    bench = try CommandBench()
    let filled = try bench.rollcall("simulate", "population", "--users", "60", "--sessions", "400", "--yes")
    #expect(filled.status == 0, "\(filled.errors)")
    try bench.addUser("alice")
    try FileManager.default.copyItem(atPath: bench.key, toPath: target + ".key")
  }

  private func service(_ path: String) throws -> SessionService {
    let keys = try KeyRing(file: path + ".key")
    return SessionService(store: SQLStore(try SQLiteConnection(path: path)), keys: keys, hasher: .cheap)
  }

  private func move(_ arguments: String...) throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), ["move", "--to", target] + arguments, environment: bench.environment)
  }

  private struct Report: Decodable {
    let stage: String
    let copied: Int
    let changed: Int
    let rows: Int?
    let equal: Bool?
    let sha256: String?
  }

  private func report(_ result: ChildProgram.Result) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
  }

  @Test func `a site moves, and who is logged in stays so`() throws {
    try bench.addSessions(3000)
    let token = try bench.logIn("alice")
    let ended = try bench.logIn("alice")
    #expect(try service(bench.database).logOut(ended))
    let first = try move("--yes", "--json")
    #expect(first.status == 0, "\(first.errors)")
    let found = try report(first)
    #expect(found.stage == "equal" && found.equal == true && found.sha256?.count == 64)
    #expect(found.copied > 3500 && (found.rows ?? 0) - found.copied < 3)
    #expect(first.errors.contains("database = \(target)") && first.errors.contains("--finish"))
    // The pause.
    #expect(try service(bench.database).check(token) != nil)
    #expect(throws: StoreError.self) { try bench.logIn("alice") }
    #expect(try bench.rollcall("users", "add", "bob").status == 4)
    #expect(try bench.rollcall("sessions", "list").status == 0)
    let finished = try move("--yes", "--finish", "--json")
    #expect(finished.status == 0, "\(finished.errors)")
    #expect(try report(finished).stage == "done")
    #expect(try service(target).check(token) != nil)
    #expect(try service(target).check(ended) == nil)
    #expect(try service(target).verifyAudit().fault == nil)
    #expect(throws: StoreError.self) { try service(bench.database).check(token) }
    // Once more says the same, and so does giving up what is done: it is refused.
    #expect(try move("--yes", "--finish").status == 0)
    #expect(try bench.rollcall("move", "--abandon").status == 4)
    #expect(try bench.mode(target) == 0o600)
    #expect(try bench.number("SELECT count(*) FROM audit WHERE action = 'move'", of: target) == 2)
  }

  @Test func `in one go it goes over at the end`() throws {
    let token = try bench.logIn("alice")
    let result = try move("--finish", "--yes")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try service(target).check(token) != nil)
    #expect(try service(target).logOut(token))
  }

  @Test func `killed at any moment it goes on`() throws {
    try bench.addSessions(10_000)
    let token = try bench.logIn("alice")
    var kills = 0
    // Each time a little later, from before anything was done until it got through.
    var delay = 5000.0
    for _ in 0..<60 {
      let errors = bench.files.file("errors")
      let program = try ChildProgram(
        Products.release("rollcall"), ["move", "--to", target, "--finish", "--yes"], environment: bench.environment,
        errors: errors)
      usleep(UInt32(delay))
      program.send(SIGKILL)
      if try program.wait() == 0 { break }
      kills += 1
      // In steps that fit a fast machine and come to an end on a slow one.
      delay *= 1.3
      let look = try move("--dry-run", "--json")
      #expect(look.status == 0, "\(look.errors)")
      // Never do both judge sessions, and before the end the source alone does.
      let atSource = try? service(bench.database).check(token)
      let atTarget = try? service(target).check(token)
      #expect(atSource == nil || atTarget == nil)
    }
    #expect(kills > 3)
    #expect(try service(target).check(token) != nil)
    #expect(try service(target).verifyAudit().fault == nil)
    for table in ["users", "sessions", "credentials", "attempts", "ended_sessions"] {
      let counts = try [bench.database, target].map { try bench.number("SELECT count(*) FROM \(table)", of: $0) }
      #expect(counts[0] == counts[1], "\(table)")
    }
  }

  @Test func `given up, everything goes on where it was`() throws {
    let token = try bench.logIn("alice")
    #expect(try bench.rollcall("move", "--abandon").status == 1)
    #expect(try move("--copy-only").status == 0)
    #expect(try service(bench.database).check(bench.logIn("alice")) != nil)
    #expect(try move("--yes").status == 0)
    #expect(throws: StoreError.self) { try bench.logIn("alice") }
    #expect(try bench.rollcall("move", "--abandon").status == 0)
    let later = try bench.logIn("alice")
    #expect(try service(bench.database).check(token) != nil)
    // What was copied is not used, but it is gone on with.
    #expect(throws: StoreError.self) { try service(target).check(token) }
    #expect(try move("--finish", "--yes").status == 0)
    #expect(try service(target).check(later) != nil)
  }

  @Test func `a backup that was taken in the pause can be restored`() throws {
    let backup = bench.files.file("backup.db")
    #expect(try move("--yes").status == 0)
    #expect(try bench.rollcall("backup", backup).status == 0)
    let result = try bench.rollcall("restore", "--yes", backup)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try service(bench.database).check(bench.logIn("alice")) != nil)
  }

  @Test func `what would be done changes nothing`() throws {
    let result = try move("--dry-run", "--json")
    #expect(result.status == 0 && result.output.contains("\"stage\":\"new\""), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: target))
    #expect(try bench.number("SELECT count(*) FROM settings WHERE name LIKE 'mov%'") == 0)
  }

  @Test func `a terminal is asked before the pause`() throws {
    for (answer, status) in [("no", Int32(3)), ("yes", 0)] {
      let terminal = try PseudoTerminal(
        program: Products.release("rollcall"), arguments: ["move", "--to", target], environment: bench.environment)
      try terminal.wait(for: "yes or no")
      _ = try bench.logIn("alice")
      try terminal.type(answer + "\r")
      #expect(try terminal.waitForExit() == .exited(status))
    }
    #expect(throws: StoreError.self) { try bench.logIn("alice") }
  }

  @Test func `without a terminal nothing is done unasked`() throws {
    #expect(try move().status == 2)
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  /// What stands in the way.
  enum Trouble: String, CaseIterable {
    case noKey, otherKey, inUse, foreign, itself, noSource, older, abandonTo, noTarget, both
  }

  @Test(arguments: Trouble.allCases) func `what stands in the way is said, and nothing is changed`(_ trouble: Trouble)
    throws
  {
    var arguments = ["move", "--to", target, "--yes"]
    var status: Int32 = 3
    switch trouble {
    case .noKey:
      #expect(unlink(target + ".key") == 0)
      status = 4
    case .otherKey:
      #expect(unlink(target + ".key") == 0)
      #expect(try bench.rollcall("setup", "--database", target).status == 0)
      status = 4
    case .inUse:
      #expect(try bench.rollcall("setup", "--database", target).status == 0)
      #expect(try bench.rollcall("users", "add", "carol", "--database", target).status == 0)
    case .foreign: try SQLiteConnection(path: target, mode: .create).run("CREATE TABLE notes(text TEXT)", [])
    case .itself:
      arguments[2] = bench.database
      status = 2
    case .noSource:
      arguments += ["--from", bench.files.file("none.db")]
      status = 4
    case .older:
      try RawDatabase(bench.database).run("DELETE FROM schema_version WHERE number > 4")
      status = 4
    case .abandonTo:
      arguments.append("--abandon")
      status = 2
    case .noTarget:
      arguments = ["move", "--yes"]
      status = 2
    case .both:
      arguments += ["--finish", "--copy-only"]
      status = 2
    }
    let result = try ChildProgram.run(Products.release("rollcall"), arguments, environment: bench.environment)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.hasPrefix("rollcall: ") || status == 2)
    #expect(try bench.number("SELECT count(*) FROM settings WHERE name LIKE 'mov%'") == 0)
    #expect(try bench.number("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'") == 0)
  }
}
