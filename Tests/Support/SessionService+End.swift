import SessionCore

/// What an act ended, and by which id it is taken back.
public struct EndResult: Hashable, Sendable {
  /// The act; nil when nothing ended.
  public var act: DoneAct.ID?
  /// The sessions that ended.
  public var ended: [SessionID]
}

extension SessionService {
  /// Ends what is selected, by the operation that console and commands use.
  @discardableResult
  public func end(
    _ selection: SessionSelection, by actor: Actor, reason: String, progress: (Int) -> Bool = { _ in true }
  ) throws -> EndResult {
    let targets: SessionTargets =
      switch selection {
      case .one(let id): .listed(try store.session(id: id).map { [SessionLook($0, at: clock.now())] } ?? [])
      case .user(let id): .user(id)
      case .others(of: let id, than: let kept):
        .matching(SessionFilter(terms: [.user(id)]).and(not: .id(kept)), asOf: nil)
      case .matching(let filter): .matching(filter, asOf: nil)
      case .among(let ids, let filter, asOf: let moment): .matching(filter.and(.ids(ids)), asOf: moment)
      case .matchingAsOf(let filter, let moment): .matching(filter, asOf: moment)
      }
    var ended: [SessionID] = []
    let result = try perform(
      .end, on: targets, by: actor, reason: reason, each: { ended += $0 }, progress: progress)
    return EndResult(act: result.act, ended: ended)
  }
}
