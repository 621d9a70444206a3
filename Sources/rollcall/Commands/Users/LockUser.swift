import ArgumentParser
import SessionCore

struct LockUser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Lock a user and end their sessions.",
    discussion: """
      It can be taken back for 5 minutes: the sessions live again then. 'rollcall users unlock' lets the user in again at
      any time.

      Example: rollcall users lock bob --reason 'left the company'
      """)

  @OptionGroup var act: UserActOptions

  func run() throws {
    let service = try act.options.service()
    let user = try service.user(login: act.login)
    let login = user.login.text
    let done = try service.perform(
      .lock, on: .listed([UserLook(id: user.id, login: login)]), by: .operator, reason: act.reason)
    try act.report(
      user, changed: done.hasChangedState, ended: done.ended, act: done.act,
      said: Phrase(
        "Locked \(login), ended \(done.ended.counted("session")).", "已锁定 \(login)，结束了 \(done.ended) 个会话。"))
    guard done.act != nil else {
      throw CommandFailure(.nothingMatched, Phrase("\(login) was locked already.", "\(login) 此前已被锁定。"))
    }
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
    let login = user.login.text
    let done = try service.perform(
      .unlock, on: .listed([UserLook(id: user.id, login: login)]), by: .operator, reason: act.reason)
    try act.report(
      user, changed: done.act != nil, ended: nil, act: done.act,
      said: Phrase("Unlocked \(login).", "已解锁 \(login)。"))
    guard done.act != nil else {
      throw CommandFailure(.nothingMatched, Phrase("\(login) was not locked.", "\(login) 此前未被锁定。"))
    }
  }
}

struct RemoveUser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a user and end their sessions.",
    discussion: """
      It can be taken back for 5 minutes: the user is there again then, with password and sessions. The audit log keeps what
      the user did. 'rollcall users lock' keeps a user out who may come back.

      Example: rollcall users remove bob --reason 'asked for it' --yes
      """)

  @OptionGroup var act: UserActOptions
  @Flag(help: "Do not ask.") var yes = false

  func run() throws {
    let service = try act.options.service()
    let user = try service.user(login: act.login)
    let login = user.login.text
    if !yes {
      try Confirmation.ask(Phrase("Remove \(login) and end their sessions?", "删除 \(login) 并结束其会话？"))
    }
    let done = service.newAct(.remove, by: .operator, reason: act.reason, subject: login)
    let ended = try service.remove(user, by: .operator, reason: act.reason, as: done)
    try act.report(
      user, changed: true, ended: ended, act: done.id,
      said: Phrase("Removed \(login), ended \(ended.counted("session")).", "已删除 \(login)，结束了 \(ended) 个会话。"))
  }
}
