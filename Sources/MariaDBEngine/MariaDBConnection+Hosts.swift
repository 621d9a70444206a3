import SessionCore

extension MariaDBConnection {
  /// Runs `work` on a host that answers: again on this one after a conflict, on the next one when this one is lost.
  ///
  /// - Parameters:
  ///   - mayRepeat: whether it does no harm to do it again when it may have been done.
  ///   - work: what to do.
  /// - Returns: what `work` returns.
  /// - Throws: ``SessionCore/StoreError``.
  func perform<Result>(mayRepeat: Bool = true, _ work: (Session) throws(Failure) -> Result) throws -> Result {
    var effort = Effort()
    while true {
      let session = try connected(&effort)
      do throws(Failure) {
        let result = try work(session)
        memory.reached(session.host)
        return result
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
      if case .answer = error.meaning {
        // However it was put: it was stopped.
        try checkCancellation()
        throw self.error(error)
      }
      doom = error
      if error.meaning == .elsewhere, self.session === session { lose(session, error) }
      throw self.error(error)
    }
  }

  /// Lets go of a connection that is lost.
  func lose(_ lost: Session, _ failure: Failure) {
    remember(loss: failure, of: lost.host)
    orphan = (lost.host, lost.id)
    session = nil
  }

  /// Makes ready for another try.
  ///
  /// - Throws: ``SessionCore/StoreError`` when there is none to be made.
  func recover(from failure: Failure, on lost: Session, _ effort: inout Effort) throws {
    if failure.meaning != .elsewhere { try checkCancellation() }
    switch failure.meaning {
    case .answer: throw error(failure)
    case .conflict: guard effort.pauseAfterConflict() else { throw error(failure) }
    case .full:
      guard places.indices.contains(where: { $0 != lost.host && !effort.excluded.contains($0) }) else {
        throw error(failure)
      }
      if session === lost { session = nil }
      _ = effort.lose(lost.host, "\(places[lost.host]): \(failure.text)", isOnlyConnection: false)
      unreachable.note(lost.host)
    case .elsewhere:
      if session === lost { lose(lost, failure) }
      // A read that nobody wants any more has no better luck elsewhere.
      try checkCancellation()
      // The only host is asked once more, however it was lost: there is nobody else.
      let isOnlyConnection = failure.isOnlyConnection || places.count == 1
      if effort.lose(lost.host, "\(places[lost.host]): \(failure.text)", isOnlyConnection: isOnlyConnection) {
        unreachable.note(lost.host)
      }
    }
  }

  /// A connection to a host, the one that there is or a new one.
  ///
  /// - Parameter effort: which hosts are done with.
  /// - Returns: a connection that was there a moment ago.
  /// - Throws: ``SessionCore/StoreError`` of kind `unreachable` when no host is left.
  func connected(_ effort: inout Effort) throws -> Session {
    if let session, session.host == 0 || Monotonic.milliseconds < lookBackAt { return session }
    // All programs name the hosts in one order, so that one of them takes the writes: it is gone back to.
    let hosts = unreachable.order(places.count).filter { !effort.excluded.contains($0) }
    for host in hosts.prefix(while: { $0 != session?.host }) {
      memory.tries(host)
      let began = Monotonic.milliseconds
      do throws(Failure) {
        return try connect(to: host)
      } catch {
        remember(loss: error, of: host, triedSince: began)
        if error.meaning != .elsewhere { memory.gaveUp() }
        guard error.meaning == .elsewhere else { throw self.error(error) }
        if session == nil { _ = effort.lose(host, "\(places[host]): \(error.text)", isOnlyConnection: false) }
        unreachable.note(host)
      }
    }
    lookBackAt = Monotonic.milliseconds + Self.lookBackInterval
    memory.gaveUp()
    if let session { return session }
    throw error(.unreachable, effort.losses.joined(separator: "; "))
  }

  /// How long a host serves before an earlier one is tried again, in milliseconds.
  private static var lookBackInterval: Int64 { 30_000 }

  private func connect(to host: Int) throws(Failure) -> Session {
    let password: String?
    do { password = try self.password() } catch { throw Failure(ServerCode.denied, "\(error)") }
    let new = try Session(places[host], host: host, address, password: password, mode: mode)
    unreachable.forget(host)
    if let orphan, orphan.host == host { new.end(orphan.id) }
    orphan = nil
    session = new
    dialect = new.isMariaDB ? .mariadb : .mysql
    canceller?.aim(at: host, new.id)
    lookBackAt = Monotonic.milliseconds + Self.lookBackInterval
    return new
  }
}
