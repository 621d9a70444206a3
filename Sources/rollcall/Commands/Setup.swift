import ArgumentParser
import SQLiteEngine
import SessionCore
import SessionStore

struct Setup: ParsableCommand {
  /// What was done, as a program reads it.
  struct Report: Encodable {
    let database: String
    let key: String
    /// Whether the database is new.
    let created: Bool
    /// The steps of the schema that were taken.
    let migrations: [String]
  }

  static let configuration = CommandConfiguration(
    abstract: "Make the database and its key.",
    discussion: """
      Both files are readable by their owner alone. Nothing that is there already is replaced; 'rollcall migrate' brings
      an older database up to date. A sample is a database of made-up people, on which logins may be simulated; that
      cannot be changed later.

      Example: rollcall setup --database /var/lib/rollcall/rollcall.db
      """)

  @OptionGroup var options: DatabaseOptions
  @Flag(help: "Make a sample: its people are made up.") var sample = false
  @Flag(help: "Print a JSON object.") var json = false

  func run() throws {
    let path = try options.file()
    let keyPath = try options.keyPath()
    let connection = try SQLiteConnection(path: path, mode: .create)
    let store = SQLStore(connection)
    let isNew = try store.schemaVersion() == nil
    if isNew {
      guard try connection.number("SELECT count(*) FROM sqlite_schema") == 0 else { throw Self.foreign(path) }
    } else {
      try store.requireCurrentSchema()
      if sample { throw Self.notNew(path) }
    }
    // A lost key cannot be made again: a new one would end every session without a word.
    if !isNew { _ = try KeyRing(file: keyPath) }
    if isNew { try connection.enableWriteAheadLog() }
    // Before the tables: a set-up that breaks off here can be run again.
    if isNew { try makeKey(keyPath) }
    let steps = try store.migrate()
    let service = SessionService(store: store, keys: try KeyRing(file: keyPath))
    try service.adoptKey()
    try service.requireKey()
    if sample { try service.markAsSample(by: .operator) }
    for step in steps { Narration.say(Phrase("The schema has now: \(step).", "数据库结构已包含：\(step)。")) }
    if json {
      try Output.line(try JSON.text(Report(database: path, key: keyPath, created: isNew, migrations: steps)))
    }
    Narration.say(Phrase("The database \(path) is ready.", "数据库 \(path) 已就绪。"))
  }

  /// People who are there already are real for all that we know.
  private static func notNew(_ path: String) -> CommandFailure {
    CommandFailure(
      .refused,
      Phrase(
        "\(path) is there already: only a new database can be set up as a sample.",
        "\(path) 已存在：只有新数据库才能设为示例数据库。"))
  }

  /// The tables of two programs in one file would be nobody's to migrate or to back up.
  private static func foreign(_ path: String) -> CommandFailure {
    CommandFailure(
      .refused,
      Phrase(
        "\(path) is the database of another program: name a file of its own for Rollcall.",
        "\(path) 是其他程序的数据库：请为 Rollcall 指定单独的文件。"))
  }

  private func makeKey(_ path: String) throws {
    do {
      try KeyRing(ServerKey(random: .system)).write(toNewFile: path)
    } catch {
      // A key that is there already is used, if it is one.
      guard (try? KeyRing(file: path)) != nil else { throw error }
    }
  }
}
