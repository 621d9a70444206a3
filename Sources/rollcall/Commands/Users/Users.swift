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
}

/// What acts on one user are about.
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
