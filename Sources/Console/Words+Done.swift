import SessionCore

extension Words {
  /// What an act did, and what it left.
  static func done(_ act: Act, _ outcome: Outcome) -> Phrase {
    let left = left(outcome.result)
    let said = outcome.isChanged ? changed(act, outcome) : unchanged(act, outcome)
    guard !left.english.isEmpty else { return said }
    return Phrase(said.english + " " + left.english, said.chinese + left.chinese)
  }

  private static func changed(_ act: Act, _ outcome: Outcome) -> Phrase {
    let whom = act.whom
    let result = outcome.result
    let ended = sessions(outcome.ended)
    // Where something was left, there is no room for what can be done about what was not.
    let undo = left(result).english.isEmpty ? undoable : Phrase("", "")
    func take(_ english: String, _ chinese: String) -> Phrase {
      Phrase(undo.english.isEmpty ? english : english + " " + undo.english, chinese + undo.chinese)
    }
    switch act {
    case .sessions(let act, let scope):
      let count = sessions(result.count)
      let of = if case .one = scope { Phrase(" of \(whom)", "\(whom) 的 ") } else { Phrase("", "") }
      switch act {
      case .end: return take("Ended \(count.english)\(of.english).", "已结束 \(of.chinese)\(count.chinese)。")
      case .expire: return take("Timed out \(count.english)\(of.english).", "已使 \(of.chinese)\(count.chinese)超时。")
      case .extend: return take("Extended \(count.english)\(of.english).", "已延长 \(of.chinese)\(count.chinese)。")
      }
    case .users(let act, let scope):
      let who = scope.isOne ? Phrase(whom, whom) : users(CappedCount(exactly: result.count))
      switch act {
      case .endAll: return take("Ended \(ended.english) of \(who.english).", "已结束 \(who.chinese) 的 \(ended.chinese)。")
      case .lock:
        return take("Locked \(who.english), ended \(ended.english).", "已锁定 \(who.chinese)，结束了 \(ended.chinese)。")
      case .unlock: return Phrase("Unlocked \(who.english).", "已解锁 \(who.chinese)。")
      case .forgive: return Phrase("Forgot the failed logins of \(who.english).", "已清除 \(who.chinese) 的登录失败记录。")
      }
    case .endEverybody: return take("Logged everybody out: \(ended.english).", "已结束所有人的 \(ended.chinese)。")
    case .forgiveNetwork: return Phrase("Forgot the failed logins of \(whom).", "已清除 \(whom) 的登录失败记录。")
    case .giveCode: return Phrase("Gave out a one-time code for \(whom).", "已为 \(whom) 发放一次性代码。")
    case .remove: return take("Removed \(whom), ended \(ended.english).", "已删除 \(whom)，结束了 \(ended.chinese)。")
    case .addUser: return Phrase("Added \(whom).", "已添加 \(whom)。")
    }
  }

  private static func unchanged(_ act: Act, _ outcome: Outcome) -> Phrase {
    let whom = act.whom
    // What was left says why.
    if !outcome.result.changed.isEmpty || outcome.result.isStopped { return nothingDone }
    if outcome.result.gone > 0, act.isOfOneUser { return noUser(whom) }
    return switch act {
    case .sessions(.extend, _) where outcome.result.unchanged > 0:
      Phrase("Nothing to extend: it lasts as long as it can.", "无需延长：已是最长。")
    case .sessions, .users(.endAll, _), .endEverybody:
      Phrase("Nothing to end: it had ended already.", "无需结束：此前已经结束。")
    case .users(.lock, let scope):
      scope.isOne ? Phrase("\(whom) was locked already.", "\(whom) 此前已被锁定。") : nothingDone
    case .users(.unlock, let scope):
      scope.isOne ? Phrase("\(whom) was not locked.", "\(whom) 此前未被锁定。") : nothingDone
    case .users(.forgive, let scope): scope.isOne ? nothingToForgive(whom) : nothingDone
    case .forgiveNetwork: nothingToForgive(whom)
    case .giveCode, .remove: noUser(whom)
    case .addUser: nothingDone
    }
  }

  /// That the user of an act was removed meanwhile.
  static func noUser(_ login: String) -> Phrase {
    Phrase("There is no user \(login) any more.", "用户 \(login) 已不存在。")
  }

  /// What an act left, and why.
  private static func left(_ result: ActResult) -> Phrase {
    var english: [String] = []
    var chinese: [String] = []
    func add(_ phrase: Phrase) {
      english.append(phrase.english)
      chinese.append(phrase.chinese)
    }
    if result.isStopped { add(Phrase("Stopped: the others are as they were.", "已停止：其余未改动。")) }
    if !result.changed.isEmpty { add(changedSince(result.changed, isAsked: false)) }
    if result.count > 0, result.gone > 0 { add(hadEnded(result.gone)) }
    if result.own > 0 { add(Phrase("Left yours: \(result.own).", "保留你自己的 \(result.own) 个。")) }
    return Phrase(english.joined(separator: " "), chinese.joined())
  }

  /// Who changed since they were looked at.
  static func changedSince(_ logins: [String], isAsked: Bool) -> Phrase {
    let some = logins.prefix(3).joined(separator: ", ") + (logins.count > 3 ? ", …" : "")
    let chinese = logins.prefix(3).joined(separator: "、") + (logins.count > 3 ? "…" : "")
    return logins.count == 1
      ? Phrase(
        "\(some) changed since you looked\(isAsked ? ": it is left." : " and was left.")",
        "\(chinese) 在你查看之后有变化，\(isAsked ? "将保留" : "已保留")。")
      : Phrase(
        "\(logins.count) changed since you looked (\(some))\(isAsked ? ": they are left." : " and were left.")",
        "\(logins.count) 个在你查看之后有变化（\(chinese)），\(isAsked ? "将保留" : "已保留")。")
  }

  static func hadEnded(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 had ended already." : "\(count) had ended already.", "\(count) 个此前已结束。")
  }
}
