import Foundation
import Support
import Testing

/// Where people may be real, nothing is simulated unless it is allowed.
@Suite(.serialized) struct SimulationGuardTests {
  private let database: SampleDatabase
  private let login = ["simulate", "login", "alice", "--password-stdin"]

  init() throws { database = try SampleDatabase(isSample: false) }

  private func logIn(_ more: [String: String] = [:]) throws -> ChildProgram.Result {
    try database.rollcall(login, input: SampleDatabase.password, more)
  }

  @Test func `the commands refuse, and say how it would be allowed`() throws {
    for arguments in [login, ["simulate", "crowd", "--password-stdin", "--for", "1s"]] {
      let refused = try database.rollcall(arguments, input: SampleDatabase.password)
      #expect(refused.status == 3)
      #expect(refused.errors.contains("Simulation is off here: this is no sample database"))
      #expect(refused.errors.contains("'simulation = on'"))
    }
    #expect(try database.sessions("id").isEmpty)
    let more = ["simulate", "population", "--users", "5", "--sessions", "5", "--add", "--yes"]
    #expect(try database.rollcall(more).status == 3)
    #expect(try logIn(["LC_ALL": "zh_CN.UTF-8"]).errors.contains("此处不能模拟"))
  }

  @Test func `the environment or the file allows it, and off is off even on a sample`() throws {
    #expect(try logIn(["ROLLCALL_SIMULATION": "on"]).status == 0)
    // A sample account that is shown makes no sample of a site.
    #expect(try logIn(["ROLLCALL_DEMO": "alice:x"]).status == 3)
    let file = database.files.file("rollcall.conf")
    try "simulation = on\n".write(toFile: file, atomically: true, encoding: .utf8)
    chmod(file, 0o600)
    #expect(try logIn(["ROLLCALL_CONFIG": file]).status == 0)
    let refused = try logIn(["ROLLCALL_SIMULATION": "off", "ROLLCALL_DEMO": "alice:x"])
    #expect(refused.status == 3 && refused.errors.contains("'simulation = off' is set"))
  }

  @Test func `the console opens, and says in its view that it is off`() throws {
    let console = try database.console()
    try console.wait(for: "Nobody is logged in.")
    try console.press("6")
    try console.wait(for: "Nothing can be simulated here.")
    try console.wait(for: "'simulation = on'")
    try console.press("r")
    try console.wait(for: "Simulation is off here")
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
    #expect(try database.sessions("id").isEmpty)
  }

  @Test func `a database with people in it cannot be made a sample`() throws {
    let again = try database.rollcall(["setup", "--sample"])
    #expect(again.status == 3 && again.errors.contains("only a new database"))
    #expect(try logIn().status == 3)
  }

  @Test func `an empty one that is filled with made-up people is a sample from then on`() throws {
    let empty = database.files.file("made.db")
    let made = ["ROLLCALL_DATABASE": empty]
    #expect(try database.rollcall(["setup"], made).status == 0)
    let fill = ["simulate", "population", "--users", "5", "--sessions", "5", "--yes"]
    #expect(try database.rollcall(fill, ["ROLLCALL_DATABASE": empty, "ROLLCALL_SIMULATION": "off"]).status == 3)
    #expect(try database.rollcall(fill, made).status == 0)
    // Nobody knows a password, and that is all that is refused.
    let refused = try database.rollcall(login, input: "x", made)
    #expect(refused.errors.contains("The login was refused"))
  }
}

extension SampleDatabase {
  fileprivate func rollcall(_ arguments: [String], _ more: [String: String]) throws -> ChildProgram.Result {
    try rollcall(arguments, input: "", more)
  }
}
