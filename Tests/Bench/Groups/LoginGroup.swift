import Foundation
import Support

/// A password login but for its hash, and the check and the logout beside it: what they take of the database. Tests/Measure
/// measures; see script/scale.
struct LoginGroup {
  let site: Site
  static let name = "login"

  /// - Throws: ``ChildProgram/Failure``.
  func rows() throws -> [Row] {
    try site.sizes.flatMap { size -> [Row] in
      site.say("login, \(Double(size).rough) sessions")
      let copy = try WorkingCopy(of: site.store.set(size).database)
      let output = try Command(
        program: site.bench + "/Measure", arguments: [copy.database, copy.database + ".key"],
        environment: ["PATH": "/usr/bin:/bin"]
      ).output()
      let found = try JSONDecoder().decode(Found.self, from: Data(output.utf8))
      let floor = try floor(copy)
      return [
        ("login without its hash", found.login), ("wrong password without its hash", found.refusal),
        ("logout", found.logout),
      ].map { name, figure in
        Row(Self.name, name, size: size, figure.whole, "ms", beside: ("one row, synced", floor))
      }
    }
  }

  /// Milliseconds of one row that is on the disk: the least that anything takes that is not to be lost.
  private func floor(_ copy: WorkingCopy) throws -> Double {
    let database = try RawDatabase(copy.database)
    try database.run("PRAGMA synchronous = FULL")
    try database.run("CREATE TABLE floor(id INTEGER PRIMARY KEY)")
    return try (0..<301).map { _ in
      let start = Watched.now
      try database.run("INSERT INTO floor DEFAULT VALUES")
      return Double(Watched.now - start) / 1e6
    }.median
  }

  private struct Found: Decodable {
    let login: Figure
    let refusal: Figure
    let logout: Figure

    struct Figure: Decodable {
      let whole: Double
    }
  }
}
