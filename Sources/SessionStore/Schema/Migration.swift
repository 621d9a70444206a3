/// One step of the schema. Named, ordered, and never edited once it was released: a change is a new step.
struct Migration {
  let number: Int
  let name: String
  let statements: [String]

  static let all = [first, second, third, fourth, fifth, sixth, seventh]
  static var current: Int { all.last?.number ?? 0 }
}

extension Migration {
  static let first = Migration(
    number: 1, name: "users, sessions and audit",
    statements: [
      """
      CREATE TABLE users(
        id INTEGER PRIMARY KEY, login TEXT NOT NULL, login_key TEXT NOT NULL UNIQUE, state INTEGER NOT NULL DEFAULT 0,
        not_before INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL, last_login_at INTEGER,
        last_login_from BLOB, version INTEGER NOT NULL DEFAULT 1) STRICT
      """,
      "CREATE INDEX users_by_state ON users(state, login_key)",
      """
      CREATE TABLE credentials(
        user_id INTEGER PRIMARY KEY REFERENCES users(id) ON DELETE CASCADE, phc TEXT NOT NULL, scheme TEXT NOT NULL,
        changed_at INTEGER NOT NULL, source INTEGER NOT NULL) STRICT
      """,
      "CREATE TABLE user_agents(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
      """
      CREATE TABLE sessions(
        id BLOB PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users(id) ON DELETE CASCADE, proof BLOB NOT NULL,
        created_at INTEGER NOT NULL, authenticated_at INTEGER NOT NULL, last_seen_at INTEGER NOT NULL,
        absolute_expires_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, kind INTEGER NOT NULL, address BLOB,
        user_agent_id INTEGER NOT NULL REFERENCES user_agents(id), created_by TEXT NOT NULL) STRICT, WITHOUT ROWID
      """,
      "CREATE INDEX sessions_by_user ON sessions(user_id, id)",
      "CREATE INDEX sessions_by_end ON sessions(expires_at, id)",
      "CREATE INDEX sessions_by_last_seen ON sessions(last_seen_at, id)",
      "CREATE INDEX sessions_by_user_agent ON sessions(user_agent_id)",
      """
      CREATE TABLE session_data(
        session_id BLOB NOT NULL REFERENCES sessions(id) ON DELETE CASCADE, name TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY(session_id, name)) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE ended_sessions(
        id BLOB PRIMARY KEY, user_id INTEGER NOT NULL, proof BLOB NOT NULL, created_at INTEGER NOT NULL,
        authenticated_at INTEGER NOT NULL, last_seen_at INTEGER NOT NULL, absolute_expires_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL, kind INTEGER NOT NULL, address BLOB, user_agent_id INTEGER NOT NULL,
        created_by TEXT NOT NULL, ended_at INTEGER NOT NULL, how INTEGER NOT NULL, ended_by TEXT NOT NULL,
        reason TEXT NOT NULL) STRICT, WITHOUT ROWID
      """,
      "CREATE INDEX ended_sessions_by_time ON ended_sessions(ended_at, id)",
      "CREATE INDEX ended_sessions_by_user ON ended_sessions(user_id, ended_at)",
      """
      CREATE TABLE audit(
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, terminal TEXT NOT NULL, address TEXT NOT NULL,
        action TEXT NOT NULL, target_user INTEGER, target_session BLOB, reason TEXT NOT NULL,
        previous_hash BLOB NOT NULL, hash BLOB NOT NULL) STRICT
      """,
      "CREATE TABLE settings(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    ])
}
