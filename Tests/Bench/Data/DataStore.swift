import Foundation
import Support

/// Makes data sets, and keeps them by size, seed and schema.
struct DataStore {
  let directory: String
  let seed: Int
  let bin: String
  let root: String
  let say: (String) -> Void

  static let login = "bench"
  static let password = "correct horse battery staple"

  /// The set of a size, made if it is not there.
  ///
  /// - Parameters:
  ///   - size: live sessions.
  ///   - peers: those whose databases are made as well.
  /// - Returns: where it is.
  /// - Throws: ``ChildProgram/Failure``, and what writing files throws.
  func set(_ size: Int, peers: [String] = ["floor", "perl", "php"]) throws -> DataSet {
    let place = "\(directory)/\(size)-\(seed)-v\(try schema())"
    let files = FileManager.default
    if !files.fileExists(atPath: place + "/rollcall.db") {
      say("making \(Double(size).rough) sessions")
      let temporary = place + ".new"
      try? files.removeItem(atPath: temporary)
      try files.createDirectory(atPath: temporary, withIntermediateDirectories: true)
      try make(size, in: temporary)
      try? files.removeItem(atPath: place)
      try files.moveItem(atPath: temporary, toPath: place)
    }
    if !files.fileExists(atPath: place + "/peers") {
      say("making the peers' \(Double(size).rough) sessions")
      for file in ["floor.db", "perl.db", "php.db"] { try? files.removeItem(atPath: place + "/" + file) }
      try makePeers(peers, size, in: place)
    }
    let notes = try String(contentsOfFile: place + "/peers", encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    guard notes.count > 3 else { throw ChildProgram.Failure("\(place)/peers is damaged: remove it") }
    return DataSet(size: size, directory: place, token: notes[0], perlID: notes[1], phpToken: notes[2])
  }

  /// Rollcall's command on a database.
  func rollcall(_ database: String, _ arguments: String...) -> Command { rollcall(database, arguments) }

  /// Rollcall's command on a database.
  func rollcall(_ database: String, _ arguments: [String]) -> Command {
    Command(
      program: bin + "/rollcall", arguments: arguments,
      environment: [
        "ROLLCALL_DATABASE": database, "ROLLCALL_CONFIG": "/dev/null", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
        "HOME": directory,
      ])
  }

  /// The newest schema's number.
  func schema() throws -> String {
    let files = try TemporaryDirectory()
    let database = files.file("rollcall.db")
    try rollcall(database, "setup").output()
    return try sqlite(database, "SELECT max(number) FROM schema_version").trimmingCharacters(in: .newlines)
  }

  private func make(_ size: Int, in place: String) throws {
    let database = place + "/rollcall.db"
    try rollcall(database, "setup").output()
    // So long that none of them ends while it is measured.
    for kind in ["browser", "remembered"] {
      try rollcall(database, "policy", "set", "--class", kind, "--idle", "30d", "--absolute", "60d").output()
    }
    let users = max(10, size / 10)
    try rollcall(
      database, "simulate", "population", "--users", "\(users)", "--sessions", "\(size)", "--seed", "\(seed)", "--yes"
    ).output()
    try rollcall(database, "users", "add", Self.login, "--password-stdin").output(input: Self.password + "\n")
  }

  /// What sqlite3 prints.
  func sqlite(_ database: String, _ sql: String) throws -> String {
    let result = try ChildProgram.run("sqlite3", ["-bail", database], input: Array(sql.utf8), timeout: 580)
    guard result.status == 0 else { throw ChildProgram.Failure("sqlite3: \(result.errors)") }
    return result.output
  }
}
