extension Migration {
  /// What lets every act be looked up and taken back, not only an end of sessions.
  static let fifth = Migration(
    number: 5, name: "acts of every kind",
    statements: [
      "ALTER TABLE acts ADD COLUMN kind INTEGER NOT NULL DEFAULT 0",
      // What it was about, in words: a login, a network, a filter.
      "ALTER TABLE acts ADD COLUMN subject TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE acts ADD COLUMN count INTEGER NOT NULL DEFAULT 0",
      // Kept when it was taken back: that is looked up as well.
      "ALTER TABLE acts ADD COLUMN undone_at INTEGER",
      "ALTER TABLE acts ADD COLUMN undone_by TEXT NOT NULL DEFAULT ''",
      // What an extended session goes back to, if it was not used since.
      """
      CREATE TABLE extended_sessions(
        act BLOB NOT NULL, session_id BLOB NOT NULL, last_seen_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
        sealed_until INTEGER NOT NULL, seal BLOB NOT NULL, seen_then INTEGER NOT NULL, expires_then INTEGER NOT NULL,
        PRIMARY KEY(act, session_id)) STRICT, WITHOUT ROWID
      """,
      // What a user goes back to, if nobody changed them since: their version says so.
      """
      CREATE TABLE changed_users(
        act BLOB NOT NULL, user_id INTEGER NOT NULL, state INTEGER NOT NULL, not_before INTEGER NOT NULL,
        version_then INTEGER NOT NULL, PRIMARY KEY(act, user_id)) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE forgiven(
        act BLOB NOT NULL, subject BLOB NOT NULL, scope INTEGER NOT NULL, login TEXT NOT NULL, user_id INTEGER,
        address BLOB, failures INTEGER NOT NULL, refused INTEGER NOT NULL, last_at INTEGER NOT NULL,
        until INTEGER NOT NULL, PRIMARY KEY(act, subject)) STRICT, WITHOUT ROWID
      """,
      // A user who was removed, for as long as that can be taken back.
      """
      CREATE TABLE removed_users(
        act BLOB PRIMARY KEY, id INTEGER NOT NULL, login TEXT NOT NULL, login_key TEXT NOT NULL, state INTEGER NOT NULL,
        not_before INTEGER NOT NULL, created_at INTEGER NOT NULL, last_login_at INTEGER, last_login_from BLOB,
        version INTEGER NOT NULL, max_sessions INTEGER, phc TEXT, scheme TEXT, changed_at INTEGER, source INTEGER,
        pepper_id TEXT, must_change INTEGER) STRICT, WITHOUT ROWID
      """,
    ])
}
