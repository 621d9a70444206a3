// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore
import SessionStore

extension MariaDBConnection {
  /// How one run of a transaction's body ended.
  private enum Outcome<Result> {
    case done(Result)
    case failed(Failure)
    /// The host was lost while it committed.
    case unknown(Result, Failure)
  }

  // How durable a commit is, a server decides for all of them: innodb_flush_log_at_trx_commit.
  public func transaction<Result>(_ durability: Durability, isDone: () throws -> Bool, _ body: () throws -> Result)
    throws -> Result
  {
    guard scope == .none else { return try body() }
    var effort = Effort()
    while true {
      let session = try connected(&effort)
      switch try outcome(of: body, on: session) {
      case .done(let result):
        memory.reached(session.host)
        return result
      case .failed(let failure):
        // Whoever is lost takes it back itself.
        if failure.meaning != .elsewhere { rollBack(session) }
        try recover(from: failure, on: session, &effort)
      case .unknown(let result, let failure):
        try recover(from: failure, on: session, &effort)
        // On the new connection, which has seen to it that the old one does nothing any more.
        _ = try connected(&effort)
        if try isDone() { return result }
      }
    }
  }

  private func outcome<Result>(of body: () throws -> Result, on session: Session) throws -> Outcome<Result> {
    do throws(Failure) { try session.begin("START TRANSACTION") } catch { return .failed(error) }
    scope = .transaction
    defer {
      scope = .none
      doom = nil
    }
    let result: Result
    do {
      result = try body()
    } catch {
      // Whatever was made of a failure on its way here.
      if let doom { return .failed(doom) }
      rollBack(session)
      throw error
    }
    if let doom { return .failed(doom) }
    do throws(Failure) { try session.command("COMMIT") } catch {
      switch error.meaning {
      case .conflict: return .failed(error)
      case .elsewhere, .full: return .unknown(result, error)
      case .answer:
        rollBack(session)
        throw self.error(error)
      }
    }
    return .done(result)
  }

  /// Takes back what was done. A connection that cannot even do that is closed, which does it as well.
  private func rollBack(_ lost: Session) {
    do throws(Failure) { try lost.command("ROLLBACK") } catch { if session === lost { session = nil } }
  }

  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    guard scope == .none else { return try body() }
    try perform { session throws(Failure) in
      // Of the next transaction alone.
      try session.command("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
      try session.begin("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")
    }
    scope = .snapshot
    // Not begun again when its host is lost: what it has read may have gone out already.
    defer {
      scope = .none
      doom = nil
      if let session { rollBack(session) }
    }
    return try body()
  }
}
