import Dispatch
import Glibc
import SessionCore
import Synchronization

/// Hashes many passwords at once, one on each processor, in turn with the logins that go on meanwhile.
struct BatchHasher: Sendable {
  /// How long a place is left to others after a hash, in microseconds: longer than those who wait look away.
  private static let courtesy: UInt32 = 6000

  let importer: PasswordImporter
  /// Whether to give up waiting for a place.
  let isStopped: @Sendable () -> Bool

  /// What is stored of each account's secret, in the same order.
  ///
  /// - Throws: ``SessionCore/HashingError`` when the memory for one cannot be had, ``SessionCore/HashGateError``.
  func stored(_ accounts: [ImportAccount]) throws -> [ImportedHash?] {
    let results = Mutex([Result<ImportedHash?, any Error>](repeating: .success(nil), count: accounts.count))
    DispatchQueue.concurrentPerform(iterations: accounts.count) { index in
      let result = Result { try stored(accounts[index].secret) }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { try $0.map { try $0.get() } }
  }

  private func stored(_ secret: ImportSecret) throws -> ImportedHash? {
    guard case .known(let password) = secret else { return nil }
    while true {
      do {
        let hash = try importer.hash(password)
        if password.takesTime, importer.sharesPlaces { usleep(Self.courtesy) }
        return hash
      } catch HashGateError.full where !isStopped() {
        // An import has time.
        continue
      }
    }
  }
}
