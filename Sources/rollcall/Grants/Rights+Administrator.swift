extension Rights {
  /// What `rollcall` needs for everything but `setup`, `migrate` and `move`, which change the schema. Nobody changes an entry
  /// of the audit log: it is added to, and pruned.
  static let administrator = Rights(tables: [
    Of("schema_version", .select()),
    Of("settings", .select(), .insert(), .update()),
    Of("users", .select(), .insert(), .update(), .delete),
    Of("login_parts", .select(), .insert(), .delete),
    Of("credentials", .select(), .insert(), .delete),
    Of("activations", .select(), .insert(), .update(), .delete),
    Of("user_agents", .select(), .insert(), .update(), .delete),
    Of("sessions", .select(), .insert(), .update(), .delete),
    Of("session_data", .select(), .insert(), .update(), .delete),
    Of("ended_sessions", .select(), .insert(), .delete),
    Of("ended_session_data", .select(), .insert(), .delete),
    Of("throttle", .select(), .insert(), .update(), .delete),
    Of("attempts", .select(), .insert(), .delete),
    Of("audit", .select(), .insert(), .delete),
    Of("audit_ends", .select(), .insert(), .update()),
    Of("acts", .select(), .insert(), .update(), .delete),
    Of("recall", .select(), .insert(), .delete),
    Of("leases", .select(), .insert(), .update(), .delete),
    Of("extended_sessions", .select(), .insert(), .delete),
    Of("changed_users", .select(), .insert(), .delete),
    Of("forgiven", .select(), .insert(), .delete),
    Of("removed_users", .select(), .insert(), .delete),
    Of("kept_activations", .select(), .insert(), .delete),
  ])

  /// What changes the schema besides, on the whole database: its tables need not be there yet.
  static let migrating = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES",
  ]
}
