import ArgumentParser
import SessionCore

struct Users: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who may log in.", discussion: "Example: rollcall users list --filter state:locked --csv",
    subcommands: [
      AddUser.self, ListUsers.self, LockUser.self, UnlockUser.self, RemoveUser.self, GiveCode.self, SetPassword.self,
      LimitUser.self, ImportUsers.self, ExportUsers.self,
    ])
}

/// What an act on a user did, as a program reads it.
struct ActReport: Encodable {
  let login: String
  let id: Int64
  let changed: Bool
  /// How many sessions ended; absent where the act ends none.
  let ended: Int?
  /// What 'sessions restore' takes; null when nothing was done, and for what cannot be taken back.
  @OrNull var act: String?
}

/// What acts on one user are about.
struct UserActOptions: ParsableArguments {
  @OptionGroup var options: DatabaseOptions
  @Argument(help: "The login.") var login: String
  @Option(help: "Why; kept in the audit log.") var reason = ""
  @Flag(help: "Print a JSON object.") var json = false

  /// Says what was done and what takes it back, and prints it for programs.
  func report(_ user: User, changed: Bool, ended: Int?, act: DoneAct.ID?, said: Phrase) throws {
    // First of all: whatever becomes of the report, it is said what was done.
    if changed || ended ?? 0 > 0 { Narration.say(said) }
    if let act { Narration.sayHowToRestore(act) }
    guard json else { return }
    let report = ActReport(
      login: user.login.text, id: user.id.rawValue, changed: changed, ended: ended, act: act?.description)
    try Output.line(try JSON.text(report))
  }
}
