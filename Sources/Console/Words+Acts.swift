import SessionCore

extension Words {
  static func sessions(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 session" : "\(count) sessions", "\(count) 个会话")
  }

  /// The question before an act.
  static func question(_ act: Act, _ preview: EndPreview?) -> Phrase {
    let login = act.login
    let count = preview.map { "\($0.count.text)" } ?? "…"
    let one = preview?.count.value == 1 && preview?.count.isCapped == false
    return switch act {
    case .end: Phrase("End this session of \(login)?", "结束 \(login) 的这个会话？")
    case .endAll:
      Phrase(
        one ? "End the 1 session of \(login)?" : "End all \(count) sessions of \(login)?",
        "结束 \(login) 的全部 \(count) 个会话？")
    case .lock:
      Phrase(
        one ? "Lock \(login) and end 1 session?" : "Lock \(login) and end \(count) sessions?",
        "锁定 \(login) 并结束 \(count) 个会话？")
    case .unlock: Phrase("Unlock \(login)?", "解锁 \(login)？")
    }
  }

  /// The button that does it.
  static func button(_ act: Act, _ preview: EndPreview?) -> Phrase {
    switch act {
    case .end, .endAll:
      preview.map {
        Phrase($0.count.value == 1 ? "End 1 session" : "End \($0.count.text) sessions", "结束 \($0.count.text) 个会话")
      } ?? Phrase("End", "结束")
    case .lock: Phrase("Lock", "锁定")
    case .unlock: Phrase("Unlock", "解锁")
    }
  }

  static let cancel = Phrase("Cancel", "取消")
  static let reason = Phrase("Reason", "原因")
  static let reasonHint = Phrase("Tab to type; kept in the audit log", "按 Tab 输入；记入审计日志")
  static let counting = Phrase("Counting…", "正在统计…")
  static let endsNothing = Phrase("No session is live: none will end.", "没有在线会话：不会结束任何会话。")
  static let unlockMeans = Phrase("They may log in again. Ended sessions stay ended.", "可以再次登录。已结束的会话不会恢复。")
  static let lockMeans = Phrase("They cannot log in until unlocked.", "解锁之前无法登录。")
  static let working = Phrase("Working…", "正在执行…")
  static func more(_ count: Int, capped: Bool) -> Phrase {
    Phrase("… \(count)\(capped ? "+" : "") more", "… 另有 \(count)\(capped ? "+" : "") 个")
  }

  /// What an act did.
  static func done(_ act: Act, _ outcome: Outcome) -> Phrase {
    let login = act.login
    let ended = sessions(outcome.ended)
    guard outcome.isChanged else {
      return switch act {
      case .end, .endAll: Phrase("Nothing to end: it had ended already.", "无需结束：此前已经结束。")
      case .lock: Phrase("\(login) was locked already.", "\(login) 此前已被锁定。")
      case .unlock: Phrase("\(login) was not locked.", "\(login) 此前未被锁定。")
      }
    }
    return switch act {
    case .end, .endAll: Phrase("Ended \(ended.english) of \(login).", "已结束 \(login) 的 \(ended.chinese)。")
    case .lock: Phrase("Locked \(login), ended \(ended.english).", "已锁定 \(login)，结束了 \(ended.chinese)。")
    case .unlock: Phrase("Unlocked \(login).", "已解锁 \(login)。")
    }
  }
}
