extension SessionService {
  /// Hands a selection out in parts of some milliseconds' work, to be changed in a transaction each.
  ///
  /// What a filter selects is looked for before the transaction and not inside of it: whoever logs in meanwhile waits for
  /// rows that are written, and never for rows that are searched. Inside, each is looked at again by its id.
  ///
  /// - Parameters:
  ///   - selection: which. A filter is asked as of `now`, unless it is of a moment already.
  ///   - now: when this began.
  ///   - pace: how many to a part.
  ///   - body: changes those of a part in a transaction, and returns how many it met and how long that took in nanoseconds.
  ///   - goesOn: is asked after each part that is not the last.
  /// - Throws: ``StoreError``, and what `body` throws.
  func eachBatch(
    of selection: SessionSelection, at now: Timestamp, by pace: () -> BatchPace,
    _ body: (SessionSelection) throws -> (met: Int, took: Int64), goesOn: () -> Bool
  ) throws {
    guard let (filter, moment) = selection.filter(asOf: now) else {
      while true {
        let limit = pace().rows
        let (met, took) = try body(selection)
        guard met == limit, goesOn() else { return }
        try store.giveWay(after: took)
      }
    }
    var last: SessionID?
    while true {
      let stretch = try store.stretch(of: filter, asOf: moment, after: last, limit: BatchPace.most, at: now)
      last = stretch.end
      var rest = stretch.ids[...]
      while !rest.isEmpty {
        let part = Array(rest.prefix(pace().rows))
        rest = rest.dropFirst(part.count)
        let took = try body(.among(part, filter, asOf: moment)).took
        if rest.isEmpty { break }
        guard goesOn() else { return }
        try store.giveWay(after: took)
      }
      guard last != nil, goesOn() else { return }
      try store.giveWay(after: 0)
    }
  }
}

extension SessionSelection {
  /// What is asked of all sessions, and as of when; nil where those are known that it is about.
  fileprivate func filter(asOf now: Timestamp) -> (SessionFilter, Timestamp)? {
    switch self {
    case .matching(let filter): (filter, now)
    case .matchingAsOf(let filter, let moment): (filter, moment)
    case .one, .user, .others, .among: nil
    }
  }

  /// The operator's own among these.
  func own(_ own: OwnMark) -> SessionSelection? { mapFilter { $0.and(.own(own)) } }

  /// These without the operator's own.
  func sparing(_ own: OwnMark) -> SessionSelection? { mapFilter { $0.and(not: .own(own)) } }

  private func mapFilter(_ change: (SessionFilter) -> SessionFilter) -> SessionSelection? {
    switch self {
    case .matching(let filter): .matching(change(filter))
    case .matchingAsOf(let filter, let moment): .matchingAsOf(change(filter), moment)
    case .among(let ids, let filter, asOf: let moment): .among(ids, change(filter), asOf: moment)
    case .one, .user, .others: nil
    }
  }
}
