import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

@testable import rollcall

/// The account for login.cgi: all that it does works, and each of its rights is one without which something does not.
@Suite struct WebRightsTests {
  private static let password = TestDatabase.password
  private static let other = "a new and longer passphrase"

  @Test func `it may do all that the login program does, and needs every right that it has`() throws {
    let account = try LentAccount(.web)
    let statements = try Self.walk(account).values.sorted { $0.sql < $1.sql }
    var needless: [String] = []
    for (table, right) in AccountRole.web.rights.each {
      let touching = statements.filter { $0.sql.contains(table) }
      for column in right.columns.isEmpty ? [nil] : right.columns.map(Optional.some) {
        let what = right.verb.rawValue + (column.map { " (\($0))" } ?? "")
        let place = "ON \(account.script.database).\(table)"
        try account.administrate("REVOKE \(what) \(place) FROM \(account.grantee)")
        if try !Self.isRefused(touching, as: account) { needless.append("\(what) on \(table)") }
        try account.administrate("GRANT \(what) \(place) TO \(account.grantee)")
      }
    }
    #expect(needless.isEmpty)
    #expect(try !Self.isRefused(statements, as: account))
  }

  /// Whether the account is refused one of some statements. Nothing of them stays.
  private static func isRefused(_ statements: [RecordingConnection.Statement], as account: LentAccount) throws -> Bool {
    struct Over: Error {}
    let connection = try account.connect()
    return try statements.contains { statement in
      do {
        try connection.transaction(.normal) {
          if statement.sql.hasPrefix("SELECT") {
            try connection.query(statement.sql, statement.arguments) { _ in }
          } else {
            try connection.run(statement.sql, statement.arguments)
          }
          throw Over()
        }
        return false
      } catch let error as StoreError {
        // What was added before is there: that is no matter of rights.
        return error.kind == .denied
      } catch is Over {
        return false
      }
    }
  }

  /// Does all that a visitor can do with the login program and with pages behind it.
  ///
  /// - Returns: every statement that it took.
  private static func walk(_ account: LentAccount) throws -> [String: RecordingConnection.Statement] {
    let (database, recorder) = (account.database, RecordingConnection(try account.connect()))
    let (clock, admin) = (database.clock, database.service)
    let alice = try database.addUser("alice")
    let code = try admin.addUser(try Login("bob"), by: TestDatabase.operator).code
    try admin.markAsSample(by: TestDatabase.operator)
    let keyFile = database.directory.file("key")
    try KeyRing(database.key).write(toNewFile: keyFile)
    let source = LoginSource(address: IPAddress(text: "203.0.113.7"), userAgent: "curl/8")
    var web = account.service(over: recorder)
    func logIn(_ wish: LoginWish = LoginWish(), _ login: String = "alice", _ password: String = Self.password) throws
      -> Token
    {
      try web.logIn(login: login, password: password, from: source, wish).0
    }

    #expect(throws: LoginRefused.self) { try logIn(LoginWish(), "alice", "wrong") }
    #expect(throws: LoginRefused.self) { try logIn(LoginWish(), "nobody", "wrong") }
    let first = try logIn()
    clock.advance(.minutes(2))
    #expect(try web.check(first) != nil)
    #expect(try database.store.session(id: first.id)?.lastSeenAt == clock.now)
    try web.store.setData(of: first.id, name: "cart", value: "tea")
    let second = try logIn(LoginWish(replacing: first, carriesData: true))
    #expect(try web.store.data(of: second.id, name: "cart") == "tea")
    try web.store.setData(of: second.id, name: "cart", value: nil)
    // With a cookie of a session that is over.
    _ = try logIn(LoginWish(replacing: first))
    // A key that was replaced: the session goes over to the new one.
    try admin.rotateKey(file: keyFile, grace: .hours(1), by: TestDatabase.operator)
    web = account.service(over: recorder, keys: try KeyRing(file: keyFile))
    clock.advance(.minutes(2))
    #expect(try web.check(second) != nil)
    try web.requireSimulation(.sample)
    var own = try web.ownSessions(of: try #require(try web.check(second)))
    #expect(own.sessions.count == 2)
    #expect(try web.endOwn(own.sessions[1].id, as: second, from: nil))
    _ = try logIn()
    #expect(try web.endOthers(than: second).count == 1)
    try database.store.setMaximumSessions(1, of: alice)
    let third = try logIn()
    own = try web.ownSessions(of: try #require(try web.check(third)))
    #expect(own.sessions.map(\.id) == [third.id])
    let (fourth, _) = try web.changePassword(third, from: Self.password, to: try Password(Self.other), source: source)
    #expect(throws: PasswordChangeError.wrongCode) {
      try web.activate(login: "bob", code: "x", password: try Password(Self.other), from: source)
    }
    try web.activate(login: "bob", code: code.text, password: try Password(Self.other), from: source)
    _ = try logIn(LoginWish(), "bob", Self.other)
    #expect(try web.logOut(fourth))
    // Guesses until they are slowed, from where nobody is known.
    let stranger = LoginSource(address: IPAddress(text: "198.51.100.9"), userAgent: "curl/8")
    var refusals = 0
    do {
      while refusals < 50 {
        do {
          _ = try web.logIn(login: "alice", password: "wrong", from: stranger)
        } catch is LoginRefused { refusals += 1 }
      }
    } catch is LoginDelayed {}
    #expect(refusals < 50)
    let later = account.service(over: try database.anotherConnection(), keys: try KeyRing(file: keyFile))
    #expect(try later.verifyAudit().fault == nil)
    return recorder.statements
  }
}
