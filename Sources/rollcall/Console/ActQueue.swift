import Console
import Dispatch
import SessionCore
import Synchronization

/// Does the console's acts, one after another, on a connection and a thread of its own: however many rows an act is about,
/// and however long it waits for the database, the lists are read meanwhile, and it can be stopped.
///
/// Every batch is a transaction with its audit record. So an act that is stopped, or whose console is killed, is done to
/// the rows that it says, by one act that can be taken back.
final class ActQueue: @unchecked Sendable {
  private let queue = DispatchQueue(label: "rollcall.acts", qos: .userInitiated)
  // Touched on the queue alone.
  let service: SessionService
  let actor: Actor
  private let turns = Turns()
  private let isClosed = Atomic(false)

  /// How long to wait for a server when the console is left; nil for a file, which answers by itself.
  private var patience: DispatchTimeInterval? { service.store.serverMemory == nil ? nil : .seconds(5) }

  /// How often to say how far an act has come, in milliseconds: each time is a picture on somebody's line.
  private static let every: Int64 = 250

  /// A queue over a connection that nobody else uses.
  init(service: SessionService, actor: Actor) {
    self.service = service
    self.actor = actor
  }

  /// Whether an effect is one of this queue's.
  func takes(_ effect: Effect) -> Bool {
    switch effect {
    case .perform, .undo, .stopAct: true
    default: false
    }
  }

  /// Does what an effect asks for, posts what came of it, and says when it is done.
  func run(_ effect: Effect, whenDone done: @escaping @Sendable () -> Void, post: @escaping @Sendable (Event) -> Void) {
    if case .stopAct = effect {
      turns.stop()
      return done()
    }
    // Here, and not when it begins: whoever stops an act that still waits means it.
    let turn = turns.begin()
    queue.async { [self] in
      defer { done() }
      guard !isClosed.load(ordering: .relaxed) else { return }
      let began = service.clock.now()
      do {
        if let event = try perform(effect, turn, post) { post(event) }
      } catch let error as StoreError where error.kind == .unreachable && service.store.serverMemory != nil {
        let event = settle(effect, began: began) { turns.isWanted(turn) && !isClosed.load(ordering: .relaxed) }
        post(event ?? .refused(error.phrase))
      } catch {
        // What became of an act must stay on the screen: it is not tried again by itself.
        post(.refused(CommandFailure(error)?.phrase ?? Phrase("It could not be done.", "无法完成。")))
      }
    }
  }

  /// Lets nothing begin any more, and waits for the batch in hand.
  func stop() {
    isClosed.store(true, ordering: .relaxed)
    turns.stop()
    queue.finish(within: patience)
  }

  private func perform(_ effect: Effect, _ turn: Int, _ post: @Sendable (Event) -> Void) throws -> Event? {
    // Throws when the database's file is not there any more, although SQLite would go on with it.
    _ = try service.store.changeCounter()
    switch effect {
    case .perform(let order):
      var next = service.clock.now().milliseconds + Self.every
      let outcome = try service.perform(order, by: actor) { count in
        let now = service.clock.now().milliseconds
        if now >= next {
          next = now + Self.every
          post(.progressed(order.act, count))
        }
        return turns.isWanted(turn)
      }
      return .performed(order.act, outcome)
    case .undo(let act): return .undone(act, try service.undone(act, by: actor))
    default: return nil
    }
  }
}
