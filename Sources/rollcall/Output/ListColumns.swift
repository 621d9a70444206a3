import Screen
import SessionCore

extension Column where Row == Session {
  /// What a list shows of live sessions.
  static func sessions(at now: Timestamp) -> [Column] {
    [
      Column("id", Phrase("ID", "编号")) { .text($0.id.description) },
      Column("user", Phrase("USER", "用户")) { .text($0.owner.login) },
      Column("state", Phrase("STATE", "状态")) { session in
        let state = session.state(at: now)
        return .word(state.rawValue, state.ink)
      },
      Column("kind", Phrase("KIND", "种类"), for: .programs) { .text($0.kind.name) },
      Column("started", Phrase("STARTED", "开始")) { .time($0.createdAt) },
      Column("last_seen", Phrase("LAST SEEN", "最近活动")) { .time($0.lastSeenAt) },
      Column("ends", Phrase("ENDS", "结束")) { .time($0.expiresAt) },
      Column("from", Phrase("FROM", "来源")) { Cell($0.address?.description) },
      Column("client", Phrase("CLIENT", "客户端")) {
        $0.userAgent.isEmpty ? .none : .text(UserAgent.summary($0.userAgent))
      },
    ]
  }
}

extension Column where Row == UserListing {
  /// What a list shows of users.
  static var users: [Column] {
    [
      Column("id", Phrase("ID", "编号"), for: .programs) { .number($0.user.id.rawValue) },
      Column("login", Phrase("USER", "用户")) { .text($0.user.login.text) },
      Column("state", Phrase("STATE", "状态")) { listing in
        let state = listing.user.state
        return .word(state.name, state == .locked ? .danger : .good)
      },
      // Counted up to SessionCore's UserListing.liveSessionsCap.
      Column("sessions", Phrase("SESSIONS", "会话")) { .number(Int64($0.liveSessions)) },
      Column("last_login", Phrase("LAST LOGIN", "上次登录"), absent: Phrase("never", "从未")) { Cell($0.user.lastLoginAt) },
      Column("last_login_from", Phrase("FROM", "来源")) { Cell($0.user.lastLoginFrom?.description) },
      Column("created", Phrase("CREATED", "创建"), for: .programs) { .time($0.user.createdAt) },
    ]
  }
}

extension User.State {
  /// The state's name in filters and in output.
  var name: String {
    switch self {
    case .active: "active"
    case .locked: "locked"
    }
  }
}

extension SessionState {
  /// What the state means to who looks after the site.
  var ink: Ink {
    switch self {
    case .live: .good
    case .ending: .warning
    case .idle: .dim
    case .remembered, .simulated: .link
    }
  }
}
