import SessionCore

/// What an import does, told while it does it: refused rows as they come, counts at the end. Nothing of them is kept, so
/// a million refusals take no memory.
struct ImportReport {
  private let json: Bool
  private let isDry: Bool
  private(set) var imported = 0
  private(set) var present = 0
  private(set) var refused = 0
  private(set) var passedOver = 0
  private(set) var formats = FormatCounts()

  /// - Throws: ``OutputError``.
  init(json: Bool, isDry: Bool) throws {
    self.json = json
    self.isDry = isDry
    if json { try Output.line("{\"refused\":[") }
  }

  /// How many rows were seen.
  var rows: Int { imported + present + refused + passedOver }

  mutating func pass() { passedOver += 1 }
  mutating func isPresent() { present += 1 }

  mutating func take(_ account: ImportAccount) {
    imported += 1
    formats.add(account.secret)
    guard case .absent(let absence) = account.secret else { return }
    let who = Self.who(account.id, RowRefusal.shown(account.login.text))
    Narration.say(
      Phrase(
        "line \(account.line), \(who): taken without a password. \(absence.phrase.english)",
        "第 \(account.line) 行，\(who)：已导入，但没有密码。\(absence.phrase.chinese)"))
  }

  mutating func refuse(_ refusal: RowRefusal) throws {
    let reason = refusal.reason.phrase
    if json {
      let row = JSON.object([
        ("id", Cell(refusal.id)), ("line", .number(Int64(refusal.line))), ("login", Cell(refusal.login)),
        ("reason", .text(reason.english)),
      ])
      try Output.line((refused == 0 ? "" : ",") + row)
    }
    refused += 1
    let who = Self.who(refusal.id, refusal.login)
    Narration.say(
      Phrase(
        "line \(refusal.line), \(who): not taken. \(reason.english)", "第 \(refusal.line) 行，\(who)：未导入。\(reason.chinese)"
      ))
  }

  private static func who(_ id: String?, _ login: String?) -> String {
    let parts = [id.map { "id \($0)" }, login.map { "“\($0)”" }].compactMap { $0 }
    return parts.isEmpty ? "?" : parts.joined(separator: " ")
  }
}

extension ImportReport {
  /// The counts as a program reads them, after the refused rows.
  private struct Counts: Encodable {
    let dryRun: Bool
    let imported: Int
    let present: Int
    let passedOver: Int
    let newPassword: Int
    let formats: [FormatCount]

    enum CodingKeys: String, CodingKey {
      case imported, present, formats
      case dryRun = "dry_run"
      case passedOver = "passed_over"
      case newPassword = "new_password"
    }
  }

  /// Says what was done.
  func finish() throws {
    if json {
      let counts = Counts(
        dryRun: isDry, imported: imported, present: present, passedOver: passedOver,
        newPassword: formats.withoutPassword, formats: formats.rows)
      try Output.line("]," + (try JSON.text(counts)).dropFirst())
    } else if imported > 0 {
      try formats.writeTable()
    }
    Narration.say(
      isDry
        ? Phrase(
          "Dry run, nothing was written: \(imported) to import, \(present) are there already, \(refused) cannot be taken.",
          "试运行，未写入任何内容：可导入 \(imported) 个，\(present) 个已存在，\(refused) 个无法导入。")
        : Phrase(
          "\(imported) imported, \(present) were there already, \(refused) not taken.",
          "已导入 \(imported) 个，\(present) 个此前已存在，\(refused) 个未导入。"))
    if passedOver > 0 {
      Narration.say(
        Phrase(
          "\(passedOver) rows are no person's account and were passed over.", "\(passedOver) 行不是个人账户，已略过。"))
    }
    let without = formats.withoutPassword
    if without > 0 {
      Narration.say(
        Phrase(
          "\(without) of them need an activation code before they can log in: 'rollcall users code LOGIN' makes one.",
          "其中 \(without) 个账户需要激活码才能登录：请用“rollcall users code LOGIN”生成。"))
    }
  }
}
