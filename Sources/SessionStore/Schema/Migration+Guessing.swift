extension Migration {
  /// What slows guessing down, what lets an end be taken back, and who may do what for how long.
  static let second = Migration(
    number: 2, name: "attempts, activation, undo and leases",
    statements: [
      // Nobody's own limit yet: the policy's counts.
      "ALTER TABLE users ADD COLUMN max_sessions \(.number)",
      "CREATE INDEX users_by_creation ON users(created_at, id)",
      "CREATE INDEX users_by_last_login ON users(last_login_at, id)",
      "ALTER TABLE credentials ADD COLUMN pepper_id \(.text(64))",
      "ALTER TABLE credentials ADD COLUMN must_change \(.number) NOT NULL DEFAULT 0",
      "CREATE INDEX credentials_by_scheme ON credentials(scheme, user_id)",
      // Who was logged in before has to log in again: nothing vouches for when their sessions end.
      "ALTER TABLE sessions ADD COLUMN sealed_until \(.number) NOT NULL DEFAULT 0",
      "ALTER TABLE sessions ADD COLUMN seal \(.bytes(64)) NOT NULL DEFAULT x''",
      "ALTER TABLE ended_sessions ADD COLUMN sealed_until \(.number) NOT NULL DEFAULT 0",
      "ALTER TABLE ended_sessions ADD COLUMN seal \(.bytes(64)) NOT NULL DEFAULT x''",
      "CREATE INDEX sessions_by_address ON sessions(address, id)",
      """
      CREATE TABLE activations(
        user_id \(.number) PRIMARY KEY, proof \(.bytes(64)) NOT NULL,
        created_at \(.number) NOT NULL, expires_at \(.number) NOT NULL, created_by \(.text(512)) NOT NULL,
        FOREIGN KEY(user_id) REFERENCES users(id) ON DELETE CASCADE) \(.plain)
      """,
      """
      CREATE TABLE attempts(
        id \(.serial), at \(.number) NOT NULL, login \(.text(255)) NOT NULL, user_id \(.number), address \(.id),
        user_agent_id \(.number) NOT NULL, outcome \(.number) NOT NULL,
        FOREIGN KEY(user_agent_id) REFERENCES user_agents(id)) \(.plain)
      """,
      "CREATE INDEX attempts_by_time ON attempts(at, id)",
      "CREATE INDEX attempts_by_user ON attempts(user_id, id)",
      "CREATE INDEX attempts_by_address ON attempts(address, id)",
      "CREATE INDEX attempts_by_outcome ON attempts(outcome, id)",
      """
      CREATE TABLE throttle(
        subject \(.bytes(64)) PRIMARY KEY, scope \(.number) NOT NULL, login \(.text(255)) NOT NULL, user_id \(.number), address \(.id),
        failures \(.number) NOT NULL, refused \(.number) NOT NULL, last_at \(.number) NOT NULL, until \(.number) NOT NULL) \(.keyed)
      """,
      "CREATE INDEX throttle_by_end ON throttle(until, subject)",
      "CREATE INDEX throttle_by_time ON throttle(last_at)",
      "CREATE INDEX throttle_by_user ON throttle(user_id)",
      "CREATE INDEX throttle_by_address ON throttle(address)",
      // One act may end many sessions: what it ended is taken back together.
      "ALTER TABLE ended_sessions ADD COLUMN act \(.id)",
      "CREATE INDEX ended_sessions_by_act ON ended_sessions(act, id)",
      "CREATE INDEX ended_sessions_by_user_agent ON ended_sessions(user_agent_id)",
      "CREATE INDEX attempts_by_user_agent ON attempts(user_agent_id)",
      """
      CREATE TABLE ended_session_data(
        session_id \(.id) NOT NULL, name \(.text(255)) NOT NULL, value \(.longText) NOT NULL, PRIMARY KEY(session_id, name)) \(.keyed)
      """,
      """
      CREATE TABLE acts(id \(.id) PRIMARY KEY, at \(.number) NOT NULL, ended_by \(.longText) NOT NULL, reason \(.longText) NOT NULL) \(.keyed)
      """,
      // One row: everybody out, and what to go back to.
      """
      CREATE TABLE recall(
        id \(.number) PRIMARY KEY CHECK(id = 1), not_before \(.number) NOT NULL, previous \(.number) NOT NULL, act \(.id) NOT NULL) \(.plain)
      """,
      "CREATE TABLE leases(name \(.text(64)) PRIMARY KEY, holder \(.text(512)) NOT NULL, until \(.number) NOT NULL) \(.keyed)",
      // The log's two ends: what was pruned, and what the newest link is, under the key.
      """
      CREATE TABLE audit_ends(
        name \(.text(64)) PRIMARY KEY, number \(.number) NOT NULL, hash \(.bytes(64)) NOT NULL, seal \(.bytes(64)) NOT NULL) \(.keyed)
      """,
    ])
}
