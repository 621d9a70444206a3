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
      an older database up to date. On MariaDB the database is there already and empty; its tables are made, and the key
      file where the address says. A sample is a database of made-up people, on which logins may be simulated; that
      cannot be changed later.

      Example: rollcall setup --database /var/lib/rollcall/rollcall.db
      Example: rollcall setup --database 'mariadb://web@db/site?key-file=/etc/key'
      """)

  @OptionGroup var options: DatabaseOptions
  @Flag(help: "Make a sample: its people are made up.") var sample = false
  @Flag(help: "Print a JSON object.") var json = false
  @OptionGroup(title: "Accounts on a server") var grants: GrantOptions

  func run() throws {
    let database = try options.address()
    guard !grants.printGrants else { return try grants.run(for: database) }
    let keyPath = try options.keyPath()
    let connection = try database.connect(.setUp)
    let store = SQLStore(connection)
    let isNew = try store.schemaVersion() == nil
    if isNew {
      guard try connection.isOurs() else { throw Self.foreign(database) }
    } else {
      try store.requireCurrentSchema()
      if sample { throw Self.notNew(database) }
    }
    // A lost key cannot be made again: a new one would end every session without a word.
    if !isNew { _ = try KeyRing(file: keyPath) }
    if isNew { try (connection as? SQLiteConnection)?.enableWriteAheadLog() }
    // Before the tables: a set-up that breaks off here can be run again.
    if isNew { try makeKey(keyPath) }
    let steps = try store.migrate()
    try options.makeGateFile()
    let service = SessionService(store: store, keys: try KeyRing(file: keyPath))
    try service.adoptKey()
    try service.requireKey()
    if sample { try service.markAsSample(by: .operator) }
    for step in steps { Narration.say(Phrase("The schema has now: \(step).", "数据库结构已包含：\(step)。")) }
    if json {
      try Output.line(try JSON.text(Report(database: database.name, key: keyPath, created: isNew, migrations: steps)))
    }
    Narration.say(Phrase("The database \(database.name) is ready.", "数据库 \(database.name) 已就绪。"))
  }

  /// People who are there already are real for all that we know.
  private static func notNew(_ database: DatabaseAddress) -> CommandFailure {
    CommandFailure(
      .refused,
      Phrase(
        "\(database.name) is there already: only a new database can be set up as a sample.",
        "\(database.name) 已存在：只有新数据库才能设为示例数据库。"))
  }

  /// The tables of two programs in one database would be nobody's to migrate or to back up.
  private static func foreign(_ database: DatabaseAddress) -> CommandFailure {
    let name = database.name
    guard case .sqlite = database else {
      return CommandFailure(
        .refused,
        Phrase(
          "\(name) is the database of another program: name an empty one for Rollcall (CREATE DATABASE).",
          "\(name) 是其他程序的数据库：请为 Rollcall 指定一个空数据库（CREATE DATABASE）。"))
    }
    return CommandFailure(
      .refused,
      Phrase(
        "\(name) is the database of another program: name a file of its own for Rollcall.",
        "\(name) 是其他程序的数据库：请为 Rollcall 指定单独的文件。"))
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

extension Connection {
  /// Whether nothing is in the database that is not of a set-up that broke off.
  fileprivate func isOurs() throws -> Bool {
    if dialect == .sqlite { return try number("SELECT count(*) FROM sqlite_schema") == 0 }
    // On a server each table is made by itself, the one of versions first.
    let tables = try number("SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE()")
    return try tables == 0 || hasTable("schema_version")
  }
}
