import ArgumentParser
import SQLiteEngine
import SessionCore

extension ImportKind: ExpressibleByArgument {}
extension DigestFormat.Function: ExpressibleByArgument {}
extension DigestFormat.SaltSide: ExpressibleByArgument {}

struct ImportUsers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take accounts over from another system.",
    discussion: """
      What the file may be:

        user-man  a dump of user_man(id, login_name, password, session) by mysqldump
        csv       a table as RFC 4180 has it
        tsv       a table as 'mysql --batch' and PostgreSQL's COPY write it
        htpasswd  Apache's password file
        shadow    lines as in /etc/shadow; accounts that no password was ever set for
                  are passed over, locked ones come locked
        django    the table auth_user as CSV, or by 'manage.py dumpdata auth.user'
        json      by 'rollcall users export --format json --with-hashes'

      The first row of a table names its columns. --map says which one is for what, by name or by number from 1: \
      login, password or hash, salt, id, created, changed, last-login, state. What it leaves out is found by its usual \
      name.

      Passwords in clear are hashed now, and weak hashes wrapped in Argon2id, so that nothing weak is stored. Strong \
      hashes are kept, and replaced at their users' first login. A hash that is not known, damaged, or too costly to \
      check is not kept: the account is made, and its user needs a one-time code.

      Rows that are not taken are named on standard error, each with its reason; the counts stand on standard output. \
      An import can be stopped and run again: users that are there already are left as they are. --dry-run reads \
      everything and writes nothing.

      Exit status: 0 done, also when rows were refused, unless --strict is given; 1 there was nothing to take; 3 \
      refused rows with --strict, or a file that cannot be read or breaks off: what was read before is kept.

      Example: rollcall users import --from user-man user_man.sql
      Example: rollcall users import --from csv --map login=mail,hash=pw members.csv
      Example: rollcall users import --from tsv - < members.tsv
      """)

  @OptionGroup var options: DatabaseOptions
  @Option(help: "What the file is.") var from: ImportKind
  @Option(help: ArgumentHelp("Which column is for what; may be given again.", valueName: "name=column,…"))
  var map: [String] = []
  @Flag(help: "The first row is an account: columns have numbers, from 1.") var noHeader = false
  @Option(help: "What hashes are that do not say it themselves; plain: passwords in clear, whatever they look like.")
  var hashFormat = DigestFormat.Function.auto
  @Option(help: "On which side of the password the salt of --map salt=COLUMN was.")
  var salt: DigestFormat.SaltSide = .left
  @Flag(help: "Write nothing; count by format and name the rows that would be refused.") var dryRun = false
  @Flag(help: "Exit with status 3 if any row was refused.") var strict = false
  @Flag(help: "Print a JSON object with the counts and the refused rows.") var json = false
  @Argument(help: "The file; - for standard input.") var file: String

  func run() throws {
    // Signals wait while a batch is written, and take effect once the database is closed.
    let signals = StopSignals()
    try take()
    _ = consume signals
  }

  private func take() throws {
    let map = try ColumnMap(map)
    let digests = DigestFormat(function: hashFormat, saltSide: salt)
    let input = try InputFile(path: file, isStopped: StopSignals.isAsked)
    // Parts of logins and the log's entries go all over their indexes.
    let service = try options.service(readOnly: dryRun) { try ($0 as? SQLiteConnection)?.prepareForBulk() }
    var run = ImportRun(
      service: service, kind: from, report: try ImportReport(json: json, isDry: dryRun), isDry: dryRun, size: input.size
    )
    let builder = AccountBuilder(digests: digests, now: service.clock.now())
    var reader = AnyReader(from, input, map: map, hasHeader: !noHeader, builder: builder)
    do { try run.take(all: &reader, isStopped: StopSignals.isAsked) } catch {
      // What was taken before is kept, and told of: the sentence after it says where it broke off.
      try run.report.finish()
      guard error as? ImportError == .stopped else { throw error }
      return Narration.say(
        Phrase(
          "Stopped in line \(reader.line). Run the same again to go on.", "在第 \(reader.line) 行停止。再次运行即可继续。"))
    }
    try run.report.finish()
    try judge(run.report)
  }

  /// What the exit status says.
  private func judge(_ report: ImportReport) throws {
    if report.imported + report.present == 0 {
      throw CommandFailure(.nothingMatched, Phrase("There was no account to take over.", "没有可导入的账户。"))
    }
    if strict, report.refused > 0 {
      throw CommandFailure(
        .refused, Phrase("\(report.refused) rows were not taken (--strict).", "\(report.refused) 行未导入（--strict）。"))
    }
  }
}
