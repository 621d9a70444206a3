import ArgumentParser
import SessionCore
import SessionStore

struct MoveDatabase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move everything to another database, with a short pause of logins.",
    discussion: """
      First everything is copied while logins go on, then what has changed meanwhile. Then the source takes no changes any
      more: who is logged in goes on, and whoever logs in or out is asked to wait. The rest is copied, and both are
      compared, row by row. At the end it says what to write into the configuration; --finish then takes the source out of
      use and puts the target to use. Cookies, one-time codes and the audit log stay good, because the key stays the same.

      Whatever breaks it off, run it again: it goes on where it stopped. --abandon lets the source take changes again.

      Example: rollcall move --to /srv/rollcall/rollcall.db
      Example: rollcall move --to /srv/rollcall/rollcall.db --finish --yes
      """)

  @Option(help: ArgumentHelp("The database to move; the one of the configuration unless given.", valueName: "database"))
  var from: String?
  @Option(help: ArgumentHelp("The database to move it to: an empty one.", valueName: "database")) var to: String?
  @Flag(help: "Copy what is there while logins go on, and stop before the pause.") var copyOnly = false
  @Flag(help: "Take the source out of use at the end, and put the target to use.") var finish = false
  @Flag(help: "Give up: let the source take changes again.") var abandon = false
  @Flag(help: "Say what would be done, and do nothing.") var dryRun = false
  @Flag(help: "Do not ask.") var yes = false
  @OptionGroup var options: DatabaseOptions
  @OptionGroup var format: OutputFormat

  func validate() throws {
    guard [copyOnly, finish, abandon].filter({ $0 }).count <= 1 else {
      throw ValidationError("Give one of --copy-only, --finish and --abandon.")
    }
    guard (to == nil) == abandon else {
      throw ValidationError(
        abandon ? "--abandon is about the source alone: leave --to out." : "Where to? Give --to DATABASE.")
    }
  }

  func run() throws {
    let source = try from.map { try DatabaseAddress($0) } ?? options.address()
    let keys = try MoveKeys(options, from: source, to: to.map { try DatabaseAddress($0) })
    guard let to else { return try MoveAbandoning(source: source, keys: keys).run(format, isDryRun: dryRun) }
    let places = MovePlaces(source: source, target: try DatabaseAddress(to))
    if dryRun { return try MovePlan(places: places, keys: keys).write(format) }
    var run = try MoveRun(places: places, keys: keys, goal: copyOnly ? .copy : finish ? .finish : .equal, asks: !yes)
    try run.run()
    try run.report.write(format)
    run.sayWhatNow()
  }
}
