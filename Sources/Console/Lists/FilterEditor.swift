import SessionCore

/// A filter being typed, with what is wrong with it.
public struct FilterEditor: Equatable, Sendable {
  var line: LineEditor
  var error: FilterError?

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
      if view == .users { _ = try UserFilter(text: text) } else { _ = try SessionFilter(text: text) }
      return nil
    } catch { return error }
  }

  /// The query that the sessions' list shows. A filter is only ever kept when it can be read.
  var sessionQuery: SessionQuery {
    SessionQuery(
      filter: (try? SessionFilter(text: sessions.filter)) ?? SessionFilter(), sort: sort, descending: isDescending)
  }

  var userFilter: UserFilter { (try? UserFilter(text: users.filter)) ?? UserFilter() }
}
