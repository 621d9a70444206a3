import Foundation
import Support
import Testing

/// A database that is being filled when the program is killed is as it was before, or says what is to be done.
@Suite struct KilledPopulationTests {
  private static let many = ["simulate", "population", "--users", "2000", "--sessions", "60000", "--yes"]
  private static let few = ["simulate", "population", "--users", "20", "--sessions", "60", "--yes"]

  @Test func `killed in the middle, nothing is in the file and nothing is missing`() throws {
    let files = try TemporaryDirectory()
    let environment = ["ROLLCALL_DATABASE": files.file("a.db"), "ROLLCALL_CONFIG": "/dev/null", "LC_ALL": "C.UTF-8"]
    func rollcall(_ arguments: [String]) throws -> ChildProgram.Result {
      try ChildProgram.run(Products.release("rollcall"), arguments, environment: environment)
    }
    #expect(try rollcall(["setup"]).status == 0)
    let schema = "SELECT group_concat(sql) FROM (SELECT sql FROM sqlite_schema ORDER BY name)"
    let before = try RawDatabase(files.file("a.db")).texts(schema)
    let child = try ChildProgram(Products.release("rollcall"), Self.many, environment: environment)
    while child.isRunning, try !isBeingFilled(files.file("a.db")) { usleep(1000) }
    #expect(child.isRunning)
    child.kill()
    let users = try rollcall(["users", "list"])
    #expect(users.status == 1, "\(users.errors)")
    #expect(try RawDatabase(files.file("a.db")).texts(schema) == before)
    // What is left is how the file is written, which is said and mended.
    #expect(try rollcall(["doctor"]).output.contains("rollcall migrate"))
    #expect(try rollcall(["migrate"]).status == 0)
    #expect(try !rollcall(["doctor"]).output.contains("rollcall migrate"))
    #expect(try rollcall(Self.few).status == 0)
    #expect(try RawDatabase(files.file("a.db")).texts(schema) == before)
    #expect(try rollcall(["audit", "verify"]).status == 0)
  }

  /// Whether the file is written with a rollback journal, by byte 18 of SQLite's format, and that has begun.
  private func isBeingFilled(_ path: String) throws -> Bool {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    let head = try file.read(upToCount: 19) ?? Data()
    let journal = try? FileManager.default.attributesOfItem(atPath: path + "-journal")[.size] as? Int
    return head.count == 19 && head[18] == 1 && (journal ?? 0) > 0
  }

  @Test func `killed in the middle, a server's database says so, and the same command mends it`() throws {
    let site = try MariaDBSite(isSetUp: false)
    try site.rollcall("setup")
    func indexes() throws -> [String] {
      try site.server.administrate { admin in
        var found: [String] = []
        try admin.query(
          """
          SELECT concat_ws(' ', table_name, index_name, seq_in_index, column_name) FROM information_schema.statistics
          WHERE table_schema = '\(site.name)' ORDER BY 1
          """, []
        ) { found.append($0.text(0)) }
        return found
      }
    }
    func count(_ query: String) throws -> Int64 {
      try site.server.administrate { admin in
        var count: Int64 = 0
        try admin.query("SELECT count(*) FROM \(site.name).\(query)", []) { count = $0.integer(0) }
        return count
      }
    }
    let before = try indexes()
    let child = try ChildProgram(Products.release("rollcall"), Self.many, environment: site.environment)
    while child.isRunning, try count("sessions") == 0 { usleep(1000) }
    #expect(child.isRunning)
    child.kill()
    #expect(try indexes() != before)
    let refused = try site.run(["users", "list"])
    #expect(refused.status == 4 && refused.errors.contains("'rollcall simulate population' again"), "\(refused.errors)")
    let again = try site.run(Self.few)
    #expect(again.status == 0 && again.errors.contains("was taken back"), "\(again.errors)")
    #expect(try indexes() == before)
    #expect(try count("users") == 20 && count("sessions") == 60)
    #expect(try site.run(["audit", "verify"]).status == 0)
  }
}
