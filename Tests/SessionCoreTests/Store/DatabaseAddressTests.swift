import SessionCore
import Testing

@Suite struct DatabaseAddressTests {
  @Test(arguments: [
    ("/var/lib/rollcall.db", "/var/lib/rollcall.db"), ("rollcall.db", "rollcall.db"),
    ("sqlite:rollcall.db", "rollcall.db"),
    ("sqlite:/var/lib/rollcall.db", "/var/lib/rollcall.db"), ("./odd://name", "./odd://name"), ("a:b", "a:b"), ("", ""),
    ("sqlite:", ""), ("sqlite:sqlite:odd", "sqlite:odd"), ("sqlite:mariadb://odd", "mariadb://odd"),
  ]) func `a path is itself, and so is what follows sqlite`(_ text: String, _ path: String) throws {
    let address = try DatabaseAddress(text)
    #expect(address == .sqlite(path))
    #expect(try address.keyPath == path + ".key")
    #expect(try address.gatePath() == path + ".gate")
    #expect(try address.gatePath(key: "/etc/key") == path + ".gate")
    #expect(address.name == path)
    #expect(try DatabaseAddress(address.text) == address)
  }

  @Test(arguments: ["mysql://root:secret@localhost", "postgres://secret", "MARIADB://a:secret@b/c"])
  func `another kind of database is refused, and its password is not repeated`(_ address: String) throws {
    let found = try #require(throws: StoreError.self) { try DatabaseAddress(address) }
    #expect(!found.description.contains("secret") && !found.phrase.chinese.contains("secret"))
    #expect(found.description.contains(address.prefix { $0 != ":" } + "://…"))
    #expect(found.description.contains("SQLite") && found.description.contains("mariadb://"))
  }

  @Test func `a server's key is where its address says, and the gate beside it`() throws {
    let address = try DatabaseAddress("mariadb://web@db/rollcall?key-file=/etc/rollcall/key")
    #expect(try address.keyPath == "/etc/rollcall/key")
    #expect(try address.gatePath() == "/etc/rollcall/key.gate")
    #expect(try address.gatePath(key: "/run/key") == "/run/key.gate")
    #expect(address.name == "mariadb://web@db/rollcall")
    #expect(try DatabaseAddress(address.text) == address)
  }

  @Test func `without a key file it is said how to name one`() throws {
    let address = try DatabaseAddress("mariadb://web@db/rollcall")
    let error = try #require(throws: KeyFileError.self) { try address.keyPath }
    #expect(error.description.contains("key-file=") && error.description.contains("ROLLCALL_KEY"))
    #expect(throws: KeyFileError.self) { try address.gatePath() }
    #expect(try address.gatePath(key: "/etc/key") == "/etc/key.gate")
  }

  @Test func `a program that knows one kind says which program knows the other`() throws {
    let file = try DatabaseAddress("/var/lib/rollcall.db")
    let server = try DatabaseAddress("mariadb://web@db/rollcall?password-file=/etc/password")
    #expect(try file.file(for: "login.cgi", else: "login-mariadb.cgi") == "/var/lib/rollcall.db")
    #expect(try server.server(for: "login-mariadb.cgi", else: "login.cgi").hosts.map(\.name) == ["db"])
    let one = try #require(throws: StoreError.self) { try server.file(for: "login.cgi", else: "login-mariadb.cgi") }
    #expect(one.description.contains("mariadb://web@db/rollcall ") && one.description.contains("use login-mariadb.cgi"))
    let other = try #require(throws: StoreError.self) { try file.server(for: "login-mariadb.cgi", else: "login.cgi") }
    #expect(other.description.contains("/var/lib/rollcall.db") && other.description.contains("use login.cgi"))
  }
}
