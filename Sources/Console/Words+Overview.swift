import SessionCore

extension Words {
  static let nothingYet = Phrase("Nobody is logged in, and nobody has tried to.", "无人登录，也没有人尝试登录。")
  static let spanHint = Phrase("  < > other lengths", "  < > 其他时长")
  static let noBars = Phrase("none", "无")
  static let noRowsBehind = Phrase("There are no rows behind this bar.", "此条目没有对应的行。")
  static let otherClients = Phrase("others", "其他")
  static let liveUnknown = Phrase("too many to count back", "数量过多，无法回算")
  static func asOf(_ time: String) -> Phrase { Phrase("as of \(time)", "截至 \(time)") }

  static func panel(_ panel: OverviewPanel) -> Phrase {
    switch panel {
    case .live: Phrase("Live sessions", "在线会话")
    case .logins: Phrase("Logins and failures", "登录与失败")
    case .ends: Phrase("They end in", "剩余时间")
    case .addresses: Phrase("They come from", "来源地址")
    case .clients: Phrase("They use", "客户端")
    }
  }
  static func logins(_ words: Phrase) -> Phrase { Phrase("logins \(words.english)", "登录 \(words.chinese)") }
  static func failures(_ words: Phrase) -> Phrase { Phrase("failures \(words.english)", "失败 \(words.chinese)") }
  static func short(_ ends: Overview.Ends) -> Phrase {
    switch (ends.from, ends.to) {
    case (nil, let to?): Phrase("<\(to.setting)", "<\(to.setting)")
    case (let from?, let to?): Phrase("\(from.setting)–\(to.setting)", "\(from.setting)–\(to.setting)")
    case (let from?, nil): Phrase(">\(from.setting)", ">\(from.setting)")
    case (nil, nil): Words.noFilter
    }
  }

  // The chosen bar.
  static func slot(_ start: String, _ end: String) -> Phrase { Phrase("\(start) to \(end)", "\(start) 至 \(end)") }
  static func liveThen(_ count: Int) -> Phrase { Phrase("\(count) live", "\(count) 在线") }
  static func loginCount(_ count: CappedCount) -> Phrase {
    Phrase(count.value == 1 && !count.isCapped ? "1 login" : "\(count.text) logins", "\(count.text) 次登录")
  }
  static func failureCount(_ count: CappedCount) -> Phrase {
    Phrase(count.value == 1 && !count.isCapped ? "1 failure" : "\(count.text) failures", "\(count.text) 次失败")
  }
  static func endingThen(_ ends: Overview.Ends) -> Phrase {
    let one = ends.count.value == 1 && !ends.count.isCapped
    return Phrase(
      "\(ends.count.text) \(one ? "session ends" : "sessions end") \(ends.words.english) if nothing happens",
      "若无操作，\(ends.count.text) 个会话在 \(ends.words.chinese)结束")
  }
  static func sessionsOf(_ count: Int, _ ranked: CappedCount) -> Phrase {
    let english = count == 1 ? "1 session" : "\(count) sessions"
    return ranked.isCapped
      ? Phrase("\(english) of the \(ranked.value) seen last", "最近访问的 \(ranked.value) 个会话中有 \(count) 个")
      : Phrase("\(english) of \(ranked.value)", "\(ranked.value) 个会话中有 \(count) 个")
  }
  static func enterShows(_ view: ViewID) -> Phrase {
    let name = Words.view(view)
    return Phrase("\(key(.open)) opens \(name.english)", "按 \(key(.open)) 打开“\(name.chinese)”")
  }
}
