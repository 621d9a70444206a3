extension Migration {
  /// What lets every act be looked up and taken back, not only an end of sessions.
  static let fifth = Migration(
    number: 5, name: "acts of every kind",
    statements: [
      "ALTER TABLE acts ADD COLUMN kind \(.number) NOT NULL DEFAULT 0",
      // What it was about, in words: a login, a network, a filter.
      "ALTER TABLE acts ADD COLUMN subject \(.longText) NOT NULL DEFAULT ('')",
      "ALTER TABLE acts ADD COLUMN count \(.number) NOT NULL DEFAULT 0",
      // Kept when it was taken back: that is looked up as well.
      "ALTER TABLE acts ADD COLUMN undone_at \(.number)",
      "ALTER TABLE acts ADD COLUMN undone_by \(.longText) NOT NULL DEFAULT ('')",
      // What an extended session goes back to, if it was not used since.
      """
      CREATE TABLE extended_sessions(
        act \(.id) NOT NULL, session_id \(.id) NOT NULL, last_seen_at \(.number) NOT NULL, expires_at \(.number) NOT NULL,
        sealed_until \(.number) NOT NULL, seal \(.bytes(64)) NOT NULL, seen_then \(.number) NOT NULL, expires_then \(.number) NOT NULL,
        PRIMARY KEY(act, session_id)) \(.keyed)
      """,
      // What a user goes back to, if nobody changed them since: their version says so.
      """
      CREATE TABLE changed_users(
        act \(.id) NOT NULL, user_id \(.number) NOT NULL, state \(.number) NOT NULL, not_before \(.number) NOT NULL,
        version_then \(.number) NOT NULL, PRIMARY KEY(act, user_id)) \(.keyed)
      """,
      """
      CREATE TABLE forgiven(
        act \(.id) NOT NULL, subject \(.bytes(64)) NOT NULL, scope \(.number) NOT NULL, login \(.text(255)) NOT NULL, user_id \(.number),
        address \(.id), failures \(.number) NOT NULL, refused \(.number) NOT NULL, last_at \(.number) NOT NULL,
        until \(.number) NOT NULL, PRIMARY KEY(act, subject)) \(.keyed)
      """,
      // A user who was removed, for as long as that can be taken back.
      """
      CREATE TABLE removed_users(
        act \(.id) PRIMARY KEY, id \(.number) NOT NULL, login \(.text(255)) NOT NULL, login_key \(.loginKey) NOT NULL, state \(.number) NOT NULL,
        not_before \(.number) NOT NULL, created_at \(.number) NOT NULL, last_login_at \(.number), last_login_from \(.id),
        version \(.number) NOT NULL, max_sessions \(.number), phc \(.longText), scheme \(.text(64)), changed_at \(.number), source \(.number),
        pepper_id \(.text(64)), must_change \(.number)) \(.keyed)
      """,
    ])
}
