extension Migration {
  /// What taking an act back needs besides, and by what simulated sessions are told from others.
  static let seventh = Migration(
    number: 7, name: "codes that are kept, acts that another took the place of",
    statements: [
      // A one-time code that an act took away, for as long as that can be taken back.
      """
      CREATE TABLE kept_activations(
        act \(.id) NOT NULL, user_id \(.number) NOT NULL, proof \(.bytes(64)) NOT NULL, created_at \(.number) NOT NULL,
        expires_at \(.number) NOT NULL, created_by \(.text(512)) NOT NULL, PRIMARY KEY(act, user_id)) \(.keyed)
      """,
      "ALTER TABLE acts ADD COLUMN superseded \(.number) NOT NULL DEFAULT 0",
      // An operator's own simulations are found by who made them; of other sessions nothing is kept here.
      "CREATE INDEX sessions_simulated ON sessions(created_by, id)\(.only("kind = 2"))",
    ])
}
