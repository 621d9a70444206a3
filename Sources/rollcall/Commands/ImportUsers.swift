import ArgumentParser
import SQLiteEngine
import SessionCore

struct ImportUsers: ParsableCommand {
  /// Where accounts can come from.
  enum Source: String, ExpressibleByArgument, CaseIterable {
    case userMan = "user-man"
  }

  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take accounts over from a legacy table.",
    discussion: """
      user-man is a dump of the table user_man(id, login_name, password, session) as mysqldump writes it. Each password
      is hashed; neither it nor the old session is stored. Rows that are not taken are named on standard error, each with
      its reason. It can be stopped and run again: users that are there already are left as they are.

      Example: rollcall users import --from user-man user_man.sql
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "What the file is.") var from: Source
  @Argument(help: "The dump; - for standard input.") var file: String
  @Flag(help: "Print a JSON object with the counts and the refused rows.") var json = false

  func run() throws {
    let source = try DumpFile(path: file)
    let service = try options.service()
    var run = ImportRun(service: service)
    var reader = UserManReader { () throws(DumpError) in try source.next() }
    do {
      while let row = try reader.next() { try run.take(row) }
    } catch {
      // What was taken before is kept, and told of: the sentence after it says where it broke off.
      try run.finish(json: json)
      throw error
    }
    try run.finish(json: json)
    if run.report.imported + run.report.present == 0 {
      throw CommandFailure(.nothingMatched, Phrase("No account was taken over.", "没有导入任何账户。"))
    }
  }
}

/// An import as it goes on: what was taken, what was there, what was refused.
struct ImportRun {
  struct Report: Encodable {
    struct Refusal: Encodable {
      let line: Int
      let id: String?
      let login: String?
      let reason: String
    }
    var imported = 0
    var present = 0
    var refused: [Refusal] = []
  }

  let service: SessionService
  private(set) var report = Report()

  init(service: SessionService) { self.service = service }

  mutating func take(_ row: UserManRow) throws {
    switch row {
    case .refused(let refusal): refuse(refusal)
    case .account(let account):
      let reason = "user_man" + (account.id.map { " id \($0)" } ?? "")
      do {
        try service.importUser(account.login, password: account.password, by: .operator, reason: reason)
        report.imported += 1
      } catch UserError.exists(let other) {
        // The same login to the letter is this account from an earlier run; another spelling is another person.
        if other.text == account.login.text {
          report.present += 1
        } else {
          refuse(account.refused(.exists(UserManRefusal.shown(other.text))))
        }
      }
    }
    if Narration.isWatched { Narration.rewrite("\(report.imported) imported, \(report.refused.count) refused") }
  }

  private mutating func refuse(_ refusal: UserManRefusal) {
    let reason = refusal.reason.phrase
    report.refused.append(
      Report.Refusal(line: refusal.line, id: refusal.id, login: refusal.login, reason: reason.english))
    if Narration.isWatched { Narration.rewrite("") }
    let who = [refusal.id.map { "id \($0)" }, refusal.login.map { "“\($0)”" }].compactMap { $0 }.joined(separator: " ")
    Narration.say(
      Phrase(
        "line \(refusal.line), \(who): not taken. \(reason.english)", "第 \(refusal.line) 行，\(who)：未导入。\(reason.chinese)"
      ))
  }

  /// Says what was done.
  func finish(json: Bool) throws {
    if Narration.isWatched { Narration.rewrite("") }
    Narration.say(
      Phrase(
        "\(report.imported) imported, \(report.present) were there already, \(report.refused.count) not taken.",
        "已导入 \(report.imported) 个，\(report.present) 个此前已存在，\(report.refused.count) 个未导入。"))
    if json { try Output.line(try JSON.text(report)) }
  }
}
