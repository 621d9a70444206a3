import SessionCore
import Testing

@Suite struct MariaDBAddressTests {
  @Test func `an address says account, hosts, database and how to get there`() throws {
    let address = try MariaDBAddress(
      """
      mariadb://web@db1:3307,DB2.example.org,[2001:DB8::1]:3308,10.0.0.7/rollcall?password-file=/etc/rollcall/password\
      &key-file=/etc/rollcall/key&tls-ca=/etc/ssl/ca.pem&connect-timeout=2&read-timeout=9
      """)
    #expect(address.user == "web" && address.database == "rollcall" && address.socket == nil)
    #expect(address.hosts.map(\.name) == ["db1", "db2.example.org", "2001:db8::1", "10.0.0.7"])
    #expect(address.hosts.map(\.port) == [3307, 3306, 3308, 3306])
    #expect(address.passwordFile == "/etc/rollcall/password" && address.keyFile == "/etc/rollcall/key")
    #expect(address.tls == .required(authorities: "/etc/ssl/ca.pem"))
    #expect(address.connectTimeout == 2 && address.readTimeout == 9)
    #expect(address.name == "mariadb://web@db1:3307,db2.example.org,[2001:db8::1]:3308,10.0.0.7/rollcall")
  }

  @Test(arguments: [
    "mariadb://web@db/rollcall", "mariadb://web@db:3307,[::1]/rollcall?tls=off",
    "mariadb://web@localhost/rollcall?tls=on", "mariadb://web@localhost/rollcall?socket=/run/my%20sql.sock",
    "mariadb://r%C3%B6ll%40call@127.0.0.1/a%2Fb%3F?password-file=/a%26b&key-file=/k%25",
    "mariadb://web@db/rollcall?password-file=/p&key-file=/k&tls-ca=/c&connect-timeout=60&read-timeout=300",
  ]) func `what is written again is read as the same`(_ text: String) throws {
    let address = try MariaDBAddress(text)
    #expect(address.description == text)
    #expect(try MariaDBAddress(address.description) == address)
  }

  @Test func `names may be encoded`() throws {
    let address = try MariaDBAddress("mariadb://r%c3%b6ll%40call@127.0.0.1/a%2Fb%3F?password-file=%2Fa%26b=%3D")
    #expect(address.user == "röll@call" && address.database == "a/b?" && address.passwordFile == "/a&b==")
  }

  @Test(arguments: [
    ("mariadb://web@localhost/db", MariaDBAddress.TLS.off), ("mariadb://web@127.0.0.9,[::1],localhost/db", .off),
    ("mariadb://web@/db?socket=/run/mysqld.sock", .off), ("mariadb://web@localhost/db?socket=/s&tls=off", .off),
    ("mariadb://web@db/db", .required(authorities: nil)), ("mariadb://web@db/db?tls=off", .off),
    ("mariadb://web@localhost,db/db", .required(authorities: nil)),
    ("mariadb://web@localhost.example.org/db", .required(authorities: nil)),
    ("mariadb://web@localhost/db?tls=on", .required(authorities: nil)),
    ("mariadb://web@localhost/db?tls-ca=/c", .required(authorities: "/c")),
    ("mariadb://web@db/db?tls=on&tls-ca=/c", .required(authorities: "/c")),
  ]) func `what leaves this machine goes by TLS unless it is said otherwise`(_ text: String, _ tls: MariaDBAddress.TLS)
    throws
  {
    #expect(try MariaDBAddress(text).tls == tls)
  }

  @Test func `a socket stands for this machine`() throws {
    for text in ["mariadb://web@/db?socket=/run/s", "mariadb://web@localhost/db?socket=/run/s"] {
      let address = try MariaDBAddress(text)
      #expect(address.socket == "/run/s" && address.hosts.isEmpty && address.name == "mariadb://web@localhost/db")
    }
  }

