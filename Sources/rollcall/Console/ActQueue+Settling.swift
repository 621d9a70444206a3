import Console
import Glibc
import SessionCore

extension ActQueue {
  /// How long between asking whether a host answers again, in microseconds.
  private static let pause = useconds_t(500_000)

  /// Finds out what became of an act whose host was lost when no other one answered: as soon as one does, its log tells.
  ///
  /// - Parameters:
  ///   - effect: the act, or the taking back of one.
  ///   - began: when it began.
  ///   - isWanted: whether anybody still waits to be told.
  /// - Returns: what to tell; nil when this is no act.
  func settle(_ effect: Effect, began: Timestamp, while isWanted: () -> Bool) -> Event? {
    while isWanted() {
      if let acts = try? service.history() {
        switch effect {
        case .perform(let order):
          let done = acts.first {
            $0.kind == order.act.kind && $0.at >= began && $0.by == actor.summary
              && (order.act.whom.isEmpty || $0.subject == order.act.whom)
          }
          return .settled(order.act, done.map(Settlement.done) ?? .notDone)
        case .undo(let id):
          let act = acts.first { $0.id == id && $0.undoneAt.map { $0 >= began } ?? false }
          return .settled(nil, act.map(Settlement.done) ?? .notDone)
        default: return nil
        }
      }
      usleep(Self.pause)
    }
    switch effect {
    case .perform(let order): return .settled(order.act, .unknown)
    case .undo: return .settled(nil, .unknown)
    default: return nil
    }
  }
}
