import SessionCore
import Support
import Testing

@Suite struct PepperTests {
  private let database: TestDatabase
  private let source = LoginSource(address: nil, userAgent: "")

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
  }

  private func service(_ ring: PepperRing?) -> SessionService {
    SessionService(
      store: database.store, keys: KeyRing(database.key), clock: database.clock.clock,
      hasher: PasswordHasher.cheap.peppered(ring))
  }

  private func logIn(_ ring: PepperRing?, _ password: String = TestDatabase.password) throws {
    _ = try service(ring).logIn(login: "alice", password: password, from: source)
  }

  private func pepperID() throws -> String? {
    try database.store.credential(of: try database.service.user(login: "alice").id)?.pepperID
  }

  @Test func `a pepper goes into hashes at the next login, and is needed from then on`() throws {
    let ring = PepperRing(random: .system)
    try logIn(ring)
    #expect(try pepperID() == ring.ids[0])
    try logIn(ring)
    #expect(throws: LoginRefused.self) { try logIn(ring, "wrong") }
    #expect(throws: PepperError(id: ring.ids[0])) { try logIn(nil) }
    #expect(throws: PepperError.self) { try logIn(PepperRing(random: .system)) }
  }

  @Test func `the hash in the database is no hash of the password`() throws {
    let ring = PepperRing(random: .system)
    try logIn(ring)
    let credential = try #require(
      try database.store.credential(of: try database.service.user(login: "alice").id))
    #expect(credential.scheme == "argon2id")
    #expect(try PasswordHasher.cheap.verify(Password(TestDatabase.password), against: credential.hash) == .wrong)
  }

  @Test func `a new pepper takes over as people log in, and the old one still checks`() throws {
    let old = PepperRing(random: .system)
    try logIn(old)
    let new = old.adding(random: .system)
    #expect(new.ids.count == 2 && new.ids[1] == old.ids[0])
    try logIn(new)
    #expect(try pepperID() == new.ids[0])
    try logIn(new)
  }

  @Test func `the file is its owner's alone, and is read again`() throws {
    let path = database.directory.file("site.pepper")
    let ring = PepperRing(random: .system).adding(random: .system)
    try ring.write(toNewFile: path)
    #expect(try PepperRing(file: path).ids == ring.ids)
    #expect(throws: KeyFileError.self) { try ring.write(toNewFile: path) }
    try ring.adding(random: .system).replace(file: path)
    #expect(try PepperRing(file: path).ids.suffix(2) == ring.ids[...])
    // A key is no pepper.
    let other = database.directory.file("site.key")
    try KeyRing(database.key).write(toNewFile: other)
    let error = #expect(throws: KeyFileError.self) { try PepperRing(file: other) }
    #expect(error?.description.contains("not a Rollcall pepper") == true)
  }
}
