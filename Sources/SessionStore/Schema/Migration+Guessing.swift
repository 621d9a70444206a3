extension Migration {
  /// What slows guessing down, what lets an end be taken back, and who may do what for how long.
  static let second = Migration(
    number: 2, name: "attempts, activation, undo and leases",
    statements: [
      // Nobody's own limit yet: the policy's counts.
      "ALTER TABLE users ADD COLUMN max_sessions INTEGER",
      "CREATE INDEX users_by_creation ON users(created_at, id)",
      "CREATE INDEX users_by_last_login ON users(last_login_at, id)",
      "ALTER TABLE credentials ADD COLUMN pepper_id TEXT",
      "ALTER TABLE credentials ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0",
      "CREATE INDEX credentials_by_scheme ON credentials(scheme, user_id)",
      // Who was logged in before has to log in again: nothing vouches for when their sessions end.
      "ALTER TABLE sessions ADD COLUMN sealed_until INTEGER NOT NULL DEFAULT 0",
      "ALTER TABLE sessions ADD COLUMN seal BLOB NOT NULL DEFAULT x''",
      "ALTER TABLE ended_sessions ADD COLUMN sealed_until INTEGER NOT NULL DEFAULT 0",
      "ALTER TABLE ended_sessions ADD COLUMN seal BLOB NOT NULL DEFAULT x''",
      "CREATE INDEX sessions_by_address ON sessions(address, id)",
      """
      CREATE TABLE activations(
        user_id INTEGER PRIMARY KEY REFERENCES users(id) ON DELETE CASCADE, proof BLOB NOT NULL,
        created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, created_by TEXT NOT NULL) STRICT
      """,
      """
      CREATE TABLE attempts(
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, login TEXT NOT NULL, user_id INTEGER, address BLOB,
        user_agent_id INTEGER NOT NULL REFERENCES user_agents(id), outcome INTEGER NOT NULL) STRICT
      """,
      "CREATE INDEX attempts_by_time ON attempts(at, id)",
      "CREATE INDEX attempts_by_user ON attempts(user_id, id)",
      "CREATE INDEX attempts_by_address ON attempts(address, id)",
      "CREATE INDEX attempts_by_outcome ON attempts(outcome, id)",
      """
      CREATE TABLE throttle(
        subject BLOB PRIMARY KEY, scope INTEGER NOT NULL, login TEXT NOT NULL, user_id INTEGER, address BLOB,
        failures INTEGER NOT NULL, refused INTEGER NOT NULL, last_at INTEGER NOT NULL, until INTEGER NOT NULL)
        STRICT, WITHOUT ROWID
      """,
      "CREATE INDEX throttle_by_end ON throttle(until, subject)",
      "CREATE INDEX throttle_by_time ON throttle(last_at)",
      "CREATE INDEX throttle_by_user ON throttle(user_id)",
      "CREATE INDEX throttle_by_address ON throttle(address)",
      // One act may end many sessions: what it ended is taken back together.
      "ALTER TABLE ended_sessions ADD COLUMN act BLOB",
      "CREATE INDEX ended_sessions_by_act ON ended_sessions(act, id)",
      "CREATE INDEX ended_sessions_by_user_agent ON ended_sessions(user_agent_id)",
      "CREATE INDEX attempts_by_user_agent ON attempts(user_agent_id)",
      """
      CREATE TABLE ended_session_data(
        session_id BLOB NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(session_id, name)) STRICT,
        WITHOUT ROWID
      """,
      """
      CREATE TABLE acts(id BLOB PRIMARY KEY, at INTEGER NOT NULL, ended_by TEXT NOT NULL, reason TEXT NOT NULL) STRICT,
        WITHOUT ROWID
      """,
      // One row: everybody out, and what to go back to.
      """
      CREATE TABLE recall(
        id INTEGER PRIMARY KEY CHECK(id = 1), not_before INTEGER NOT NULL, previous INTEGER NOT NULL, act BLOB NOT NULL)
        STRICT
      """,
      "CREATE TABLE leases(name TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID",
      // The log's two ends: what was pruned, and what the newest link is, under the key.
      """
      CREATE TABLE audit_ends(
        name TEXT PRIMARY KEY, number INTEGER NOT NULL, hash BLOB NOT NULL, seal BLOB NOT NULL) STRICT, WITHOUT ROWID
      """,
    ])
}
