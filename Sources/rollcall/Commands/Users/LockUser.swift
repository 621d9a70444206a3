import ArgumentParser
import SessionCore

struct LockUser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Lock a user and end their sessions.",
    discussion: "Example: rollcall users lock bob --reason 'left the company'")

  @OptionGroup var act: UserActOptions

  func run() throws {
    let service = try act.options.service()
    let user = try service.user(login: act.login)
    let done = try service.lock(user.id, by: .operator, reason: act.reason)
    try act.report(user, changed: done.changed, ended: done.ended)
    let login = user.login.text
    guard done.changed || done.ended > 0 else {
      throw CommandFailure(.nothingMatched, Phrase("\(login) was locked already.", "\(login) 此前已被锁定。"))
    }
    let sessions = done.ended == 1 ? "1 session" : "\(done.ended) sessions"
    Narration.say(Phrase("Locked \(login), ended \(sessions).", "已锁定 \(login)，结束了 \(done.ended) 个会话。"))
  }
}

struct UnlockUser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock", abstract: "Unlock a user. Ended sessions stay ended.",
    discussion: "Example: rollcall users unlock bob")

  @OptionGroup var act: UserActOptions

  func run() throws {
    let service = try act.options.service()
    let user = try service.user(login: act.login)
    let changed = try service.unlock(user.id, by: .operator, reason: act.reason)
    try act.report(user, changed: changed, ended: nil)
    let login = user.login.text
    guard changed else {
      throw CommandFailure(.nothingMatched, Phrase("\(login) was not locked.", "\(login) 此前未被锁定。"))
    }
    Narration.say(Phrase("Unlocked \(login).", "已解锁 \(login)。"))
  }
}

struct RemoveUser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a user and end their sessions.",
    discussion: """
      For 5 minutes the console's H brings the user back; after that nothing does. The audit log keeps what the user did.

      Example: rollcall users remove bob --reason 'asked for it' --yes
      """)

  @OptionGroup var act: UserActOptions
  @Flag(help: "Do not ask.") var yes = false

  func run() throws {
    let service = try act.options.service()
    let user = try service.user(login: act.login)
    let login = user.login.text
    if !yes { try Confirmation.ask(Phrase("Remove \(login)?", "删除 \(login)？")) }
    let ended = try service.remove(user, by: .operator, reason: act.reason)
    try act.report(user, changed: true, ended: ended)
    Narration.say(Phrase("Removed \(login), ended \(ended) sessions.", "已删除 \(login)，结束了 \(ended) 个会话。"))
  }
}
