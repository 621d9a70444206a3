import Foundation
import Support
import Testing

/// The commands, as a script uses them.
@Suite struct CommandTests {
  private let files: TemporaryDirectory
  private static let password = "correct horse battery staple"

  init() throws {
    files = try TemporaryDirectory()
    #expect(try rollcall("setup").status == 0)
    #expect(try rollcall("users", "add", "alice", "--password-stdin", input: Self.password + "\n").status == 0)
  }

  private func rollcall(_ arguments: String..., input: String = "") throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), arguments,
      environment: [
        "ROLLCALL_DATABASE": files.file("a.db"), "ROLLCALL_SIMULATION": "on", "LC_ALL": "C.UTF-8",
      ], input: Array(input.utf8))
  }

  private func list(_ text: String) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  @Test func `files are for their owner alone, and setting up again changes nothing`() throws {
    for name in ["a.db", "a.db.key"] {
      let mode = try FileManager.default.attributesOfItem(atPath: files.file(name))[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
    let key = try Data(contentsOf: URL(filePath: files.file("a.db.key")))
    let again = try rollcall("setup", "--json")
    #expect(again.output.contains("\"created\":false") && again.output.contains("\"migrations\":[]"))
    #expect(try Data(contentsOf: URL(filePath: files.file("a.db.key"))) == key)
    try FileManager.default.removeItem(atPath: files.file("a.db.key"))
    #expect(try rollcall("setup").status == 4)
    #expect(!FileManager.default.fileExists(atPath: files.file("a.db.key")))
  }

  @Test func `a session is listed with every field and ended by its id, once`() throws {
    #expect(try rollcall("sessions", "list", "--json").status == 1)
    let login = try rollcall(
      "simulate", "login", "ALICE", "--password-stdin", "--from", "2001:db8::7", input: Self.password + "\n")
    #expect(login.status == 0)
    #expect(!(login.output + login.errors).contains(Self.password))
    let sessions = try list(rollcall("sessions", "list", "--json").output)
    let session = try #require(sessions.first)
    #expect(session["user"] as? String == "alice")
    #expect(session["kind"] as? String == "simulated")
    #expect(session["state"] as? String == "simulated")
    #expect(session["from"] as? String == "2001:db8::7")
    for name in ["started", "last_seen", "ends"] {
      let text = try #require(session[name] as? String)
      #expect(text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
    }
    let id = try #require(session["id"] as? String)
    let ended = try rollcall("sessions", "end", id.lowercased(), "--reason", "test")
    #expect(ended.status == 0)
    #expect(ended.output == id + "\n")
    #expect(try rollcall("sessions", "end", id).status == 1)
    #expect(try rollcall("sessions", "end", "nonsense").status == 2)
    #expect(try rollcall("sessions", "list", "--filter", "colour:red").status == 2)
  }

  @Test func `a set-up that could not write its key can be run again`() throws {
    let path = files.file("c.db")
    let setup = ["setup", "--database", path]
    let broken = try ChildProgram.run(
      Products.release("rollcall"), setup, environment: ["ROLLCALL_KEY": files.file("no/such/directory/key")])
    #expect(broken.status == 4)
    #expect(try ChildProgram.run(Products.release("rollcall"), setup).status == 0)
  }

  @Test func `what is missing is null, and nothing that a terminal obeys is printed`() throws {
    let login = try rollcall(
      "simulate", "login", "alice", "--password-stdin", "--user-agent", "\u{9B}31mX\u{202E}", input: Self.password)
    #expect(login.status == 0)
    let text = try rollcall("sessions", "list", "--json").output
    #expect(!text.unicodeScalars.contains { $0.value == 0x9B || $0.value == 0x202E })
    #expect(try list(text).first?["client"] as? String == "\u{9B}31mX\u{202E}")
    #expect(try rollcall("users", "add", "bob", "--password-stdin", input: Self.password).status == 0)
    let users = try list(rollcall("users", "list", "--filter", "bob", "--json").output)
    #expect(users.first?["last_login"] is NSNull)
  }

  @Test func `users are added, listed, locked and unlocked; refusals have a status`() throws {
    #expect(try rollcall("users", "add", "Alice", "--password-stdin", input: Self.password + "\n").status == 3)
    #expect(try rollcall("users", "add", "bob", "--password-stdin", input: "short\n").status == 3)
    #expect(try rollcall("users", "add", "bob", "--password-stdin", input: "").status == 3)
    #expect(try rollcall("users", "add", "a\u{1B}[31mb", "--password-stdin", input: Self.password).status == 3)
    #expect(try rollcall("users", "add", "bob", "--password", Self.password).status == 2)
    #expect(try rollcall("simulate", "login", "alice", "--password-stdin", input: Self.password).status == 0)
    let locked = try rollcall("users", "lock", "ALICE", "--json")
    #expect(locked.status == 0)
    let act = /\{"act":"[0-9A-Z]{26}","changed":true,"ended":1,"id":1,"login":"alice"\}\n/
    #expect(locked.output.wholeMatch(of: act) != nil, "\(locked.output)")
    #expect(try rollcall("sessions", "list", "--json").status == 1)
    #expect(try rollcall("simulate", "login", "alice", "--password-stdin", input: Self.password).status == 3)
    #expect(try rollcall("users", "lock", "alice").status == 1)
    #expect(try list(rollcall("users", "list", "--json").output).first?["state"] as? String == "locked")
    #expect(try rollcall("users", "unlock", "alice", "--json").output.contains("\"changed\":true"))
    #expect(try rollcall("users", "unlock", "nobody").status == 1)
  }

  @Test func `a new site has no account, and none of the usual names is one`() throws {
    let path = files.file("new.db")
    #expect(try rollcall("setup", "--database", path).status == 0)
    #expect(try rollcall("users", "list", "--json", "--database", path).status == 1)
    for name in ["root", "admin", "administrator", "sa", "rollcall"] {
      let login = try rollcall("simulate", "login", name, "--password-stdin", "--database", path, input: name)
      #expect(login.status == 3)
    }
    #expect(try rollcall("sessions", "list", "--json", "--database", path).status == 1)
  }

  @Test func `limits are set, shown and refused`() throws {
    #expect(try rollcall("policy", "set", "--idle", "15m").status == 0)
    #expect(try rollcall("policy", "show", "--json").output.contains("\"browser_idle\":900"))
    #expect(try rollcall("policy", "set", "--idle", "2d", "--absolute", "1d").status == 3)
    #expect(try rollcall("policy", "set", "--idle", "soon").status == 2)
    #expect(try rollcall("sweep", "--json").output.contains("\"moved\":0"))
  }

  @Test func `the database may be named before the command, and as sqlite:PATH`() throws {
    let path = files.file("b.db")
    #expect(try rollcall("--database", "sqlite:" + path, "setup").status == 0)
    #expect(try rollcall("users", "list", "--database=" + path).status == 1)
    let wrong = try rollcall("users", "list", "--database", "mariadb://root:secret@localhost/x")
    #expect(wrong.status == 4)
    #expect(!wrong.errors.contains("secret"))
  }
}
