import Foundation

/// Runs `body` on a thread of its own: it waits for the database's lock, and the tasks' few threads must not.
public func inThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: .init(catching: body)) }
  }
}
