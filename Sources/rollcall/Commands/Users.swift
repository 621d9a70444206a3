import ArgumentParser
import SessionCore

struct Users: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who may log in.", discussion: "Example: rollcall users list --filter state:locked --csv",
    subcommands: [AddUser.self, ListUsers.self, LockUser.self, UnlockUser.self, ImportUsers.self])
}

/// What an act on a user did, as a program reads it.
struct ActReport: Encodable {
  let login: String
  let id: Int64
  let changed: Bool
  /// How many sessions ended; absent where the act ends none.
  let ended: Int?
}

struct AddUser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make a user.",
    discussion: """
      Asks for the password on the terminal, or reads one line of standard input. It needs 15 characters.

      Example: rollcall users add alice
      """)

  @OptionGroup var options: DatabaseOptions
  @Argument(help: "The login.") var login: String
  @Flag(help: "Read the password from standard input.") var passwordStdin = false
  @Flag(help: "Print a JSON object.") var json = false

  func run() throws {
    let login = try Login(login)
    let service = try options.service()
    let text =
      passwordStdin
      ? try PasswordInput.fromStandardInput()
      : try PasswordInput.ask(Phrase("New password:", "新密码："), twice: Phrase("Once more:", "再次输入："))
    let id = try service.addUser(login, password: try Password(text), by: .operator)
    if json { try Output.line(try JSON.text(ActReport(login: login.text, id: id.rawValue, changed: true, ended: nil))) }
    Narration.say(Phrase("Added \(login.text).", "已添加 \(login.text)。"))
  }
}

struct ListUsers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List users by login.",
    discussion: "Example: rollcall users list --filter state:locked")

  @OptionGroup var options: DatabaseOptions
  @Option(help: "Which: user:PREFIX, state:active, state:locked, or a part of the login.") var filter = ""
  @OptionGroup var format: OutputFormat

  func run() throws {
    let filter = try UserFilter(text: filter)
    let service = try options.service()
    var table = TableWriter(Column.users, format)
    var last: String?
    while true {
      let page = try service.store.users(filter, from: last, .after, limit: 500, at: service.clock.now())
      for listing in page { try table.add(listing) }
      guard let end = page.last else { break }
      last = end.user.login.key
    }
    try table.finish()
    if table.count == 0 { throw CommandFailure(.nothingMatched, Phrase("No user matches.", "没有符合的用户。")) }
  }
}

/// What locking and unlocking are about.
struct UserActOptions: ParsableArguments {
  @OptionGroup var options: DatabaseOptions
  @Argument(help: "The login.") var login: String
  @Option(help: "Why; kept in the audit log.") var reason = ""
  @Flag(help: "Print a JSON object.") var json = false

  func report(_ user: User, changed: Bool, ended: Int?) throws {
    guard json else { return }
    let report = ActReport(login: user.login.text, id: user.id.rawValue, changed: changed, ended: ended)
    try Output.line(try JSON.text(report))
  }
}

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
