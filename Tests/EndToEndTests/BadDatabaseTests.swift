import Foundation
import Support
import Testing

/// A database that cannot be used lets nobody in: 503, a plain page, and one line in the log that says what to do.
@Suite(.serialized) struct BadDatabaseTests {
  /// What is wrong with it, and how it gets that way.
  enum Trouble: String, CaseIterable {
    case missing, empty, text, older, newer, keyMissing, locked, damaged
  }

  @Test(arguments: Trouble.allCases) func `nobody is let in`(_ trouble: Trouble) throws {
    let site = try RunningSite()
    let client = try HTTPClient(site.server.address)
    try client.logIn("alice")
    #expect(try client.get("/login.cgi/auth/request").status == 200)
    let locker = try spoil(site, trouble)
    // A locked database is waited for, five seconds each time.
    for path in ["/login.cgi/auth/request"] + (trouble == .locked ? [] : ["/members.cgi"]) {
      let answer = try client.get(path)
      #expect(answer.status == 503, "\(path) \(trouble)")
      #expect(!answer.text.contains(site.database) && !answer.text.lowercased().contains("sqlite"))
      #expect(answer.all("Remote-User").isEmpty)
    }
    #expect(site.server.log.contains("login.cgi: "))
    withExtendedLifetime(locker) {}
  }

  private func spoil(_ site: RunningSite, _ trouble: Trouble) throws -> RawDatabase? {
    let files = FileManager.default
    let path = site.database
    if [.missing, .empty, .text].contains(trouble) {
      for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: path + suffix) }
    }
    switch trouble {
    case .missing: break
    case .empty: try Data().write(to: URL(filePath: path))
    case .text: try Data("not a database".utf8).write(to: URL(filePath: path))
    case .older: try RawDatabase(path).run("DELETE FROM schema_version WHERE number > 1")
    case .newer:
      try RawDatabase(path).run("INSERT INTO schema_version(number, name, applied_at) VALUES(999, 'later', 0)")
    case .keyMissing: try files.removeItem(atPath: path + ".key")
    case .locked:
      let holder = try RawDatabase(path)
      try holder.lockOut()
      return holder
    case .damaged:
      try RawDatabase(path).run("PRAGMA wal_checkpoint(TRUNCATE)")
      let file = try FileHandle(forUpdating: URL(filePath: path))
      let size = try file.seekToEnd()
      try file.seek(toOffset: 4096)
      try file.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 4096))
      try file.close()
    }
    return nil
  }
}
