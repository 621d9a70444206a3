import Foundation
import SessionCore
import Support
import Synchronization
import Testing

@testable import Console
@testable import rollcall

/// The console's thread for acts, over a real file.
@Suite struct ActQueueTests {
  private final class Posted: Sendable {
    private let events = Mutex<[Event]>([])
    func add(_ event: Event) { events.withLock { $0.append(event) } }

    /// What became of the acts, once so many are done.
    func outcomes(_ count: Int) -> [Outcome] {
      let deadline = Date(timeIntervalSinceNow: 60)
      while Date() < deadline {
        let outcomes = events.withLock { events in
          events.compactMap { event -> Outcome? in if case .performed(_, let outcome) = event { outcome } else { nil } }
        }
        if outcomes.count >= count { return outcomes }
        usleep(1000)
      }
      return []
    }
  }

  private let database: TestDatabase
  private let posted = Posted()

  init() throws {
    let database = try TestDatabase()
    self.database = database
    try database.addUser("alice")
    let (_, pattern) = try database.logIn("alice")
    try database.store.transaction(.normal) {
      for _ in 1..<2000 {
        var session = pattern
        session.id = SessionID(time: pattern.createdAt, random: .system)
        try database.store.addSession(session)
      }
    }
  }

  private let everything = Order(.sessions(.end, .matching(SessionFilter(), text: "state:live")))

  @Test func `an act that is stopped before its turn comes stops at its first batch, and says so`() throws {
    let queue = ActQueue(service: try database.anotherService(), actor: TestDatabase.operator)
    queue.run(.perform(everything), whenDone: {}, post: posted.add)
    queue.run(.stopAct, whenDone: {}, post: posted.add)
    let outcome = try #require(posted.outcomes(1).first)
    #expect(outcome.result.isStopped && outcome.result.count == 500)
    let act = try #require(outcome.act)
    #expect(try database.store.act(act)?.count == 500)
    #expect(try database.store.countSessions(.matching(SessionFilter()), at: database.clock.now).value == 1500)
    // The stop was for that one.
    queue.run(.perform(everything), whenDone: {}, post: posted.add)
    #expect(posted.outcomes(2).last?.result.count == 1500)
    queue.stop()
  }
}
