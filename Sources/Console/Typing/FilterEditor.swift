import SessionCore

/// A filter, or a text to be found, being typed, with what is wrong with it.
public struct FilterEditor: Equatable, Sendable {
  var line: LineEditor
  var error: FilterError?
  /// The filter that holds again when this one is given up.
  var before = ""
  /// The row that the cursor goes back to when nothing is to be found any more.
  var origin: AnyRow?
  /// Values that were on the screen when it was opened.
  var shown: ShownValues
  /// How the word before the caret goes on, once that was asked for.
  var completion: Completion?
  /// Where in the history the line comes from.
  var walk = HistoryWalk()
  /// The number of the last change: what was asked for an older one is dropped.
  var serial = 0

  /// The filter without the spaces around it. Those in it stay: some stand in quotation marks.
  var filter: String {
    let start = line.text.drop(while: \.isWhitespace)
    return String(start.prefix(start.reversed().drop(while: \.isWhitespace).count))
  }
}

extension State {
  /// Reads the filter of the view that is shown; an error when it cannot be read.
  func filterError(_ text: String) -> FilterError? {
    do throws(FilterError) {
      switch view {
      case .users: _ = try UserFilter(text: text)
      case .attempts: _ = try AttemptFilter(text: text)
      case .audit: _ = try AuditFilter(text: text)
      case .sessions, .overview, .simulate: _ = try SessionFilter(text: text)
      }
      return nil
    } catch { return error }
  }

  /// The query that the sessions' list shows. A filter is only ever kept when it can be read.
  var sessionQuery: SessionQuery {
    SessionQuery(
      filter: (try? SessionFilter(text: sessions.filter)) ?? SessionFilter(), sort: sort, descending: isDescending)
  }

  var userQuery: UserQuery {
    UserQuery(
      filter: (try? UserFilter(text: users.filter)) ?? UserFilter(), sort: orders.users,
      descending: orders.areUsersDescending)
  }

  var attemptQuery: AttemptQuery {
    AttemptQuery(
      filter: (try? AttemptFilter(text: attempts.filter)) ?? AttemptFilter(),
      descending: orders.areAttemptsDescending)
  }

  var auditQuery: AuditQuery {
    AuditQuery(
      filter: (try? AuditFilter(text: audit.list.filter)) ?? AuditFilter(), descending: orders.isAuditDescending)
  }

  /// The filter of the list that is shown, as typed.
  var shownFilter: String {
    switch view {
    case .users: users.filter
    case .attempts: attempts.filter
    case .audit: audit.list.filter
    case .sessions, .overview, .simulate: sessions.filter
    }
  }

  /// Words of the filter language of the list that is shown: all, and those that have room on 80 columns.
  var filterWords: (all: [FilterExample], short: Phrase) {
    switch view {
    case .users: (UserFilter.words, Words.userFilterHint)
    case .attempts: (AttemptFilter.words, Words.attemptFilterHint)
    case .audit: (AuditFilter.words, Words.auditFilterHint)
    case .sessions, .overview, .simulate: (SessionFilter.words, Words.sessionFilterHint)
    }
  }
}
