import SessionCore

extension Words {
  static let oneAtATime = Phrase(
    "That is done to one user at a time: unmark first (Esc).", "此操作一次只能针对一个用户：请先取消标记（Esc）。")
  static let endAllOfAll = Phrase(
    "All that match are marked: \(key(.end)) ends them, \(key(.endEverybody)) ends everybody.",
    "已标记全部匹配项：\(key(.end)) 结束它们，\(key(.endEverybody)) 结束所有人。")
  static let goToUsers = Phrase(
    "Mark users in view \(key(.users)) for that.", "请在视图 \(key(.users)) 中标记用户再执行。")

  static func matchNow(_ filter: String) -> Phrase { Phrase("They match  \(filter)  now.", "现在符合：\(filter)") }
  static let allOfThem = Phrase("all", "全部")

  /// That some of the sessions are the operator's own.
  static func own(_ count: Int, of all: Int?, _ actor: Actor, endsOwn: Bool, canSpare: Bool) -> Phrase {
    let who = actor.address.isEmpty ? actor.summary : "\(actor.name), \(actor.address)"
    let subject =
      all == count
      ? (count == 1
        ? Phrase("It is yours (\(who))", "它是你自己的（\(who)）") : Phrase("All are yours (\(who))", "全是你自己的（\(who)）"))
      : count == 1
        ? Phrase("One is yours (\(who))", "其中 1 个是你的（\(who)）")
        : Phrase("\(count) are yours (\(who))", "其中 \(count) 个是你的（\(who)）")
    if endsOwn || !canSpare { return Phrase(subject.english + ".", subject.chinese + "。") }
    return Phrase(
      subject.english + ": left out.", subject.chinese + "，将保留。")
  }
  static let endMine = Phrase("end mine too", "也结束我的")

  static func progress(_ done: Int, of all: CappedCount?) -> Phrase {
    all.map { Phrase("\(done) of \($0.text)", "\(done) / \($0.text)") } ?? Phrase("\(done)", "\(done)")
  }
  static let escStops = Phrase("Esc stop", "Esc 停止")
  static let stopping = Phrase("Stopping…", "正在停止…")

  // Adding a user.
  static let loginLabel = Phrase("Login", "登录名")
  static let loginHint = Phrase("type it, then Enter", "输入后按 Enter")
}
