import Foundation
import SessionCore
import Support
import Synchronization
import Testing

@testable import Console
@testable import rollcall

/// What is stopped stops at once, and nothing else does.
@Suite struct WorkerStopTests {
  private let database: TestDatabase

  init() throws {
    // Rows are made in SQLite's own words.
    database = try TestDatabase(.sqlite)
    try database.addUser("alice")
  }

  private func addSessions(_ count: Int) throws {
    let (_, pattern) = try database.logIn("alice")
    try database.store.transaction(.normal) {
      for _ in 1..<count {
        var session = pattern
        session.id = SessionID(time: pattern.createdAt, random: .system)
        try database.store.addSession(session)
      }
    }
  }

  private func wait(_ what: String, until isSo: () -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: 60)
    while !isSo() {
      try #require(Date() < deadline, "\(what) did not come")
      usleep(1000)
    }
  }

  @Test func `an export is stopped while the list is read, and the next one is not`() throws {
    try addSessions(30_000)
    // As many as cannot be written before the next line is read.
    try RawDatabase(database.path).run(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
      INSERT INTO attempts(at, login, user_id, address, user_agent_id, outcome)
      SELECT a.at, a.login, a.user_id, a.address, a.user_agent_id, a.outcome FROM n, (SELECT * FROM attempts LIMIT 1) a
      """)
    let worker = Worker(
      service: try database.anotherService(), actor: TestDatabase.operator,
      exporter: Exporter(database: .sqlite(database.path)))
    // Matches nothing, and no index knows it: every session's client is looked at, over and over.
    let slow = (0..<40).map { "-client:x\($0)" }.joined(separator: " ") + " kind:remembered"
    let query = SessionQuery(filter: try SessionFilter(text: slow))
    let path = database.directory.file("out.csv")
    let rows = ExportRequest.Rows.users(UserQuery())
    worker.run(.loadSessions(query, .start, cursor: nil, reach: 60, serial: 1))
    worker.run(.export(ExportRequest(rows: .attempts(AttemptQuery()), format: .csv, path: path)))
    worker.run(.stopExport)
    worker.run(.export(ExportRequest(rows: rows, format: .csv, path: path)))
    try wait("the end of both") { worker.isIdle }
    let ends = worker.drain().compactMap { if case .exported(let end) = $0 { end } else { nil } }
    #expect(ends == [.stopped, .written(path: path, rows: 1)])
  }

  @Test func `a walk that is begun again goes to its end`() throws {
    try database.store.transaction(.normal) {
      for _ in 0..<2500 { try database.service.setPolicy(.standard, by: TestDatabase.operator) }
    }
    let verifier = Verifier(open: database.anotherService)
    let events = Walks()
    for _ in 0..<20 {
      verifier.start { events.add($0) }
      verifier.stop()
    }
    verifier.start { events.add($0) }
    try wait("its end") { events.last == .whole }
    #expect(!events.all.contains(.failed))
    // The next one is stopped at its first thousand.
    verifier.start {
      verifier.stop()
      events.add($0)
    }
    try wait("the next one's end") { events.last == .stopped }
  }

  @Test func `a worker that goes leaves no open files`() throws {
    let pipes = try pipesOfOneGone()
    #expect(pipes.count == 2)
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    let targets = open.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
    #expect(!targets.contains { $0 == pipes[0] })
  }

  /// What the ends of a worker's pipe are called, once the worker is gone.
  private func pipesOfOneGone() throws -> [String] {
    let worker = Worker(service: try database.anotherService(), actor: TestDatabase.operator)
    worker.start()
    let name = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(worker.wake)")
    worker.stop()
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    return open.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
      .filter { $0 == name }
  }
}

/// What was told of walks, from whichever thread.
private final class Walks: Sendable {
  enum Told: Equatable { case walking, whole, stopped, failed }

  private let told = Mutex<[Told]>([])

  func add(_ walk: AuditWalk) {
    let new: Told =
      switch walk {
      case .walking: .walking
      case .whole: .whole
      case .stopped: .stopped
      case .broken, .failed: .failed
      }
    told.withLock { $0.append(new) }
  }

  var all: [Told] { told.withLock { $0 } }
  var last: Told? { all.last }
}
