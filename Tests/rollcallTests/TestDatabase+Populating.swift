import SessionCore
import SessionStore
import Support

@testable import rollcall

extension TestDatabase {
  /// What was made, and the tokens of live sessions.
  typealias Made = (result: PopulationRun.Result, tokens: [(login: String, token: Token)])

  private func plan(_ users: Int, _ sessions: Int, _ seed: UInt64, _ shape: PopulationShape) -> PopulationPlan {
    let spread = SessionSpread(
      policy: .standard, retention: .standard, notBefore: .distantPast, now: clock.now, shape: shape)
    return PopulationPlan(users: users, sessions: sessions, seed: seed, spread: spread, shape: shape)
  }

  /// Fills the database in one go.
  func fill(
    users: Int, sessions: Int, seed: UInt64, shape: PopulationShape = .everyday, password: String? = nil,
    keep: @escaping (String, Token) throws -> Void = { _, _ in }
  ) throws -> Made {
    let fill = PopulationFill(
      service: service, plan: plan(users, sessions, seed, shape), policy: .standard,
      credential: try service.inventedCredential(password.map { try Password($0) }), actor: Self.operator,
      surroundings: Surroundings(seed: seed, shape: shape))
    var tokens: [(String, Token)] = []
    let result = try fill.run(
      LoginMaker(seed: seed),
      keep: { login, token in
        tokens.append((login, token))
        try keep(login, token)
      })
    return (result, tokens)
  }

  /// Adds to the database, batch by batch.
  func populate(
    users: Int, sessions: Int, seed: UInt64, shape: PopulationShape = .everyday, password: String? = nil
  ) throws -> Made {
    let run = try PopulationRun(
      service: service, plan: plan(users, sessions, seed, shape),
      credential: try service.inventedCredential(password.map { try Password($0) }), actor: Self.operator, shape: shape)
    var tokens: [(String, Token)] = []
    let result = try run.run(LoginMaker(seed: seed), keep: { tokens.append(($0, $1)) })
    return (result, tokens)
  }

  /// Makes a population of a shape, in one go or in batches.
  func make(_ atOnce: Bool, users: Int, sessions: Int, shape: PopulationShape) throws -> Made {
    try atOnce
      ? fill(users: users, sessions: sessions, seed: 3, shape: shape)
      : populate(users: users, sessions: sessions, seed: 3, shape: shape)
  }

  /// The first columns of a query's rows, read on a connection of its own.
  func texts(_ query: String, columns: Int) throws -> [String] {
    var found: [String] = []
    try anotherConnection().query(query, []) { row in
      found.append((0..<columns).map { row.text($0) }.joined(separator: " "))
    }
    return found
  }

  /// Tables and indexes with all that they are made of, by name.
  func schema() throws -> [String] {
    switch engine {
    case .sqlite: try texts("SELECT name, sql FROM sqlite_schema ORDER BY name", columns: 2)
    case .mariadb:
      try texts(
        """
        SELECT concat_ws(' ', table_name, index_name, seq_in_index, column_name, non_unique)
        FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY 1
        """, columns: 1)
    }
  }
}
