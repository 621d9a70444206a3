import SessionCore

extension MariaDBConnection {
  /// Runs `work` on a host that answers: again on this one after a conflict, on the next one when this one is lost.
  ///
  /// - Parameter mayRepeat: whether it does no harm to do it again when it may have been done.
  func perform<Result>(mayRepeat: Bool = true, _ work: (Session) throws(Failure) -> Result) throws -> Result {
    var effort = Effort()
    while true {
      let session = try connected(&effort)
      do throws(Failure) {
        return try work(session)
      } catch {
        try recover(from: error, on: session, &effort)
        guard mayRepeat || !error.isAmbiguous else { throw self.error(error) }
      }
    }
  }

  /// Runs `work` as a part of what has begun. A failure that only a new beginning can mend keeps everything from being
  /// done that follows, even where the caller goes on: the server would take it as something that stands alone.
  func inside<Result>(_ work: (Session) throws(Failure) -> Result) throws -> Result {
    if let doom { throw error(doom) }
    guard let session else { throw error(.unreachable, "the connection was lost") }
    do throws(Failure) {
      return try work(session)
    } catch {
      if case .answer = error.meaning { throw self.error(error) }
      doom = error
      if error.meaning == .elsewhere, self.session === session { lose(session) }
      throw self.error(error)
    }
  }

  /// Lets go of a connection that is lost.
  func lose(_ lost: Session) {
    orphan = (lost.host, lost.id)
    session = nil
  }

  /// Makes ready for another try.
  ///
  /// - Throws: ``SessionCore/StoreError`` when there is none to be made.
  func recover(from failure: Failure, on lost: Session, _ effort: inout Effort) throws {
    switch failure.meaning {
    case .answer: throw error(failure)
    case .conflict: guard effort.pauseAfterConflict() else { throw error(failure) }
    case .elsewhere:
      // A statement that a read's cancelling killed has no better luck elsewhere.
      if cancellation?.isCancelled == true { throw error(.interrupted, "") }
      if session === lost { lose(lost) }
      if effort.lose(lost.host, "\(places[lost.host]): \(failure.text)", isOnlyConnection: failure.isOnlyConnection) {
        unreachable.note(lost.host)
      }
    }
  }

  /// A connection to a host, the one that there is or a new one.
  ///
  /// - Throws: ``SessionCore/StoreError`` of kind `unreachable` when no host is left.
  func connected(_ effort: inout Effort) throws -> Session {
    if let session { return session }
    let password = try password()
    for host in unreachable.order(places.count) where !effort.excluded.contains(host) {
      do throws(Failure) {
        let new = try Session(places[host], host: host, address, password: password, mode: mode)
        unreachable.forget(host)
        if let orphan, orphan.host == host { new.end(orphan.id) }
        orphan = nil
        session = new
        dialect = new.isMariaDB ? .mariadb : .mysql
        canceller?.aim(at: host, new.id)
        return new
      } catch {
        guard error.meaning == .elsewhere else { throw self.error(error) }
        _ = effort.lose(host, "\(places[host]): \(error.text)", isOnlyConnection: false)
        unreachable.note(host)
      }
    }
    throw error(.unreachable, effort.losses.joined(separator: "; "))
  }
}
