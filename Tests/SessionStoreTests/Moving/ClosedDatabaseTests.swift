import MariaDBEngine
import SessionCore
import Support
import Testing

@testable import SessionStore

@Suite struct ClosedDatabaseTests {
  private static func isClosed(_ error: any Error) -> Bool { (error as? StoreError)?.kind == .moving }

  @Test(arguments: [TestEngine.sqlite, .mariadb])
  func `a closed database still knows who is logged in, and takes no change`(_ engine: TestEngine) throws {
    let database = try TestDatabase(engine)
    try database.addUser("alice")
    let (token, session) = try database.logIn("alice")
    // As a program that runs already.
    let other = try database.anotherService()
    #expect(try other.check(token) != nil)
    let move = Move(from: try database.anotherConnection(), to: try database.anotherConnection())
    try move.close(at: database.clock.now) {}
    database.clock.advance(.minutes(3))
    for service in [database.service, other, try database.anotherService()] {
      #expect(try service.check(token)?.lastSeenAt == session.lastSeenAt)
      #expect(try service.ownSessions(of: session).sessions.count == 1)
      for password in [TestDatabase.password, "wrong password"] {
        #expect(throws: (any Error).self) {
          do {
            _ = try service.logIn(
              login: "alice", password: password, from: LoginSource(address: nil, userAgent: ""))
          } catch {
            #expect(Self.isClosed(error))
            throw error
          }
        }
      }
      #expect { try service.logOut(token) } throws: { Self.isClosed($0) }
      #expect { try service.endEverybody(by: TestDatabase.operator, reason: "") } throws: { Self.isClosed($0) }
      #expect {
        try service.store.transaction(.full) { try service.store.setData(of: token.id, name: "a", value: "b") }
      } throws: { Self.isClosed($0) }
    }
    #expect(try Move.isClosed(database.anotherConnection()))
    #expect(try Move.abandon(database.anotherConnection()) {})
    #expect(try !Move.abandon(database.anotherConnection()) {})
    #expect(try other.logOut(token))
    #expect(try database.logIn("alice").session.userID == session.userID)
  }

  @Test(arguments: [TestEngine.sqlite, .mariadb])
  func `no table of a closed database changes, whoever writes to it`(_ engine: TestEngine) throws {
    let database = try TestDatabase(engine)
    try database.addUser("alice")
    try database.logIn("alice")
    let connection = try database.anotherConnection()
    try connection.closeToWriters()
    // Twice does no harm.
    try connection.closeToWriters()
    for table in MovedTable.all {
      let row = table.columns.map { Self.value(of: $0.kind) }
      let marks = row.map { _ in "?" }.joined(separator: ", ")
      #expect { try connection.run("INSERT INTO `\(table.name)`(\(table.columnList)) VALUES(\(marks))", row) } throws: {
        Self.isClosed($0)
      }
      guard try connection.count(table) > 0 else { continue }
      #expect { try connection.run("DELETE FROM `\(table.name)`", []) } throws: { Self.isClosed($0) }
      let column = (table.columns.dropFirst(table.keyLength).first ?? table.columns[0]).name
      #expect { try connection.run("UPDATE `\(table.name)` SET `\(column)` = `\(column)`", []) } throws: {
        Self.isClosed($0)
      }
    }
    try connection.openToWriters()
    try connection.openToWriters()
    #expect(try connection.run("UPDATE users SET state = state", []) >= 0)
  }

  private static func value(of kind: MovedTable.Column.Kind) -> SQLValue {
    switch kind {
    case .integer: .integer(1)
    case .text: .text("x")
    case .blob: .blob([UInt8](repeating: 7, count: 16))
    }
  }

  @Test func `a copy that is not finished is used by nobody, nor is what was moved`() throws {
    let bench = try MoveBench(.sqliteToSQLite)
    try bench.fill()
    let (token, _) = try bench.database.logIn("alice")
    let move = try bench.move()
    try move.begin(as: 5)
    #expect(try bench.database.anotherService().check(token) != nil)
    #expect { try bench.serviceAfter().store.settings() } throws: { ($0 as? StoreError)?.kind == .filling }
    _ = try move.copy { _ in }
    #expect { try bench.serviceAfter().check(token) } throws: { ($0 as? StoreError)?.kind == .filling }
    #expect { try SQLStore(bench.target.anotherConnection()).migrate() } throws: {
      ($0 as? StoreError)?.kind == .filling
    }
    try move.close(at: bench.database.clock.now) {}
    try move.noteEqual(try move.compare { _ in })
    #expect(try bench.database.anotherService().check(token) != nil)
    #expect { try bench.serviceAfter().check(token) } throws: { ($0 as? StoreError)?.kind == .filling }
    try move.retireSource(at: bench.database.clock.now)
    // Now neither: never both.
    #expect { try bench.database.anotherService().check(token) } throws: { ($0 as? StoreError)?.kind == .moved }
    #expect { try bench.serviceAfter().check(token) } throws: { ($0 as? StoreError)?.kind == .filling }
    try move.openTarget {}
    #expect { try bench.database.anotherService().check(token) } throws: { ($0 as? StoreError)?.kind == .moved }
    #expect(try bench.serviceAfter().check(token) != nil)
  }
}

extension ClosedDatabaseTests {
  @Test func `an account that may not make triggers closes nothing, and keeps nobody out`() throws {
    let database = try TestDatabase(.mariadb)
    try database.addUser("alice")
    guard case .mariadb(let address) = database.address else { return }
    let name = address.database
    let server = try MariaDBServer.shared()
    try server.administrate { admin in
      try admin.run("CREATE OR REPLACE USER narrow@'%' IDENTIFIED BY 'the-servers-own'", [])
      try admin.run("GRANT SELECT, INSERT, UPDATE, DELETE ON \(name).* TO narrow@'%'", [])
    }
    let text = address.description.replacing("//\(MariaDBServer.user)@", with: "//narrow@")
    let source = try MariaDBConnection(MariaDBAddress(text))
    let move = Move(from: source, to: try database.anotherConnection())
    #expect { try move.close(at: database.clock.now) {} } throws: { error in
      guard case .cannotClose? = error as? MoveError else { return false }
      return true
    }
    #expect(try !Move.isClosed(source))
    try database.logIn("alice")
  }
}
