import Foundation
import SessionCore
import Support
import Testing

@Suite struct UserCommandTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench() }

  private func activate(_ login: String, _ code: String, _ password: String) throws {
    try bench.service().activate(
      login: login, code: code, password: Password(password),
      from: LoginSource(address: IPAddress(text: "203.0.113.7"), userAgent: ""))
  }

  private func canLogIn(_ login: String, _ password: String) -> Bool {
    (try? bench.service().logIn(
      login: login, password: password, from: LoginSource(address: IPAddress(text: "203.0.113.7"), userAgent: "")))
      != nil
  }

  @Test func `a new user gets a code, and nobody else ever knows the password`() throws {
    let added = try bench.rollcall("users", "add", "alice")
    #expect(added.status == 0)
    let code = added.output.trimmingCharacters(in: .newlines)
    #expect(code.wholeMatch(of: /([0-9A-Z]{5}-){3}[0-9A-Z]{5}/) != nil)
    #expect(!added.errors.contains(code))
    try activate("alice", code, "a new and longer passphrase")
    #expect(canLogIn("alice", "a new and longer passphrase"))
    let again = try bench.rollcall("users", "code", "ALICE", "--for", "1h", "--json")
    #expect(again.output.contains("\"login\":\"alice\""))
    #expect(canLogIn("alice", "a new and longer passphrase"))
    #expect(try bench.rollcall("users", "code", "alice", "--for", "30d").status == 2)
    #expect(try bench.rollcall("users", "code", "nobody").status == 1)
  }

  @Test func `a password from standard input is set, held against the rules, and ends sessions`() throws {
    try bench.addUser("alice")
    let token = try bench.logIn("alice")
    let refused = try bench.rollcall("users", "password", "alice", "--password-stdin", input: "alicealicealice\n")
    #expect(refused.status == 3 && !refused.errors.contains("alicealice"))
    let done = try bench.rollcall(
      "users", "password", "alice", "--password-stdin", "--json", input: "a new and longer passphrase\n")
    #expect(done.output.contains("\"ended\":1"))
    #expect(try bench.service().check(token) == nil)
    #expect(canLogIn("alice", "a new and longer passphrase"))
  }

  @Test func `a blocklist and a pepper that are configured count`() throws {
    let list = bench.files.file("blocklist")
    try "Winter is coming soon\n".write(toFile: list, atomically: true, encoding: .utf8)
    let pepper = bench.files.file("pepper")
    let settings = ["ROLLCALL_BLOCKLIST": list, "ROLLCALL_PEPPER": pepper]
    try #require(try bench.rollcall("key", "pepper", environment: settings).status == 0)
    #expect(
      try bench.rollcall(
        "users", "add", "alice", "--password-stdin", environment: settings, input: "WINTER is coming soon\n"
      ).status == 3)
    try #require(
      try bench.rollcall(
        "users", "add", "alice", "--password-stdin", environment: settings, input: "summer is coming soon\n"
      ).status == 0)
    #expect(try bench.number("SELECT count(*) FROM credentials WHERE pepper_id IS NOT NULL") == 1)
    #expect(!canLogIn("alice", "summer is coming soon"))
    let peppered = SessionService(
      store: try bench.service().store, keys: try KeyRing(file: bench.key),
      hasher: PasswordHasher.cheap.peppered(try PepperRing(file: pepper)))
    _ = try peppered.logIn(
      login: "alice", password: "summer is coming soon", from: LoginSource(address: nil, userAgent: ""))
    let missing = try bench.rollcall("users", "list", environment: ["ROLLCALL_PEPPER": pepper + ".gone"])
    #expect(missing.status == 4 && missing.errors.contains("pepper"))
    // A second pepper goes first, and the first one still checks.
    try #require(try bench.rollcall("key", "pepper", environment: settings).status == 0)
    #expect(try PepperRing(file: pepper).ids.count == 2)
    let shown = try bench.rollcall("key", "show", "--json", environment: settings)
    #expect(shown.output.contains("\"former\":0"))
  }

  @Test func `removing asks, ends sessions, and keeps the log`() throws {
    try bench.addUser("alice")
    let token = try bench.logIn("alice")
    #expect(try bench.rollcall("users", "remove", "alice").status == 2)
    let removed = try bench.rollcall("users", "remove", "alice", "--yes", "--json", "--reason", "asked for it")
    #expect(removed.output.contains("\"ended\":1"))
    #expect(try bench.service().check(token) == nil)
    #expect(try bench.rollcall("users", "remove", "alice", "--yes").status == 1)
    #expect(try bench.rollcall("audit", "list", "--limit", "1", "--csv").output.contains("remove user"))
  }

  @Test func `a user's own number of sessions is set, and given back to the policy`() throws {
    try bench.addUser("alice")
    try #require(try bench.rollcall("users", "limit", "alice", "2").status == 0)
    for _ in 0..<4 { try bench.logIn("alice") }
    #expect(try bench.number("SELECT count(*) FROM sessions") == 2)
    try #require(try bench.rollcall("users", "limit", "alice", "policy").status == 0)
    try bench.logIn("alice")
    #expect(try bench.number("SELECT count(*) FROM sessions") == 3)
    for wrong in ["0", "10001", "many"] { #expect(try bench.rollcall("users", "limit", "alice", wrong).status == 2) }
  }

  /// The act that a command's JSON names.
  private func act(_ result: ChildProgram.Result) throws -> String {
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let act = try #require(object?["act"] as? String, "\(result.output)")
    #expect(result.errors.contains("'rollcall sessions restore \(act)' takes it back for 5 minutes."))
    return act
  }

  @Test func `each act on a user says by what it is taken back, and is listed until it was`() throws {
    try bench.addUser("alice")
    let token = try bench.logIn("alice")
    func restore(_ act: String, _ kind: String) throws -> ChildProgram.Result {
      let list = try bench.rollcall("sessions", "restore", "--csv").output.split(separator: "\r\n")
      #expect(list.contains { $0.hasPrefix("\(act),\(kind),alice,") }, "\(list)")
      let restored = try bench.rollcall("sessions", "restore", act)
      #expect(try !bench.rollcall("sessions", "restore", "--json").output.contains(act))
      return restored
    }
    let locked = try act(bench.rollcall("users", "lock", "alice", "--json"))
    #expect(try bench.service().check(token) == nil)
    #expect(try restore(locked, "lock user").errors.contains("Taken back: 1 session, 1 user."))
    #expect(try bench.service().check(token) != nil)
    let removed = try act(bench.rollcall("users", "remove", "alice", "--yes", "--json"))
    #expect(try restore(removed, "remove user").status == 0)
    #expect(try bench.service().check(token) != nil)
    let code = try act(bench.rollcall("users", "code", "alice", "--json"))
    #expect(try restore(code, "give code").errors.contains("Taken back: 1 user."))
    try #require(try bench.rollcall("users", "lock", "alice").status == 0)
    let unlocked = try act(bench.rollcall("users", "unlock", "alice", "--json"))
    #expect(try restore(unlocked, "unlock user").status == 0)
    #expect(throws: (any Error).self) { try bench.logIn("alice") }
  }

  @Test(arguments: [false, true]) func `a user who was added by mistake goes again`(_ hasPassword: Bool) throws {
    let added =
      hasPassword
      ? try bench.rollcall(
        "users", "add", "alice", "--password-stdin", "--json", input: "a new and longer passphrase\n")
      : try bench.rollcall("users", "add", "alice", "--json")
    #expect(added.output.contains("\"code\":null") == hasPassword)
    #expect(try bench.rollcall("sessions", "restore", act(added)).status == 0)
    #expect(try bench.number("SELECT count(*) FROM users") == 0)
  }

  @Test func `where nothing was done there is no act; nor for a password, which stays`() throws {
    try bench.addUser("alice")
    let unlocked = try bench.rollcall("users", "unlock", "alice", "--json")
    #expect(unlocked.status == 1 && unlocked.output.contains("\"act\":null"))
    let set = try bench.rollcall(
      "users", "password", "alice", "--password-stdin", "--json", input: "a new and longer passphrase\n")
    #expect(set.status == 0 && set.output.contains("\"act\":null") && !set.errors.contains("restore"))
  }

  @Test func `forgiving says by what it is taken back`() throws {
    try bench.addUser("alice")
    _ = canLogIn("alice", "wrong")
    let forgiven = try bench.rollcall("attempts", "forgive", "alice")
    let act = try #require(forgiven.errors.firstMatch(of: /restore ([0-9A-Z]{26})'/)?.output.1)
    #expect(try bench.rollcall("sessions", "restore", String(act)).errors.contains("failed logins count again"))
    #expect(try bench.rollcall("attempts", "waiting", "--all").output.contains("alice"))
  }
}
