import Dispatch
import SessionCore
import Synchronization

/// Walks the audit log's chain while the console goes on. It has a connection of its own: no list waits for it.
final class Verifier: @unchecked Sendable {
  private let queue = DispatchQueue(label: "rollcall.verify", qos: .utility)
  // Made and touched on the queue alone.
  private let open: () throws -> SessionService
  private var service: SessionService?
  private let walks = Mutex(Walks())

  /// Which walk is meant: one that was stopped must not be taken for the next, nor end it.
  private struct Walks {
    /// The number of the last one that was asked for.
    var last = 0
    /// The one that is wanted; nil for none.
    var wanted: Int?
  }

  /// How long to say nothing of how far it is.
  private static let patience = Interval(milliseconds: 200)

  /// A verifier that opens its connection when it is first wanted.
  init(open: @escaping () throws -> SessionService) { self.open = open }

  /// Begins, unless it is at work; `report` is told how far it is, now and then, and what it found.
  func start(_ report: @escaping @Sendable (AuditWalk) -> Void) {
    let next: Int? = walks.withLock { walks in
      guard walks.wanted == nil else { return nil }
      walks.last += 1
      walks.wanted = walks.last
      return walks.last
    }
    guard let number = next else { return }
    queue.async { [self] in
      let found = walk(number, report)
      let isLast = walks.withLock { walks in
        if walks.wanted == number { walks.wanted = nil }
        return walks.last == number
      }
      // Of one that was stopped for another to begin, nobody wants to hear.
      if isLast { report(found) }
    }
  }

  /// Stops, at the next thousand entries.
  func stop() { walks.withLock { $0.wanted = nil } }

  private func walk(_ number: Int, _ report: (AuditWalk) -> Void) -> AuditWalk {
    do {
      let service = try self.service ?? open()
      self.service = service
      // Throws when the database's file is not there any more, although SQLite would go on with it.
      _ = try service.store.changeCounter()
      var told = Timestamp.distantPast
      return try service.walkAudit { walk in
        guard walks.withLock({ $0.wanted }) == number else { return false }
        let now = service.clock.now()
        if now - told >= Self.patience {
          told = now
          report(walk)
        }
        return true
      }
    } catch let error as StoreError {
      return .failed(error.phrase)
    } catch {
      return .failed(CommandFailure(error)?.phrase ?? Phrase("The log cannot be read.", "无法读取审计日志。"))
    }
  }
}
