import Console
import SessionCore
import Support

/// What a database would hold and answer, in values.
struct World {
  var sessions: [Session] = []
  var users: [UserListing] = []
  var attempts: [AttemptEntry] = []
  var throttles: [Throttle] = []
  var audit: [AuditListing] = []
  /// How the log's end stands.
  var auditEnd: AuditEndState?
  /// What was ended by an act, to be brought back.
  var ended: [DoneAct.ID: [Session]] = [:]
  /// What was done, the newest first.
  var acts: [DoneAct] = []
  /// What was done, in its order.
  var done: [Effect] = []

  /// What the world says to an effect; nil for those that are not its business.
  mutating func answer(_ effect: Effect, at now: Timestamp) -> Event? {
    switch effect {
    case .loadSessions(let query, let anchor, let cursor, let reach, let serial):
      return .sessionsLoaded(window(query, anchor, cursor, reach, now), serial: serial)
    case .loadUsers(let query, let anchor, let cursor, let reach, let serial):
      return .usersLoaded(window(query, anchor, cursor, reach, now), serial: serial)
    case .loadAttempts(let query, let anchor, let cursor, let reach, let serial):
      return .attemptsLoaded(window(query, anchor, cursor, reach, now), serial: serial)
    case .loadAudit(let query, let anchor, let cursor, let reach, let serial):
      return .auditLoaded(window(query, anchor, cursor, reach, now), serial: serial)
    case .loadOverview(let span, let serial): return .overviewLoaded(overview(span, now), serial: serial)
    case .loadDetail(.session(let session)): return .detailLoaded(.session(detail(session, now)))
    case .loadDetail(.attempt(let entry)): return .detailLoaded(.attempt(detail(entry, now)))
    case .loadDetail(.audit(let listing)): return .detailLoaded(.audit(detail(listing)))
    case .loadDetail(.user(let user)):
      return users.first { $0.user.id == user }.map { .detailLoaded(.user(detail($0, now))) }
        ?? .detailGone(.user(user))
    case .preview(let act, let first): return .previewed(act, preview(act, again: first, now))
    case .perform(let order):
      done.append(effect)
      return .performed(order.act, perform(order, now))
    case .undo(let act):
      done.append(effect)
      return .undone(act, undo(act, now))
    case .loadHistory: return .historyLoaded(acts)
    case .readRange(let query, let first, let last):
      let rows = sorted(query, now)
      let low = rows.firstIndex { query.position(of: $0) == first } ?? 0
      let high = rows.lastIndex { query.position(of: $0) == last } ?? rows.count - 1
      return .rangeRead(low <= high ? Array(rows[low...high].prefix(10_000)) : [], isWhole: high - low < 10_000)
    case .find(let request, let serial): return .found(find(request, now), serial: serial)
    case .remind(let serial, _): return .reminded(serial: serial)
    default: return nil
    }
  }

  func live(_ now: Timestamp) -> [Session] { sessions.filter { $0.isLive(at: now) } }

  func totals(_ now: Timestamp) -> Totals {
    Totals(
      live: CappedCount(found: live(now).count),
      ending: CappedCount(found: live(now).count { $0.state(at: now) == .ending }),
      locked: CappedCount(found: users.count { $0.user.state == .locked }),
      waiting: CappedCount(found: waiting(now).count))
  }

  private func sorted(_ query: SessionQuery, _ now: Timestamp) -> [Session] {
    func place(_ session: Session) -> (Timestamp, SessionID) {
      let position = query.position(of: session)
      return (position.time, position.id)
    }
    return live(now).filter { query.filter.selects($0, at: now) }
      .sorted { query.descending ? place($0) > place($1) : place($0) < place($1) }
  }

  private func window(
    _ query: SessionQuery, _ anchor: WindowAnchor<SessionPosition>, _ cursor: SessionID?, _ reach: Int, _ now: Timestamp
  ) -> ListAnswer<Session> {
    func place(_ session: Session) -> (Timestamp, SessionID) {
      let position = query.position(of: session)
      return (position.time, position.id)
    }
    let rows = sorted(query, now)
    var anchor = anchor
    var current: Session?
    if anchor.position != nil, let cursor {
      current = rows.first { $0.id == cursor }
      if let current { anchor = .around(query.position(of: current)) }
    }
    let window = Window.load(anchor, reach: reach, current: current) { position, direction, limit in
      rows.page(position, direction, limit) { session, position in
        query.descending
          ? place(session) < (position.time, position.id) : place(session) > (position.time, position.id)
      } isSame: {
        query.position(of: $0) == $1
      }
    }
    return ListAnswer(window: window, matching: CappedCount(found: rows.count), totals: totals(now), at: now)
  }
}
