import Foundation
import Support
import Testing

/// rollcall on a MariaDB database: every command as on a file, but for those that are about a file.
@Suite struct CommandsOnMariaDBTests {
  @Test func `setting up makes the tables in an empty database, and is said again to be done`() throws {
    let site = try MariaDBSite(isSetUp: false)
    let first = try site.run(["setup", "--json"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("\"created\" : true") || first.output.contains("\"created\":true"), "\(first.output)")
    #expect(first.errors.contains("/\(site.name) is ready"))
    var status = stat()
    #expect(stat(site.key, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let key = try Data(contentsOf: URL(filePath: site.key))
    #expect(try site.run(["setup"]).status == 0)
    #expect(try Data(contentsOf: URL(filePath: site.key)) == key)
    #expect(try site.run(["setup", "--sample"]).status == 3)
    // Without its key a database is not set up again.
    try FileManager.default.removeItem(atPath: site.key)
    let lost = try site.run(["setup"])
    #expect(lost.status == 4 && lost.errors.contains("key file \(site.key) is missing"), "\(lost.errors)")
  }

  @Test func `a database of another program is left alone, and one that is not there is named`() throws {
    let site = try MariaDBSite(isSetUp: false)
    try site.server.administrate { try $0.run("CREATE TABLE \(site.name).wiki(page INT)", []) }
    let foreign = try site.run(["setup"])
    #expect(foreign.status == 3 && foreign.errors.contains("CREATE DATABASE"), "\(foreign.errors)")
    #expect(!FileManager.default.fileExists(atPath: site.key))
    let missing = try site.run(
      ["setup"], ["ROLLCALL_DATABASE": site.address.replacing("/\(site.name)?", with: "/none?")])
    #expect(missing.status == 4 && missing.errors.contains("none"), "\(missing.errors)")
  }

  @Test func `the commands work as on a file`() throws {
    let site = try MariaDBSite()
    try site.rollcall("simulate", "population", "--users", "20", "--sessions", "40", "--seed", "7", "--yes", "--add")
    for command in [
      ["users", "list", "--json"], ["users", "list", "--filter", "state:active"], ["users", "lock", "alice"],
      ["users", "unlock", "alice"], ["users", "code", "alice"], ["users", "limit", "alice", "3"],
      ["users", "export", "--format", "csv"], ["sessions", "list", "--json"],
      ["sessions", "list", "--filter", "idle>1m"],
      ["attempts", "list"], ["audit", "list", "--json"], ["audit", "verify"], ["policy", "show"], ["overview"],
      ["sweep", "--json"], ["key", "show"], ["key", "rotate", "--yes"], ["migrate"], ["migrate", "--dry-run"],
      ["config", "show"], ["sessions", "restore"],
    ] {
      let result = try site.run(command)
      #expect(result.status == 0 || result.status == 1 && command[1] == "list", "\(command) \(result.errors)")
    }
    try site.rollcall("sessions", "end", "--all", "--yes")
    #expect(try site.run(["sessions", "list"]).status == 1)
    #expect(try site.run(["audit", "verify"]).status == 0)
  }

  @Test func `a login is simulated by the program beside rollcall that knows MariaDB`() throws {
    let site = try MariaDBSite()
    let result = try site.run(["simulate", "login", "alice", "--password-stdin"], input: MariaDBSite.password + "\n")
    #expect(result.status == 0, "\(result.output) \(result.errors)")
    #expect(result.output.contains("+ sessions"), "\(result.output)")
  }

  @Test func `the password may be in the environment, and is handed on in it alone`() throws {
    let site = try MariaDBSite()
    let address = site.address.replacing("password-file=\(site.server.passwordFile)&", with: "")
    #expect(address != site.address)
    let without = try site.run(["users", "list"], ["ROLLCALL_DATABASE": address])
    #expect(without.status == 4, "\(without.errors)")
    let secret = ["ROLLCALL_DATABASE": address, "ROLLCALL_DATABASE_PASSWORD": "the-servers-own"]
    #expect(try site.run(["users", "list"], secret).status == 0)
    let simulated = try site.run(
      ["simulate", "login", "alice", "--password-stdin"], secret, input: MariaDBSite.password + "\n")
    #expect(simulated.status == 0, "\(simulated.errors)")
    let wrong = try site.run(["users", "list"], secret.merging(["ROLLCALL_DATABASE_PASSWORD": "hunter2"]) { $1 })
    #expect(wrong.status == 4 && wrong.errors.contains("/\(site.name)"), "\(wrong.errors)")
    #expect(!(simulated.output + simulated.errors + wrong.errors).contains("the-servers-own"))
    #expect(!(wrong.output + wrong.errors).contains("hunter2"))
  }

  @Test func `doctor looks at what a server needs`() throws {
    let site = try MariaDBSite()
    let user = geteuid() == 0 ? "root" : NSUserName()
    let result = try site.run(["doctor", "--web-user", user])
    for line in [
      "may read \(site.server.passwordFile)", "the key \(site.key)", "schema is of this version",
      "The key is this database's",
    ] {
      #expect(result.output.contains(line), "\(line): \(result.output)")
    }
    #expect(!result.output.contains("SQLite") && !result.output.contains("the-servers-own"))
    chmod(site.key, 0o644)
    let open = try site.run(["doctor", "--web-user", user])
    #expect(open.status == 5 && open.output.contains("chmod 0600 \(site.key)"), "\(open.output)")
  }

  @Test func `the console opens on it, shows who is there, and ends a session`() throws {
    let site = try MariaDBSite()
    let login = try RealLogin(program: Products.release("login-mariadb.cgi"), on: site.address)
    let cookie = try login.cookie()
    let console = try RunningConsole(site.address, environment: ["ROLLCALL_CONFIG": "/dev/null"])
    try console.wait(for: "alice")
    try console.wait(for: "\(site.name)  127.0.0.1")
    try console.press("x")
    try console.confirm()
    try console.wait(for: "ended")
    #expect(try login.check(cookie) == 401)
    try console.press("q")
    #expect(try console.terminal.waitForExit() == .exited(0))
  }
}
