import SessionCore

extension Condition {
  /// Asks for the numbers of the clients that have `part` in what they call themselves.
  ///
  /// Far fewer clients than sessions call themselves differently: they are looked through.
  static func calling(_ part: String) -> Condition {
    Condition("SELECT a.id FROM user_agents a WHERE instr(lower(a.text), lower(?)) > 0", .text(part))
  }

  /// Asks for the numbers of the clients of a name, as ``SessionCore/UserAgent/name(_:)`` gives it: the first of `parts`
  /// that a header has says what it is called.
  static func named(_ name: String?, _ parts: [(String, String)]) -> Condition {
    let cases = parts.map { _ in "WHEN instr(a.text, ?) > 0 THEN ?" }.joined(separator: " ")
    var condition = Condition("SELECT a.id FROM user_agents a WHERE (CASE \(cases) ELSE '' END) = ?")
    condition.arguments = parts.flatMap { [.text($0.0), .text($0.1)] } + [.text(name ?? "")]
    return condition
  }
}

extension SQLStore {
  /// That a column is the number of one of the clients that a query asks for: they are named one by one, so that an index
  /// finds each.
  func clients(_ query: Condition, _ column: String) throws -> Condition {
    let limit = SessionSearch.someClients
    let ids = try database.all(query.sql + " LIMIT \(limit + 1)", query.arguments) { SQLValue.integer($0.integer(0)) }
    guard ids.count > limit else { return .list(column, ids) }
    return Condition("\(column) IN (") + query + Condition(")")
  }
}
