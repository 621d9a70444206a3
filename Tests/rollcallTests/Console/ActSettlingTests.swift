import SessionCore
import Support
import Testing

@testable import Console
@testable import rollcall

/// What became of an act, as the log tells it once a host answers again.
@Suite struct ActSettlingTests {
  private let database: TestDatabase
  private let queue: ActQueue
  private let order: Order

  init() throws {
    database = try TestDatabase()
    try database.addUser("alice")
    let (_, session) = try database.logIn("alice")
    queue = ActQueue(service: try database.anotherService(), actor: TestDatabase.operator)
    order = Order(.sessions(.end, .one(SessionLook(session, at: database.clock.now))), reason: "")
  }

  private func settled(_ effect: Effect, from began: Timestamp) -> (Act?, Settlement)? {
    guard case .settled(let act, let settlement)? = queue.settle(effect, began: began, while: { true }) else {
      return nil
    }
    return (act, settlement)
  }

  @Test func `what is in the log was done, to as many as it says`() throws {
    let began = database.clock.now
    _ = try database.service.perform(order, by: TestDatabase.operator)
    let found = try #require(settled(.perform(order), from: began))
    guard case .done(let done) = found.1 else {
      Issue.record("\(found)")
      return
    }
    #expect(found.0 == order.act && done.count == 1 && done.subject == "alice")
  }

  @Test func `what is not there was not, and what was done before is another`() throws {
    #expect(settled(.perform(order), from: database.clock.now)?.1 == .notDone)
    _ = try database.service.perform(order, by: TestDatabase.operator)
    database.clock.advance(.seconds(1))
    #expect(settled(.perform(order), from: database.clock.now)?.1 == .notDone)
  }

  @Test func `taking back is found as well`() throws {
    let act = try #require(try database.service.perform(order, by: TestDatabase.operator).act)
    let began = database.clock.now
    #expect(settled(.undo(act), from: began)?.1 == .notDone)
    _ = try database.service.undone(act, by: TestDatabase.operator)
    guard case .done? = settled(.undo(act), from: began)?.1 else {
      Issue.record("not found")
      return
    }
  }

  @Test func `whoever waits no more is told that it is not known`() {
    guard case .settled(_, .unknown)? = queue.settle(.perform(order), began: .distantPast, while: { false }) else {
      Issue.record("it waited")
      return
    }
  }
}
