import SessionCore
import Testing

@Suite struct DatabaseAddressTests {
  @Test(arguments: [
    ("/var/lib/rollcall.db", "/var/lib/rollcall.db"), ("rollcall.db", "rollcall.db"),
    ("sqlite:rollcall.db", "rollcall.db"),
    ("sqlite:/var/lib/rollcall.db", "/var/lib/rollcall.db"), ("./odd://name", "./odd://name"), ("a:b", "a:b"), ("", ""),
    ("sqlite:", ""),
  ]) func `a path is itself, and so is what follows sqlite`(_ address: String, _ path: String) throws {
    #expect(try DatabaseAddress(address).path == path)
    #expect(try DatabaseAddress(address).keyPath == path + ".key")
  }

  @Test(arguments: [
    "mariadb://user:secret@host/db", "mysql://root:secret@localhost", "postgres://secret", "MARIADB://a:secret@b/c",
  ])
  func `another kind of database is refused, and its password is not repeated`(_ address: String) throws {
    let found = try #require(throws: StoreError.self) { try DatabaseAddress(address) }
    #expect(!found.description.contains("secret") && !found.phrase.chinese.contains("secret"))
    #expect(found.description.contains(address.prefix { $0 != ":" } + "://…"))
    #expect(found.description.contains("SQLite"))
  }
}
