import SessionCore
import Support
import Testing

/// One-time codes (OWASP ASVS 5.0, 6.4.1 and 6.4.6).
@Suite struct ActivationTests {
  private let database: TestDatabase
  private var service: SessionService { database.service }
  private let source = LoginSource(address: IPAddress(text: "203.0.113.7"), userAgent: "curl/8")
  private static let new = "a new and longer passphrase"

  init() throws { database = try TestDatabase() }

  private func activate(_ login: String, _ code: String, _ password: String = Self.new) throws {
    try service.activate(login: login, code: code, password: Password(password), from: source)
  }

  private func logIn(_ login: String, _ password: String = Self.new) throws {
    _ = try service.logIn(login: login, password: password, from: source)
  }

  @Test func `a user without a password chooses one with the code, once`() throws {
    let (user, code) = try service.addUser(Login("alice"), by: TestDatabase.operator)
    #expect(throws: LoginRefused.self) { try logIn("alice") }
    try activate("alice", code.text)
    try logIn("alice")
    #expect(throws: PasswordChangeError.wrongCode) { try activate("alice", code.text, "yet another passphrase") }
    try logIn("alice")
    #expect(try database.store.credential(of: user)?.source == .user)
  }

  @Test func `however it is typed`() throws {
    let (_, code) = try service.addUser(Login("alice"), by: TestDatabase.operator)
    let typed = " " + code.text.lowercased().replacing("-", with: " ").replacing("0", with: "o") + " "
    try activate("ALICE", typed)
  }

  @Test func `a code works for a day and not a moment longer`() throws {
    let (_, code) = try service.addUser(Login("alice"), by: TestDatabase.operator)
    database.clock.advance(.hours(24))
    #expect(throws: PasswordChangeError.wrongCode) { try activate("alice", code.text) }
  }

  @Test func `a new code makes the one before worthless, and ends sessions only when it is used`() throws {
    try database.addUser("alice")
    let (token, _) = try database.logIn("alice")
    let alice = try service.user(login: "alice").id
    let first = try service.giveCode(to: alice, by: TestDatabase.operator)
    let second = try service.giveCode(to: alice, by: TestDatabase.operator)
    #expect(throws: PasswordChangeError.wrongCode) { try activate("alice", first.text) }
    #expect(try service.check(token) != nil)
    try logIn("alice", TestDatabase.password)
    try activate("alice", second.text)
    #expect(try service.check(token) == nil)
    #expect(throws: LoginRefused.self) { try logIn("alice", TestDatabase.password) }
  }

  @Test func `one user's code is none for another, and a locked user's is none`() throws {
    let (_, code) = try service.addUser(Login("alice"), by: TestDatabase.operator)
    try database.addUser("bob")
    #expect(throws: PasswordChangeError.wrongCode) { try activate("bob", code.text) }
    #expect(throws: PasswordChangeError.wrongCode) { try activate("nobody", code.text) }
    try service.lock(try service.user(login: "alice").id, by: TestDatabase.operator, reason: "")
    #expect(throws: PasswordChangeError.wrongCode) { try activate("alice", code.text) }
  }

  @Test func `guessing codes is slowed by address, and wrong passwords elsewhere do not keep a user from theirs`()
    throws
  {
    let (_, code) = try service.addUser(Login("alice"), by: TestDatabase.operator)
    for _ in 0..<5 { #expect(throws: LoginRefused.self) { try logIn("alice", "wrong") } }
    #expect(throws: LoginDelayed.self) { try logIn("alice", "wrong") }
    for wrong in ["00000-00000-00000-00000", "x", "", "ZZZZZ", code.text + "0"] {
      #expect(throws: PasswordChangeError.wrongCode) { try activate("alice", wrong) }
    }
    for index in 0..<20 {
      #expect(throws: PasswordChangeError.wrongCode) { try activate("nobody\(index)", "x") }
    }
    #expect(throws: LoginDelayed.self) { try activate("alice", code.text) }
    try service.activate(
      login: "alice", code: code.text, password: Password(Self.new),
      from: LoginSource(address: IPAddress(text: "192.0.2.77"), userAgent: ""))
  }

  @Test func `passwords that may not be chosen count for an address, right code or not`() throws {
    let (_, code) = try service.addUser(Login("alice"), by: TestDatabase.operator)
    for _ in 0..<30 { #expect(throws: PasswordError.tooShort) { try activate("alice", code.text, "short") } }
    #expect(throws: LoginDelayed.self) { try activate("alice", code.text, "short") }
  }

  @Test func `a password that may not be chosen does not use the code up`() throws {
    let (_, code) = try service.addUser(Login("alice"), by: TestDatabase.operator)
    #expect(throws: PasswordError.tooShort) { try activate("alice", code.text, "short") }
    try activate("alice", code.text)
  }

  @Test func `the code itself may not become the password`() throws {
    let (_, code) = try service.addUser(Login("alice"), by: TestDatabase.operator)
    for text in [code.text, code.text.lowercased().replacing("-", with: " ")] {
      #expect(throws: PasswordError.obvious) { try activate("alice", code.text, text) }
    }
    try activate("alice", code.text)
  }

  @Test func `a code is a hundred bits of the random source`() {
    func code(_ byte: UInt8) -> String {
      ActivationCode(random: RandomSource { count in [UInt8](repeating: byte, count: count) }).text
    }
    #expect(code(0) == "00000-00000-00000-00000")
    #expect(Set((0..<32).map { code($0) }).count == 32)
    let codes = (0..<2000).map { _ in ActivationCode(random: .system).text }
    #expect(Set(codes).count == codes.count)
  }

  @Test(.onSQLite) func `the code is nowhere in the database, nor printed by accident`() throws {
    let (_, code) = try service.addUser(Login("alice"), by: TestDatabase.operator)
    let plain = code.text.replacing("-", with: "")
    for row in try StoredText(database).all { #expect(!row.contains(code.text) && !row.contains(plain)) }
    #expect(!"\(code)\(String(reflecting: code))".contains(plain.prefix(5)))
    var dumped = ""
    dump(code, to: &dumped)
    #expect(!dumped.contains(plain.prefix(5)))
  }
}
