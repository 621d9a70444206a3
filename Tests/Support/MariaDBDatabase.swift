import Foundation
import MariaDBEngine
import SessionCore
import SessionStore
import Synchronization

/// A database on the tests' server that is set up and empty, for one test. It is used again by another one afterwards.
public final class MariaDBDatabase: Sendable {
  /// Its name on the server.
  public let name: String
  /// Where it is.
  public let address: MariaDBAddress

  private struct Pool {
    var made = 0
    var free: [String] = []
  }
  private static let pool = Mutex(Pool())
  /// A database that is set up and never used: what others go back to.
  private static let template = Result { () throws -> String in
    let name = "rollcall_template"
    try create(name)
    return name
  }

  /// Takes one, or makes one.
  ///
  /// - Throws: ``ChildProgram/Failure`` when there is no server, and what setting up throws.
  public init() throws {
    let server = try MariaDBServer.shared()
    let template = try Self.template.get()
    var name: String?
    while name == nil, let used = Self.pool.withLock({ $0.free.popLast() }) {
      // What cannot be emptied, as somebody still uses it, is left alone.
      if (try? Self.empty(used, template)) != nil { name = used }
    }
    if let name {
      self.name = name
    } else {
      let number = Self.pool.withLock { pool in
        pool.made += 1
        return pool.made
      }
      self.name = "rollcall_\(number)"
      try Self.create(self.name)
    }
    address = try server.address(self.name)
  }

  deinit { Self.pool.withLock { $0.free.append(name) } }

  /// Makes a database that is not set up.
  public static func createEmpty(_ name: String) throws {
    try MariaDBServer.shared().administrate { admin in
      try admin.run("CREATE DATABASE \(name) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin", [])
    }
  }

  private static func create(_ name: String) throws {
    try createEmpty(name)
    _ = try SQLStore(MariaDBConnection(MariaDBServer.shared().address(name))).migrate()
  }

  /// Makes a database as it was when it was set up.
  private static func empty(_ name: String, _ template: String) throws {
    try MariaDBServer.shared().administrate { admin in
      for id in try admin.list("SELECT id FROM information_schema.processlist WHERE db = '\(name)'") {
        // It may have gone by itself meanwhile.
        _ = try? admin.run("KILL CONNECTION \(id)", [])
      }
      try admin.run("SET SESSION lock_wait_timeout = 2, foreign_key_checks = 0", [])
      // Of a database that was closed for a move.
      for trigger in try admin.list(
        "SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = '\(name)'")
      { try admin.run("DROP TRIGGER \(name).\(trigger)", []) }
      let tables = try admin.tables(of: name)
      guard try tables == admin.tables(of: template) else { throw ChildProgram.Failure("\(name) has other tables") }
      for table in tables {
        let isUsed = try admin.list(
          """
          SELECT 1 FROM (SELECT EXISTS(SELECT 1 FROM \(name).\(table)) AS used) AS probe WHERE used = 1
          UNION SELECT 1 FROM information_schema.tables
            WHERE table_schema = '\(name)' AND table_name = '\(table)' AND auto_increment > 1
          """)
        guard !isUsed.isEmpty else { continue }
        try admin.run("TRUNCATE TABLE \(name).\(table)", [])
        try admin.run("INSERT INTO \(name).\(table) SELECT * FROM \(template).\(table)", [])
      }
    }
  }
}

extension MariaDBConnection {
  fileprivate func list(_ sql: String) throws -> [String] {
    var found: [String] = []
    try query(sql, []) { found.append($0.text(0)) }
    return found
  }

  fileprivate func tables(of database: String) throws -> [String] {
    try list(
      """
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = '\(database)' AND table_type = 'BASE TABLE' ORDER BY table_name
      """)
  }
}
