extension MovedTable {
  /// Every table that a move copies, what others refer to first.
  ///
  /// Leases stay: they belong to programs that run now. The schema's versions are the target's own.
  static let all = people + sessionTables + guessing + acts + log

  private static let people = [
    MovedTable(
      "users", key: [.integer("id")],
      [
        .text("login"), .text("login_key"), .integer("state"), .integer("not_before"), .integer("created_at"),
        .integer("last_login_at"), .blob("last_login_from"), .integer("version"), .integer("max_sessions"),
      ]),
    MovedTable("login_parts", key: [.blob("part"), .integer("user_id")], []),
    MovedTable(
      "credentials", key: [.integer("user_id")],
      [
        .text("phc"), .text("scheme"), .integer("changed_at"), .integer("source"), .text("pepper_id"),
        .integer("must_change"),
      ]),
    MovedTable(
      "activations", key: [.integer("user_id")],
      [.blob("proof"), .integer("created_at"), .integer("expires_at"), .text("created_by")]),
    MovedTable("user_agents", key: [.integer("id")], [.text("text")]),
  ]

  private static let ofSession: [Column] = [
    .integer("user_id"), .blob("proof"), .integer("created_at"), .integer("authenticated_at"),
    .integer("last_seen_at"), .integer("absolute_expires_at"), .integer("expires_at"), .integer("kind"),
    .blob("address"), .integer("user_agent_id"), .text("created_by"), .integer("sealed_until"), .blob("seal"),
  ]

  private static let sessionTables = [
    MovedTable("sessions", key: [.blob("id")], ofSession),
    MovedTable("session_data", key: [.blob("session_id"), .text("name")], [.text("value")]),
    MovedTable(
      "ended_sessions", key: [.blob("id")],
      ofSession + [.integer("ended_at"), .integer("how"), .text("ended_by"), .text("reason"), .blob("act")]),
    MovedTable("ended_session_data", key: [.blob("session_id"), .text("name")], [.text("value")]),
  ]

  private static let counters: [Column] = [
    .integer("scope"), .text("login"), .integer("user_id"), .blob("address"), .integer("failures"),
    .integer("refused"), .integer("last_at"), .integer("until"),
  ]

  private static let guessing = [
    MovedTable(
      "attempts", key: [.integer("id")],
      [
        .integer("at"), .text("login"), .integer("user_id"), .blob("address"), .integer("user_agent_id"),
        .integer("outcome"), .text("simulated_by"),
      ]),
    MovedTable("throttle", key: [.blob("subject")], counters),
  ]

  private static let acts = [
    MovedTable(
      "acts", key: [.blob("id")],
      [
        .integer("at"), .text("ended_by"), .text("reason"), .integer("kind"), .text("subject"), .integer("count"),
        .integer("undone_at"), .text("undone_by"), .integer("superseded"),
      ]),
    MovedTable(
      "extended_sessions", key: [.blob("act"), .blob("session_id")],
      [
        .integer("last_seen_at"), .integer("expires_at"), .integer("sealed_until"), .blob("seal"),
        .integer("seen_then"), .integer("expires_then"),
      ]),
    MovedTable(
      "changed_users", key: [.blob("act"), .integer("user_id")],
      [.integer("state"), .integer("not_before"), .integer("version_then")]),
    MovedTable("forgiven", key: [.blob("act"), .blob("subject")], counters),
    MovedTable(
      "removed_users", key: [.blob("act")],
      [
        .integer("id"), .text("login"), .text("login_key"), .integer("state"), .integer("not_before"),
        .integer("created_at"), .integer("last_login_at"), .blob("last_login_from"), .integer("version"),
        .integer("max_sessions"), .text("phc"), .text("scheme"), .integer("changed_at"), .integer("source"),
        .text("pepper_id"), .integer("must_change"),
      ]),
    MovedTable(
      "kept_activations", key: [.blob("act"), .integer("user_id")],
      [.blob("proof"), .integer("created_at"), .integer("expires_at"), .text("created_by")]),
    MovedTable(
      "recall", key: [.integer("id")], [.integer("not_before"), .integer("previous"), .blob("act")]),
  ]

  private static let log = [
    MovedTable(
      "audit", key: [.integer("id")],
      [
        .integer("at"), .text("actor"), .text("terminal"), .text("address"), .text("action"), .integer("target_user"),
        .blob("target_session"), .text("reason"), .blob("previous_hash"), .blob("hash"),
      ]),
    MovedTable("audit_ends", key: [.text("name")], [.integer("number"), .blob("hash"), .blob("seal")]),
    // The notes of the move itself are about one of the two databases.
    MovedTable(
      "settings", key: [.text("name")], [.integer("value")], where: "`name` NOT IN ('move', 'moving')"),
  ]
}
