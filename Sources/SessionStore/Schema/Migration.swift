/// One step of the schema. Named, ordered, and never edited once it was released: a change is a new step.
struct Migration {
  let number: Int
  let name: String
  let statements: [SchemaSQL]

  static let all = [first, second, third, fourth, fifth, sixth, seventh, eighth]
  /// The last one's number, by itself: each check of a session compares it, and must not make every statement for that.
  static let current = 8
}

extension Migration {
  static let first = Migration(
    number: 1, name: "users, sessions and audit",
    statements: [
      """
      CREATE TABLE users(
        id \(.number) PRIMARY KEY, login \(.text(255)) NOT NULL, login_key \(.loginKey) NOT NULL UNIQUE, state \(.number) NOT NULL DEFAULT 0,
        not_before \(.number) NOT NULL DEFAULT 0, created_at \(.number) NOT NULL, last_login_at \(.number),
        last_login_from \(.id), version \(.number) NOT NULL DEFAULT 1) \(.plain)
      """,
      "CREATE INDEX users_by_state ON users(state, login_key)",
      """
      CREATE TABLE credentials(
        user_id \(.number) PRIMARY KEY, phc \(.longText) NOT NULL, scheme \(.text(64)) NOT NULL,
        changed_at \(.number) NOT NULL, source \(.number) NOT NULL,
        FOREIGN KEY(user_id) REFERENCES users(id) ON DELETE CASCADE) \(.plain)
      """,
      "CREATE TABLE user_agents(id \(.serial), text \(.text(512)) NOT NULL UNIQUE) \(.plain)",
      """
      CREATE TABLE sessions(
        id \(.id) PRIMARY KEY, user_id \(.number) NOT NULL, proof \(.bytes(64)) NOT NULL,
        created_at \(.number) NOT NULL, authenticated_at \(.number) NOT NULL, last_seen_at \(.number) NOT NULL,
        absolute_expires_at \(.number) NOT NULL, expires_at \(.number) NOT NULL, kind \(.number) NOT NULL, address \(.id),
        user_agent_id \(.number) NOT NULL, created_by \(.text(512)) NOT NULL,
        FOREIGN KEY(user_id) REFERENCES users(id) ON DELETE CASCADE,
        FOREIGN KEY(user_agent_id) REFERENCES user_agents(id)) \(.keyed)
      """,
      "CREATE INDEX sessions_by_user ON sessions(user_id, id)",
      "CREATE INDEX sessions_by_end ON sessions(expires_at, id)",
      "CREATE INDEX sessions_by_last_seen ON sessions(last_seen_at, id)",
      "CREATE INDEX sessions_by_user_agent ON sessions(user_agent_id)",
      """
      CREATE TABLE session_data(
        session_id \(.id) NOT NULL, name \(.text(255)) NOT NULL, value \(.longText) NOT NULL,
        PRIMARY KEY(session_id, name),
        FOREIGN KEY(session_id) REFERENCES sessions(id) ON DELETE CASCADE) \(.keyed)
      """,
      """
      CREATE TABLE ended_sessions(
        id \(.id) PRIMARY KEY, user_id \(.number) NOT NULL, proof \(.bytes(64)) NOT NULL, created_at \(.number) NOT NULL,
        authenticated_at \(.number) NOT NULL, last_seen_at \(.number) NOT NULL, absolute_expires_at \(.number) NOT NULL,
        expires_at \(.number) NOT NULL, kind \(.number) NOT NULL, address \(.id), user_agent_id \(.number) NOT NULL,
        created_by \(.text(512)) NOT NULL, ended_at \(.number) NOT NULL, how \(.number) NOT NULL, ended_by \(.longText) NOT NULL,
        reason \(.longText) NOT NULL) \(.keyed)
      """,
      "CREATE INDEX ended_sessions_by_time ON ended_sessions(ended_at, id)",
      "CREATE INDEX ended_sessions_by_user ON ended_sessions(user_id, ended_at)",
      """
      CREATE TABLE audit(
        id \(.number) PRIMARY KEY, at \(.number) NOT NULL, actor \(.text(512)) NOT NULL, terminal \(.text(512)) NOT NULL, address \(.text(512)) NOT NULL,
        action \(.text(64)) NOT NULL, target_user \(.number), target_session \(.id), reason \(.longText) NOT NULL,
        previous_hash \(.bytes(64)) NOT NULL, hash \(.bytes(64)) NOT NULL) \(.plain)
      """,
      "CREATE TABLE settings(name \(.text(64)) PRIMARY KEY, value \(.number) NOT NULL) \(.keyed)",
    ])
}
