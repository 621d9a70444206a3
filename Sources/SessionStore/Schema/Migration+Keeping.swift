extension Migration {
  /// What taking an act back needs besides, and by what simulated sessions are told from others.
  static let seventh = Migration(
    number: 7, name: "codes that are kept, acts that another took the place of",
    statements: [
      // A one-time code that an act took away, for as long as that can be taken back.
      """
      CREATE TABLE kept_activations(
        act BLOB NOT NULL, user_id INTEGER NOT NULL, proof BLOB NOT NULL, created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL, created_by TEXT NOT NULL, PRIMARY KEY(act, user_id)) STRICT, WITHOUT ROWID
      """,
      "ALTER TABLE acts ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0",
      // An operator's own simulations are found by who made them; of other sessions nothing is kept here.
      "CREATE INDEX sessions_simulated ON sessions(created_by, id) WHERE kind = 2",
    ])
}
