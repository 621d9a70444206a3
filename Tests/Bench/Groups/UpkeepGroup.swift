import Foundation
import Support

/// How long logins wait while a million sessions are swept, while a million are ended, while a backup runs; beside the same
/// logins alone, just before.
struct UpkeepGroup {
  let site: Site
  static let name = "upkeep"
  private static let most = 1_000_000

  /// - Throws: ``ChildProgram/Failure``.
  func rows() throws -> [Row] {
    let size = site.sizes.filter { $0 <= Self.most }.max() ?? site.sizes.min() ?? Self.most
    let set = try site.store.set(size)
    site.say("upkeep, \(Double(size).rough) sessions")
    let backup = try logins(set, "a backup", ["backup", "--force", "BACKUP"])
    let end = try logins(set, "all are ended by a filter", ["sessions", "end", "--filter", "started<90d", "--yes"])
    let sweep = try logins(
      set, "all expire and are swept", ["sweep", "--budget", "10m"],
      before: "UPDATE sessions SET expires_at = unixepoch() * 1000 - 1000")
    return [backup, sweep, end].flatMap { $0 }
  }

  private func logins(_ set: DataSet, _ what: String, _ arguments: [String], before sql: String? = nil) throws -> [Row]
  {
    let copy = try WorkingCopy(of: set.database)
    if let sql { _ = try site.store.sqlite(copy.database, sql) }
    let command = site.store.rollcall(
      copy.database, arguments.map { $0 == "BACKUP" ? copy.database + ".copy" : $0 })
    let output = try Command(
      program: site.bench + "/Measure",
      arguments: ["logins", copy.database, copy.database + ".key", "10", "/usr/bin/env"] + command.words(),
      environment: ["PATH": "/usr/bin:/bin"]
    ).output()
    let found = try JSONDecoder().decode(Found.self, from: Data(output.utf8))
    if let status = found.status, status != 0 { throw ChildProgram.Failure("\(what): rollcall ended with \(status)") }
    return [
      Row(
        Self.name, "p99 of logins while \(what)", size: set.size, found.during.p99, "ms",
        beside: ("alone", found.alone.p99), goal: .timesAtMost(1.5)),
      Row(
        Self.name, "longest login while \(what)", size: set.size, found.during.longest, "ms",
        beside: ("alone", found.alone.longest)),
      Row(
        Self.name, "\(what)\(found.status == nil ? ", stopped unfinished" : "")", size: set.size, found.seconds, "s"),
    ]
  }

  private struct Found: Decodable {
    let alone: Waits
    let during: Waits
    let seconds: Double
    let status: Int32?

    struct Waits: Decodable {
      let p99: Double
      let longest: Double
    }
  }
}
