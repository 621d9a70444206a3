extension Rights {
  /// What the login program needs: it logs in and out, checks, changes a password, takes a code, and shows a user's own
  /// sessions. It may add to the audit log and see where that ends, and read nothing in it; the same holds for attempts;
  /// of what administrators did it may see nothing at all.
  ///
  /// A server gives rights to columns and not to rows: what has to be found by one user's number can be read for all. So
  /// whoever holds this account can list users, sessions and hashes. The tokens of sessions cannot be made from that.
  static let web = Rights(tables: [
    Of("schema_version", .select("number")),
    Of("settings", .select("name", "value")),
    Of(
      "users",
      .select(
        "id", "login", "login_key", "state", "not_before", "created_at", "last_login_at", "last_login_from", "version",
        "max_sessions"),
      .update("not_before", "last_login_at", "last_login_from", "version")),
    Of(
      "credentials", .select("user_id", "phc", "changed_at", "source", "pepper_id", "must_change"),
      .insert("user_id", "phc", "scheme", "changed_at", "source", "pepper_id", "must_change"), .delete),
    Of("activations", .select("user_id", "proof", "created_at", "expires_at", "created_by"), .delete),
    // Where a row that is there already is changed instead, a server asks for the right to change all that was given.
    Of("user_agents", .select("id", "text"), .insert("text"), .update("text")),
    Of(
      "sessions",
      .select(
        "id", "user_id", "proof", "created_at", "authenticated_at", "last_seen_at", "absolute_expires_at", "expires_at",
        "kind", "address", "user_agent_id", "created_by", "sealed_until", "seal"),
      .insert(
        "id", "user_id", "proof", "created_at", "authenticated_at", "last_seen_at", "absolute_expires_at", "expires_at",
        "kind", "address", "user_agent_id", "created_by", "sealed_until", "seal"),
      .update("proof", "last_seen_at", "expires_at", "sealed_until", "seal"), .delete),
    Of(
      "session_data", .select("session_id", "name", "value"), .insert("session_id", "name", "value"),
      .update("session_id"), .delete),
    // Whose cookie it once was is asked when somebody logs in; how and why it ended is not.
    Of(
      "ended_sessions",
      .select(
        "id", "user_id", "proof", "created_at", "authenticated_at", "last_seen_at", "absolute_expires_at", "expires_at",
        "kind", "address", "user_agent_id", "created_by", "sealed_until", "seal"),
      .insert(
        "id", "user_id", "proof", "created_at", "authenticated_at", "last_seen_at", "absolute_expires_at", "expires_at",
        "kind", "address", "user_agent_id", "created_by", "sealed_until", "seal", "ended_at", "how", "ended_by",
        "reason", "act")),
    Of(
      "throttle",
      .select("subject", "scope", "login", "user_id", "address", "failures", "refused", "last_at", "until"),
      .insert("subject", "scope", "login", "user_id", "address", "failures", "refused", "last_at", "until"),
      .update("subject", "scope", "login", "user_id", "address", "failures", "refused", "last_at", "until"), .delete),
    Of("attempts", .insert("at", "login", "user_id", "address", "user_agent_id", "outcome", "simulated_by")),
    Of(
      "audit", .select("id", "hash"),
      .insert(
        "id", "at", "actor", "terminal", "address", "action", "target_user", "target_session", "reason",
        "previous_hash", "hash")),
    Of(
      "audit_ends", .select("name", "number", "hash", "seal"), .insert("name", "number", "hash", "seal"),
      .update("name", "number", "hash", "seal")),
  ])
}
