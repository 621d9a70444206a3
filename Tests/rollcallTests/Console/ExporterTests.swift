import Foundation
import SessionCore
import Support
import Synchronization
import Testing

@testable import Console
@testable import rollcall

/// Rows are written into a file while somebody else changes them.
@Suite struct ExporterTests {
  private let database: TestDatabase
  private static let count = 12_000

  init() throws {
    let database = try TestDatabase()
    self.database = database
    try database.store.transaction(.normal) {
      for number in 0..<Self.count {
        let id = try database.store.addUser(login: Login("user\(number)"), createdAt: database.clock.now)
        try database.store.noteLogin(of: id, at: database.clock.now + .seconds(Int64(number)), from: nil)
      }
    }
  }

  @Test func `a row that moves to the other end of the list meanwhile is in the file all the same`() throws {
    let path = database.directory.file("users.csv")
    let query = UserQuery(sort: .lastLogin, descending: true)
    let end = Mutex<ExportEnd?>(nil)
    let exporter = Exporter(database: self.database.address)
    let database = database.path
    exporter.run(ExportRequest(rows: .users(query), format: .csv, path: path)) { event in
      switch event {
      // Those at the end become the first: in pages that were read one by one, nobody would meet them any more.
      case .exporting:
        try? RawDatabase(database).run(
          "UPDATE users SET last_login_at = last_login_at + 100000000 WHERE id < 3000")
      case .exported(let how): end.withLock { $0 = how }
      default: break
      }
    }
    exporter.wait()
    #expect(end.withLock { $0 } == .written(path: path, rows: Self.count))
    let logins = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n").dropFirst()
      .compactMap { $0.split(separator: ",").dropFirst().first }
    #expect(Set(logins).count == Self.count)
  }
}
