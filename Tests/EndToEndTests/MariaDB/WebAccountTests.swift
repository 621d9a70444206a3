import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// login-mariadb.cgi with no more than the account that is printed for it.
@Suite struct WebAccountTests {
  private let accounts: TwoAccounts
  private static let new = "a new and longer passphrase"
  private var login: RealLogin { accounts.login }

  init() throws {
    accounts = try TwoAccounts()
    let added = try accounts.rollcall(["users", "add", "alice", "--password-stdin"], input: RealLogin.password)
    try #require(added.status == 0, "\(added.errors)")
  }

  private func fields(_ cookie: String, _ path: String = "/account") throws -> (token: String, sessions: [String]) {
    let page = try login.send(["PATH_INFO": path, "HTTP_COOKIE": cookie]).answer.text
    let token = page.firstMatch(of: /name="token" value="([^"]*)"/).map { String($0.1) } ?? ""
    return (token, page.matches(of: /name="session" value="([^"]+)"/).map { String($0.1) })
  }

  private func post(_ path: String, _ cookie: String, _ fields: KeyValuePairs<String, String>) throws -> CGIAnswer {
    let outcome = try login.post(path, fields, ["HTTP_COOKIE": cookie])
    #expect(outcome.log.isEmpty)
    return try outcome.answer
  }

  @Test func `logins, right and wrong ones, and those that come too fast`() throws {
    #expect(try login.logIn().answer.status == 303)
    #expect(try login.logIn("alice", "wrong").answer.status == 401)
    #expect(try login.logIn("nobody", "wrong").answer.status == 401)
    #expect(try login.logIn("alice", RealLogin.password, ["ROLLCALL_SIMULATED_BY": "x"]).answer.status == 403)
    let away: [String: String?] = ["REMOTE_ADDR": "198.51.100.9"]
    let answers = try (0..<8).map { _ in try login.logIn("alice", "wrong", away).answer.status }
    #expect(answers.first == 401 && answers.last == 429)
    #expect(try login.logIn().answer.status == 303)
    let attempts = try accounts.rollcall(["attempts", "list", "--csv"]).output
    #expect(attempts.contains("wrong-password") || attempts.contains("wrong password"), "\(attempts)")
  }

  @Test func `checks, and the note of a visit`() throws {
    let cookie = try login.cookie()
    #expect(try login.check(cookie) == 200)
    #expect(try login.check(nil) == 401)
    let owner = try accounts.connect(accounts.owner)
    var seen: (then: Int64, now: Int64) = (0, 0)
    // Two minutes go by.
    try owner.run("UPDATE sessions SET last_seen_at = last_seen_at - 120000", [])
    try owner.query("SELECT last_seen_at FROM sessions", []) { seen.then = $0.integer(0) }
    #expect(try login.check(cookie) == 200)
    try owner.query("SELECT last_seen_at FROM sessions", []) { seen.now = $0.integer(0) }
    #expect(seen.now > seen.then)
  }

  @Test func `the account page, and logging out`() throws {
    let (mine, phone, desk) = (try login.cookie(), try login.cookie(), try login.cookie())
    let page = try fields(mine)
    #expect(page.sessions.count == 3)
    let ended = try post("/account/end", mine, ["token": page.token, "session": page.sessions[1]])
    #expect(ended.status == 303 && ended["Location"] == "/login.cgi/account?done=ended")
    #expect(try [phone, desk].map(login.check).sorted() == [200, 401])
    let all = try post("/account/end-others", mine, ["token": page.token])
    #expect(all["Location"] == "/login.cgi/account?done=ended-others")
    #expect(try [mine, phone, desk].map(login.check) == [200, 401, 401])
    #expect(try post("/logout", mine, ["token": page.token]).status == 303)
    #expect(try login.check(mine) == 401)
    #expect(try accounts.rollcall(["audit", "verify"]).status == 0)
  }

  @Test func `another password, by the present one and by a code`() throws {
    let (mine, phone) = (try login.cookie(), try login.cookie())
    let token = try fields(mine).token
    let wrong = try post("/account/password", mine, ["token": token, "present": "wrong", "password": Self.new])
    #expect(wrong.status == 403)
    let changed = try post(
      "/account/password", mine, ["token": token, "present": RealLogin.password, "password": Self.new])
    #expect(changed["Location"] == "/login.cgi/account?done=password")
    #expect(try login.check(phone) == 401)
    #expect(try login.logIn("alice", Self.new).answer.status == 303)

    let code = try accounts.rollcall(["users", "code", "alice"]).output.split(separator: "\n").first.map(String.init)
    let form = try login.send(["PATH_INFO": "/activate"]).answer.text
    let field = try #require(form.firstMatch(of: /name="token" value="([^"]*)"/)).1
    let again: KeyValuePairs = [
      "token": String(field), "login": "alice", "code": try #require(code), "password": "yet another passphrase",
    ]
    #expect(try login.post("/activate", again).answer.status == 200)
    #expect(try login.post("/activate", again).answer.status == 403)
    #expect(try login.logIn("alice", "yet another passphrase").answer.status == 303)
    #expect(try accounts.rollcall(["audit", "verify"]).status == 0)
  }

  @Test func `what pages keep for a session`() throws {
    let cookie = try login.cookie()
    let name = try #require(cookie.split(separator: "=").last)
    let store = SQLStore(try accounts.connect(accounts.web))
    let id = try #require(Token(text: Array(name.utf8))).id
    try store.setData(of: id, name: "cart", value: "tea")
    try store.setData(of: id, name: "cart", value: "tea, cake")
    #expect(try store.data(of: id, name: "cart") == "tea, cake")
    try store.setData(of: id, name: "cart", value: nil)
    #expect(try store.data(of: id, name: "cart") == nil)
  }

  @Test(arguments: [
    "SELECT reason FROM audit", "SELECT * FROM audit", "SELECT actor, action FROM audit WHERE id = 1",
    "UPDATE audit SET reason = ''", "DELETE FROM audit", "TRUNCATE TABLE audit", "DELETE FROM audit_ends",
    "SELECT id FROM acts", "SELECT act FROM recall", "SELECT login FROM attempts", "DELETE FROM attempts",
    "SELECT reason FROM ended_sessions", "SELECT id FROM removed_users", "SELECT holder FROM leases",
    "INSERT INTO settings(name, value) VALUES('idle', 1)", "UPDATE settings SET value = 1",
    "INSERT INTO schema_version(number, name, applied_at) VALUES(99, 'x', 0)",
    "INSERT INTO users(id, login, login_key, created_at) VALUES(9, 'eve', 'eve', 0)", "DELETE FROM users",
    "UPDATE users SET state = 0", "UPDATE users SET login = 'eve'", "UPDATE credentials SET phc = ''",
    "INSERT INTO activations(user_id, proof, created_at, expires_at, created_by) VALUES(1, 'x', 0, 0, '')",
    "UPDATE sessions SET user_id = 1",
    "CREATE TABLE mine(id INT)", "CREATE TEMPORARY TABLE mine(id INT)", "ALTER TABLE users ADD COLUMN mine INT",
    "DROP TABLE sessions", "CREATE INDEX mine ON users(state)", "CREATE VIEW mine AS SELECT id FROM users",
    "CREATE TRIGGER mine BEFORE INSERT ON users FOR EACH ROW SET NEW.state = 0", "LOCK TABLES users WRITE",
    "CREATE DATABASE mine", "CREATE USER mine", "GRANT SELECT ON users TO root@localhost", "SELECT * FROM mysql.user",
    "SELECT '' INTO OUTFILE '/tmp/rollcall-no-such-file'", "SET GLOBAL general_log = 1", "SHUTDOWN",
  ]) func `what the account may not do`(_ statement: String) throws {
    let connection = try accounts.connect(accounts.web)
    let error = try #require(throws: StoreError.self) { try connection.run(statement, []) }
    #expect(error.kind == .denied, "\(error)")
  }

  @Test func `rollcall by this account lists no log and no acts`() throws {
    for command in [["audit", "list"], ["attempts", "list"], ["sessions", "restore"], ["users", "lock", "alice"]] {
      let result = try accounts.rollcall(command, as: accounts.web)
      #expect(result.status == 4, "\(command) \(result.output) \(result.errors)")
    }
    #expect(try login.logIn().answer.status == 303)
  }

  @Test func `as it is printed, the script makes no account`() throws {
    for role in ["web", "administrator"] {
      let account = "nobody_\(Int.random(in: 0..<1_000_000_000))"
      let name = role == "web" ? "--web-account" : "--admin-account"
      let printed = try accounts.rollcall(
        ["setup", "--print-grants", "--role", role, name, account], as: accounts.owner)
      #expect(printed.status == 0)
      #expect(try TwoAccounts.client(printed.output).status != 0)
      #expect(try TwoAccounts.client("SHOW GRANTS FOR '\(account)'@'127.0.0.1'").status != 0)
    }
  }
}
