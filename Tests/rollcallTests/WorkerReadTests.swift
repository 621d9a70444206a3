import Foundation
import SessionCore
import Support
import Testing

@testable import Console
@testable import rollcall

/// The console's thread for the database, over a real file with many sessions.
@Suite struct WorkerReadTests {
  private let database: TestDatabase
  private let worker: Worker

  init() throws {
    let database = try TestDatabase()
    self.database = database
    for login in ["alice", "bob"] { try database.addUser(login) }
    let (_, pattern) = try database.logIn("alice")
    try database.store.transaction(.normal) {
      for number in 0..<60_000 {
        var session = pattern
        session.id = SessionID(time: pattern.createdAt, random: .system)
        session.lastSeenAt = pattern.lastSeenAt + .seconds(Int64(number % 60))
        try database.store.addSession(session)
      }
    }
    try database.logIn("bob")
    let service = try database.anotherService()
    worker = Worker(service: service, actor: TestDatabase.operator)
  }

  private func load(_ filter: String, serial: Int) throws -> Effect {
    .loadSessions(
      SessionQuery(filter: try SessionFilter(text: filter)), .start, cursor: nil, reach: 60, serial: serial)
  }

  /// The serial numbers of the answers, once nothing is asked any more.
  private func answers() -> [Int] {
    let deadline = Date(timeIntervalSinceNow: 60)
    while !worker.isIdle, Date() < deadline { usleep(1000) }
    return worker.drain().compactMap { if case .sessionsLoaded(_, let serial) = $0 { serial } else { nil } }
  }

  /// Matches nothing, and no index knows it: every session's user is looked at, over and over.
  private static let slow = (0..<40).map { "-x\($0)" }.joined(separator: " ") + " -alice -bob"

  @Test func `a read that nobody waits for is stopped by the next, and nothing else is`() throws {
    for serial in 1...20 { worker.run(try load(Self.slow, serial: serial)) }
    worker.run(.preview(.endEverybody))
    worker.run(try load("bob", serial: 21))
    let deadline = Date(timeIntervalSinceNow: 60)
    while !worker.isIdle, Date() < deadline { usleep(1000) }
    let events = worker.drain()
    let serials = events.compactMap { if case .sessionsLoaded(_, let serial) = $0 { serial } else { nil } }
    #expect(serials == [21])
    #expect(events.contains { if case .previewed = $0 { true } else { false } })
    #expect(!events.contains { if case .failed = $0 { true } else { false } })
  }

  @Test func `after a stop the list is read as it is then`() throws {
    worker.run(try load(Self.slow, serial: 1))
    worker.run(try load("bob", serial: 2))
    #expect(answers() == [2])
    try database.logIn("bob")
    worker.run(try load("bob", serial: 3))
    let deadline = Date(timeIntervalSinceNow: 60)
    while !worker.isIdle, Date() < deadline { usleep(1000) }
    let counts = worker.drain().compactMap { event in
      if case .sessionsLoaded(let answer, _) = event { answer.matching.value } else { nil }
    }
    #expect(counts == [2])
  }

  @Test func `rows are shown before they are counted`() throws {
    worker.run(try load("alice", serial: 1))
    let deadline = Date(timeIntervalSinceNow: 60)
    while !worker.isIdle, Date() < deadline { usleep(1000) }
    let events = worker.drain().compactMap { event -> String? in
      switch event {
      case .sessionsRead(let window, _, 1): "read \(window.rows.count)"
      case .sessionsLoaded(let answer, 1): "counted \(answer.window.rows.count)"
      default: nil
      }
    }
    #expect(events == ["read 120", "counted 120"])
  }

  @Test func `leaving does not wait for a read`() throws {
    worker.start()
    worker.run(try load(Self.slow, serial: 1))
    worker.stop()
    #expect(!worker.drain().contains { if case .sessionsLoaded = $0 { true } else { false } })
  }

  @Test func `a count that stops at its limit says so`() throws {
    worker.run(try load("alice", serial: 1))
    let deadline = Date(timeIntervalSinceNow: 60)
    while !worker.isIdle, Date() < deadline { usleep(1000) }
    let counts = worker.drain().compactMap { event in
      if case .sessionsLoaded(let answer, _) = event { answer.matching.text } else { nil }
    }
    #expect(counts == ["10000+"])
  }

  @Test func `the next row is found wherever it is`() throws {
    worker.run(.find(.sessions(SessionQuery(filter: try SessionFilter(text: "bob")), from: nil, .after), serial: 1))
    let deadline = Date(timeIntervalSinceNow: 60)
    while !worker.isIdle, Date() < deadline { usleep(1000) }
    let found = worker.drain().compactMap { event -> String? in
      if case .found(let found?, _) = event, case .session(let session) = found.row { session.owner.login } else { nil }
    }
    #expect(found == ["bob"])
  }
}
