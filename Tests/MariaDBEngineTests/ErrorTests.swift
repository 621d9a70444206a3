import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// What a server refuses, and what is said about it.
@Suite struct ErrorTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `the kinds of errors`() throws {
    let connection = try bench.connection()
    let found = { (sql: String) in failure { try connection.run(sql, []) }?.kind }
    #expect(found("INSERT INTO bench VALUES(1, 1)") == .duplicate)
    #expect(found("SELECT * FROM nothing") == .other)
    #expect(found("SELEC 1") == .other)
    #expect(found("SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 1114") == .full)
    #expect(found("SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 1142") == .denied)
    #expect(found("SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 1290") == .readOnly)
    #expect(try connection.value() == 0)
  }

  @Test func `no value is in an error's text`() throws {
    let connection = try bench.connection()
    try connection.run("CREATE TEMPORARY TABLE words(word VARCHAR(20) PRIMARY KEY, number INT)", [])
    try connection.run("INSERT INTO words VALUES(?, 1)", [.text("se'cret'")])
    for (sql, value) in [
      ("INSERT INTO words VALUES(?, 1)", "se'cret'"), ("INSERT INTO words VALUES('x', ?)", "secret"),
      ("INSERT INTO words VALUES(?, 2)", "secret secret secret secret"), ("SELECT CAST(? AS INET6)", "secret"),
    ] {
      let error = failure { try connection.run(sql, [.text(value)]) }
      #expect(error?.description.contains("cret") != true, "\(String(describing: error))")
    }
  }

  @Test func `who may not come in is told so, and what there is not`() throws {
    let server = bench.server
    let denied = failure {
      _ = try MariaDBConnection(MariaDBAddress("mariadb://nobody@127.0.0.1:\(server.port)/\(bench.database.name)"))
    }
    #expect(denied?.kind == .denied)
    let variable = failure {
      let address = try MariaDBAddress(
        "mariadb://\(MariaDBServer.user)@127.0.0.1:\(server.port)/\(bench.database.name)")
      _ = try MariaDBConnection(address, environment: { $0 == MariaDBAddress.passwordVariable ? "wr0ng-one" : nil })
    }
    #expect(variable?.kind == .denied)
    #expect(variable?.description.contains("wr0ng-one") == false)
    #expect(failure { _ = try MariaDBConnection(server.address("nothing_here")) }?.kind == .missing)
    #expect(throws: KeyFileError.self) {
      try MariaDBConnection(
        MariaDBAddress("mariadb://x@127.0.0.1:\(server.port)/x?password-file=\(server.path)/not-there"))
    }
  }

  @Test func `a database opened for reading is not written`() throws {
    let connection = try bench.connection(.readOnly)
    #expect(try connection.value() == 0)
    #expect(failure { try connection.add(1) }?.kind == .readOnly)
    #expect(failure { try connection.transaction(.full) { try connection.add(1) } }?.kind == .readOnly)
    #expect(try connection.value() == 0)
  }

  @Test func `every host that did not answer is named`() throws {
    let ports = try FreePort.some(2)
    let error = failure { _ = try MariaDBConnection(bench.address(ports)) }
    #expect(error?.kind == .unreachable)
    for port in ports { #expect(error?.detail.contains("127.0.0.1:\(port)") == true) }
    #expect(error?.database.contains("password") == false)
  }
}
