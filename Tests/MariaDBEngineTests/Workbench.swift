import MariaDBEngine
import SessionCore
import SessionStore
import Support

/// A table of two columns in a database of a test's own, and connections to it.
final class Workbench {
  let database: MariaDBDatabase
  let server: MariaDBServer

  init() throws {
    database = try MariaDBDatabase()
    server = try MariaDBServer.shared()
    let connection = try connection()
    try connection.run("CREATE TABLE bench(id BIGINT PRIMARY KEY, value BIGINT NOT NULL) ENGINE=InnoDB", [])
    try connection.run("INSERT INTO bench VALUES(1, 0), (2, 0)", [])
  }

  // Who takes the database next finds the tables that it knows.
  deinit { _ = try? connection().run("DROP TABLE bench", []) }

  func connection(_ mode: MariaDBConnection.Mode = .readWrite) throws -> MariaDBConnection {
    try MariaDBConnection(database.address, mode: mode)
  }

  /// An address of the same database by other ports of this machine.
  func address(_ ports: [UInt16], _ parameters: String = "") throws -> MariaDBAddress {
    let hosts = ports.map { "127.0.0.1:\($0)" }.joined(separator: ",")
    return try MariaDBAddress(
      "mariadb://\(MariaDBServer.user)@\(hosts)/\(database.name)?password-file=\(server.passwordFile)\(parameters)")
  }

  func value() throws -> Int64 { try connection().value() }

  func values() throws -> [Int64] {
    var values: [Int64] = []
    try connection().query("SELECT value FROM bench ORDER BY id", []) { values.append($0.integer(0)) }
    return values
  }
}

extension MariaDBConnection {
  func value(_ id: Int64 = 1) throws -> Int64 {
    var value: Int64 = -1
    try query("SELECT value FROM bench WHERE id = ?", [.integer(id)]) { value = $0.integer(0) }
    return value
  }

  func add(_ number: Int64, to id: Int64 = 1) throws {
    try run("UPDATE bench SET value = value + ? WHERE id = ?", [.integer(number), .integer(id)])
  }

  /// The server's number of the connection that it has now.
  var serverID: Int64 {
    get throws {
      var id: Int64 = 0
      try query("SELECT CONNECTION_ID()", []) { id = $0.integer(0) }
      return id
    }
  }
}

/// The error that `body` throws, if it is a store's.
func failure(_ body: () throws -> Void) -> StoreError? {
  do {
    try body()
    return nil
  } catch { return error as? StoreError }
}
