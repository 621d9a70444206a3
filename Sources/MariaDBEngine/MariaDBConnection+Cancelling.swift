// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore
import SessionStore

extension MariaDBConnection {
  public func read<Result>(until cancellation: ReadCancellation, _ body: () throws -> Result) throws -> Result {
    let outer = (self.cancellation, self.canceller)
    let canceller = newCanceller()
    if let session { canceller.aim(at: session.host, session.id) }
    (self.cancellation, self.canceller) = (cancellation, canceller)
    defer {
      if canceller.finish() { settle() }
      (self.cancellation, self.canceller) = outer
    }
    return try cancellation.whileReading(stop: { canceller.stop() }, body)
  }

  /// Throws an error when the read that runs is no longer wanted: what is cancelled between two statements would otherwise
  /// not be noticed.
  func checkCancellation() throws { if cancellation?.isCancelled == true { throw error(.interrupted, "") } }

  /// Takes what a late stop has left, so that it does not hit the next statement.
  private func settle() {
    guard let session else { return }
    for _ in 0..<3 {
      do throws(Failure) {
        try session.command("DO 0")
        return
      } catch  where error.code == ServerCode.interrupted {} catch { break }
    }
    self.session = nil
  }
}
