extension Migration {
  /// What lists need at ten million sessions: a part of a login is found where it stands, and what words of filters ask of
  /// a session is answered by the index that is followed, without its row.
  static let eighth = Migration(
    number: 8, name: "parts of logins, indexes that answer filters",
    statements: [
      // Each login's ends, from each of its characters on. What has a text in it has an end that begins with that.
      // No foreign key: it would need an index of its own. Whoever is removed takes their parts along.
      """
      CREATE TABLE login_parts(
        part \(.bytes(LoginParts.length)) NOT NULL, user_id \(.number) NOT NULL, PRIMARY KEY(part, user_id)) \(.keyed)
      """,
      "INSERT INTO login_parts(part, user_id) \(.loginParts)",
      // A server keeps an index for each foreign key: the wider one comes before the other goes.
      """
      CREATE INDEX sessions_by_owner
        ON sessions(user_id, id, last_seen_at, expires_at, kind, user_agent_id, address, created_by)
      """,
      "DROP INDEX sessions_by_user\(.of("sessions"))",
      // Clients are few: by each of them, sessions of one kind or one maker are found here as well.
      """
      CREATE INDEX sessions_by_client
        ON sessions(user_agent_id, kind, created_by, id, last_seen_at, expires_at, user_id, address)
      """,
      "DROP INDEX sessions_by_user_agent\(.of("sessions"))",
      "DROP INDEX sessions_by_address\(.of("sessions"))",
      """
      CREATE INDEX sessions_by_address
        ON sessions(address, id, last_seen_at, expires_at, user_id, kind, user_agent_id, created_by)
      """,
      "DROP INDEX sessions_by_end\(.of("sessions"))",
      """
      CREATE INDEX sessions_by_end
        ON sessions(expires_at, id, last_seen_at, user_id, kind, user_agent_id, address, created_by)
      """,
      "DROP INDEX sessions_by_last_seen\(.of("sessions"))",
      """
      CREATE INDEX sessions_by_last_seen
        ON sessions(last_seen_at, id, expires_at, user_id, kind, user_agent_id, address, created_by)
      """,
      "DROP INDEX users_by_state\(.of("users"))",
      "CREATE INDEX users_by_state ON users(state, login_key, last_login_at, created_at)",
      "DROP INDEX users_by_last_login\(.of("users"))",
      "CREATE INDEX users_by_last_login ON users(last_login_at, id, login_key, state, created_at)",
      "DROP INDEX users_by_creation\(.of("users"))",
      "CREATE INDEX users_by_creation ON users(created_at, id, login_key, state)",
    ])
}
