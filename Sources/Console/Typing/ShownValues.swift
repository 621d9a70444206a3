import SessionCore

/// Names and addresses on the screen, as values of a filter's words.
struct ShownValues: Equatable, Sendable {
  var logins: [String] = []
  var addresses: [String] = []
  var clients: [String] = []
  var actors: [String] = []

  /// The values that a word of the language could have, as they are typed.
  func of(_ name: Substring) -> [String] {
    let values =
      switch name {
      case "user": logins
      case "from": addresses
      case "client": clients.compactMap { UserAgent.summary($0).split(separator: " ").first?.lowercased() }
      case "by": actors.compactMap { $0.split(separator: " ").first.map(String.init) }
      default: [String]()
      }
    return values.filter { !$0.isEmpty && $0.count < 40 && $0 != "–" }.map(Self.typed)
  }

  /// A value as it is typed: in quotation marks where it has to be.
  private static func typed(_ value: String) -> String {
    let isPlain = value.allSatisfy { !$0.isWhitespace && !"|｜\"“”＂".contains($0) } && !"-－".contains(value.first ?? " ")
    guard !isPlain else { return value }
    return "\"" + value.map { "\"“”＂".contains($0) ? "\"\"" : String($0) }.joined() + "\""
  }
}

extension State {
  /// What the rows that are loaded have.
  var shownValues: ShownValues {
    switch view {
    case .sessions:
      let rows = sessions.rows
      return ShownValues(
        logins: rows.map(\.owner.login), addresses: rows.compactMap { $0.address?.description },
        clients: rows.map(\.userAgent), actors: rows.map(\.createdBy))
    case .users: return ShownValues(logins: users.rows.map(\.user.login.text))
    case .attempts:
      let rows = attempts.rows.map(\.attempt)
      return ShownValues(
        // A name that nobody has is kept masked: nothing would match it.
        logins: rows.compactMap { $0.userID == nil ? nil : $0.login },
        addresses: rows.compactMap { $0.address?.description }, clients: rows.map(\.userAgent))
    case .audit:
      let rows = audit.list.rows
      return ShownValues(
        logins: rows.compactMap(\.login), addresses: rows.map(\.entry.record.actor.address),
        actors: rows.map(\.entry.record.actor.name))
    case .overview, .simulate: return ShownValues()
    }
  }
}
