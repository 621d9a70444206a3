extension Migration {
  /// What the audit log and the overview are looked through by.
  static let third = Migration(
    number: 3, name: "indexes of the audit log and of attempts by time",
    statements: [
      "CREATE INDEX audit_by_time ON audit(at, id)",
      "CREATE INDEX audit_by_actor ON audit(actor, id)",
      "CREATE INDEX audit_by_action ON audit(action, id)",
      // Most entries are about a user, and some about a session; the others are not looked for by them.
      "CREATE INDEX audit_by_user ON audit(target_user, id)\(.only("target_user IS NOT NULL"))",
      "CREATE INDEX audit_by_session ON audit(target_session, id)\(.only("target_session IS NOT NULL"))",
      // Logins and failures a minute are counted in the index alone.
      "DROP INDEX attempts_by_time\(.of("attempts"))",
      "CREATE INDEX attempts_by_time ON attempts(at, id, outcome)",
    ])
}
