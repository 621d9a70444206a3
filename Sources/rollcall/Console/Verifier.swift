import Dispatch
import SessionCore
import Synchronization

/// Walks the audit log's chain while the console goes on. It has a connection of its own: no list waits for it.
final class Verifier: @unchecked Sendable {
  private let queue = DispatchQueue(label: "rollcall.verify", qos: .utility)
  // Made and touched on the queue alone.
  private let open: () throws -> SessionService
  private var service: SessionService?
  private let isWanted = Mutex(false)

  /// How long to say nothing of how far it is.
  private static let patience = Interval(milliseconds: 200)

  /// A verifier that opens its connection when it is first wanted.
  init(open: @escaping () throws -> SessionService) { self.open = open }

  /// Begins, unless it is at work; `report` is told how far it is, now and then, and what it found.
  func start(_ report: @escaping @Sendable (AuditWalk) -> Void) {
    let isAtWork = isWanted.withLock { wanted in
      defer { wanted = true }
      return wanted
    }
    guard !isAtWork else { return }
    queue.async { [self] in
      let found = walk(report)
      isWanted.withLock { $0 = false }
      report(found)
    }
  }

  /// Stops, at the next thousand entries.
  func stop() { isWanted.withLock { $0 = false } }

  private func walk(_ report: (AuditWalk) -> Void) -> AuditWalk {
    do {
      let service = try self.service ?? open()
      self.service = service
      var told = Timestamp.distantPast
      return try service.walkAudit { walk in
        let now = service.clock.now()
        if now - told >= Self.patience {
          told = now
          report(walk)
        }
        return isWanted.withLock { $0 }
      }
    } catch let error as StoreError {
      return .failed(error.phrase)
    } catch {
      return .failed(CommandFailure(error)?.phrase ?? Phrase("The log cannot be read.", "无法读取审计日志。"))
    }
  }
}