  @Test(arguments: [
    "mariadb://web:secret@db/rollcall", "mariadb://web:sec%72et@db/rollcall", "mariadb://web:@db/rollcall",
    "mariadb://web:se/cret@db/rollcall", "mariadb://web:se?cret@db/rollcall", "mariadb://web:se@cret@db/rollcall",
    "mariadb://:secret@db/rollcall", "mariadb://web@db/rollcall?password=secret", "mariadb://web@db/d?Passwd=secret",
    "mariadb://web@db/rollcall?tls=off&pwd=secret",
  ]) func `a password in an address is refused, and said where it belongs`(_ text: String) throws {
    let error = try #require(throws: StoreError.self) { try MariaDBAddress(text) }
    #expect(
      error.description.contains("password-file=PATH") && error.description.contains("ROLLCALL_DATABASE_PASSWORD"))
    #expect(!"\(error.description)\(error.phrase.chinese)\(error.database)".contains("cret"))
  }

  @Test(arguments: [
    "", "mariadb://", "mariadb://db", "mariadb://db/rollcall", "mariadb://@db/rollcall", "mariadb://web@db",
    "mariadb://web@db/", "mariadb://web@db/a/b", "mariadb://web@db?tls=off", "mariadb://web@/rollcall",
    "mariadb://web@,/rollcall", "mariadb://web@db,/rollcall", "mariadb://web@,db/rollcall",
    "mariadb://web@db,db/rollcall", "mariadb://web@db,db:3306/rollcall", "mariadb://web@db:/rollcall",
    "mariadb://web@db:0/rollcall", "mariadb://web@db:65536/rollcall", "mariadb://web@db:-1/rollcall",
    "mariadb://web@db:+1/rollcall", "mariadb://web@db:33 06/rollcall", "mariadb://web@db:३३/rollcall",
    "mariadb://web@db:99999999999999999999/rollcall", "mariadb://web@::1/rollcall", "mariadb://web@[::1/rollcall",
    "mariadb://web@[::1]3306/rollcall", "mariadb://web@[]/rollcall", "mariadb://web@[127.0.0.1]/rollcall",
    "mariadb://web@[fe80::1%25eth0]/rollcall", "mariadb://web@d b/rollcall", "mariadb://web@dö/rollcall",
    "mariadb://web@-db/rollcall", "mariadb://web@.db/rollcall", "mariadb://we%b@db/rollcall", "mariadb://web%@db/r",
    "mariadb://web%0@db/rollcall", "mariadb://web%00@db/rollcall", "mariadb://web%FF@db/rollcall",
    "mariadb://web@db/roll%0Acall", "mariadb://web@db/roll%C0%AFcall", "mariadb://web@db/roll\u{0}call",
    "mariadb://web@db/roll\ncall", "mariadb://we/b@db/rollcall", "mariadb://web@db@db/rollcall",
    "mariadb://web@db/rollcall?", "mariadb://web@db/rollcall?&", "mariadb://web@db/rollcall?tls",
    "mariadb://web@db/rollcall?tls=", "mariadb://web@db/rollcall?tls=yes", "mariadb://web@db/rollcall?tls=off&tls=off",
    "mariadb://web@db/rollcall?tls=off&tls-ca=/c", "mariadb://web@db/rollcall?TLS=off",
    "mariadb://web@db/rollcall?key-file=key", "mariadb://web@db/rollcall?key-file=%00",
    "mariadb://web@db/rollcall?password-file=~/p", "mariadb://web@db/rollcall?socket=/s",
    "mariadb://web@localhost:3306/rollcall?socket=/s", "mariadb://web@localhost/rollcall?socket=/s&tls=on",
    "mariadb://web@localhost/rollcall?socket=/s&tls-ca=/c", "mariadb://web@localhost/rollcall?socket=s",
    "mariadb://web@db/rollcall?connect-timeout=0", "mariadb://web@db/rollcall?connect-timeout=61",
    "mariadb://web@db/rollcall?connect-timeout=3s", "mariadb://web@db/rollcall?read-timeout=-5",
    "mariadb://web@db/rollcall?read-timeout=1e9", "mariadb://web@db/rollcall?wsrep_dirty_reads=1",
  ]) func `what is no address is refused`(_ text: String) throws {
    let error = try #require(throws: StoreError.self) { try MariaDBAddress(text) }
    #expect(error.kind == .address && error.database == "mariadb://…")
    #expect(error.description.contains("address mariadb://… cannot be used: "))
  }

  @Test func `an unknown parameter is not repeated, and what was meant is named`() throws {
    for (wrong, meant) in [("keyfile", "key-file"), ("pasword-file", "password-file"), ("tls-cA", "tls-ca")] {
      let error = try #require(throws: StoreError.self) { try MariaDBAddress("mariadb://a@b/c?\(wrong)=/secret") }
      #expect(error.description.contains("did you mean \(meant)?") && !error.description.contains("secret"))
    }
    let error = try #require(throws: StoreError.self) { try MariaDBAddress("mariadb://a@b/c?some&thing@secret=1") }
    #expect(!error.description.contains("secret"))
  }

  @Test func `which host is wrong is said by its number: what stands there may be a password`() throws {
    let error = try #require(throws: StoreError.self) { try MariaDBAddress("mariadb://web@db,secret:word/rollcall") }
    #expect(error.description.contains("host 2") && !error.description.contains("secret"))
  }

  @Test(arguments: ["a", "@", "/", "%41", "a,", ":", "?", "[", "=&", "字"])
  func `an address of ten thousand bytes is refused at once`(_ unit: String) throws {
    let long = String(repeating: unit, count: 10_240 / unit.utf8.count)
    for text in [
      long, "mariadb://\(long)", "mariadb://\(long)@db/rollcall", "mariadb://web@\(long)/rollcall",
      "mariadb://web@db/\(long)",
      "mariadb://web@db/rollcall?\(long)", "mariadb://web@db/rollcall?key-file=/\(long)",
      "mariadb://web:\(long)@db/rollcall",
    ] {
      let error = try #require(throws: StoreError.self) { try MariaDBAddress(text) }
      #expect(error.description.utf8.count < 400)
    }
  }

  @Test func `lists of hosts and long names have an end`() throws {
    let hosts = (1...16).map { "db\($0)" }
    #expect(try MariaDBAddress("mariadb://web@\(hosts.joined(separator: ","))/rollcall").hosts.count == 16)
    let more = (hosts + ["db17"]).joined(separator: ",")
    #expect(throws: StoreError.self) { try MariaDBAddress("mariadb://web@\(more)/rollcall") }
    let name = String(repeating: "d", count: 64)
    #expect(try MariaDBAddress("mariadb://web@db/\(name)").database == name)
    #expect(throws: StoreError.self) { try MariaDBAddress("mariadb://web@db/\(name)d") }
    #expect(throws: StoreError.self) { try MariaDBAddress("mariadb://web@\(String(repeating: "h", count: 254))/d") }
  }
}
