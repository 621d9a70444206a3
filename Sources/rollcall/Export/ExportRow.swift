import SessionCore

/// A user and what they prove to be themselves with, on the way out.
struct ExportRow {
  let user: User
  let credential: Credential?

  /// What an export says of a user; of the hash itself only when that is asked for.
  static func columns(withHashes: Bool) -> [Column<ExportRow>] {
    let columns: [Column<ExportRow>] = [
      Column("login", Phrase("USER", "用户")) { .text($0.user.login.text) },
      Column("state", Phrase("STATE", "状态")) { .text($0.user.state.name) },
      Column("created", Phrase("CREATED", "创建")) { .time($0.user.createdAt) },
      Column("last_login", Phrase("LAST LOGIN", "上次登录")) { Cell($0.user.lastLoginAt) },
      Column("last_login_from", Phrase("FROM", "来源")) { Cell($0.user.lastLoginFrom?.description) },
      Column("max_sessions", Phrase("MAX SESSIONS", "会话上限")) { row in
        row.user.maximumSessions.map { .number(Int64($0)) } ?? .none
      },
      Column("scheme", Phrase("SCHEME", "散列方案")) { Cell($0.credential?.scheme) },
      Column("password_changed", Phrase("PASSWORD CHANGED", "密码更改")) { Cell($0.credential?.changedAt) },
      Column("must_change", Phrase("MUST CHANGE", "须更改")) { row in row.credential.map { .flag($0.mustChange) } ?? .none
      },
      Column("pepper", Phrase("PEPPER", "PEPPER")) { Cell($0.credential?.pepperID) },
    ]
    guard withHashes else { return columns }
    return columns + [Column("hash", Phrase("HASH", "散列")) { Cell($0.credential?.hash) }]
  }
}
