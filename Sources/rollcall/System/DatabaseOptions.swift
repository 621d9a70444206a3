import ArgumentParser
import Glibc
import SQLiteEngine
import SessionCore
import SessionStore

/// Which database, which key and which configuration: the same for every command.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database: a path, or sqlite:PATH. Without it, ROLLCALL_DATABASE.", valueName: "path"))
  var database: String?
  @OptionGroup var settings: ConfigurationOptions

  /// All that is set in the environment and in the file.
  func configuration() throws(ConfigurationError) -> Configuration { try settings.configuration() }

  /// Where the database is.
  func address() throws -> DatabaseAddress {
    guard let address = try configuration().value(of: .database, option: database) else {
      throw CommandFailure(
        .usage,
        Phrase(
          "Which database? Give --database PATH, set ROLLCALL_DATABASE, or write it into a configuration file.",
          "请指定数据库：使用 --database PATH、设置 ROLLCALL_DATABASE，或写入配置文件。"))
    }
    return try DatabaseAddress(address.text)
  }

  /// The path of an SQLite database's file.
  func file() throws -> String { try address().file(for: "rollcall", else: "a newer rollcall") }

  /// The key file's path.
  func keyPath() throws -> String { try configuration()[.key] ?? address().keyPath }

  /// The operations over the database, which must be set up; `prepare` is given its connection first.
  func service(readOnly: Bool = false, prepare: (SQLiteConnection) throws -> Void = { _ in }) throws -> SessionService {
    let connection = try SQLiteConnection(path: file(), mode: readOnly ? .readOnly : .readWrite)
    try prepare(connection)
    let store = SQLStore(connection)
    try store.requireCurrentSchema()
    if !readOnly { try gate().makeFile(forOwnerOf: file()) }
    let environment = try configuration().environment
    let service = try SessionService(store: store, of: address(), setting: { environment[$0] })
    try service.requireKey()
    return service
  }

  /// What bounds how many passwords are hashed at once.
  func gate() throws -> HashGate {
    let environment = try configuration().environment
    return try HashGate(of: address(), setting: { environment[$0] })
  }

  /// What a CGI program needs in its environment to work on the same database with the same settings.
  func environmentForChildren() throws -> [String: String] {
    var environment = try configuration().environment
    environment[Configuration.Setting.database.variable] = try address().text
    environment[Configuration.Setting.key.variable] = try keyPath()
    return environment
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}

/// Which configuration file.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration file. Without it, ROLLCALL_CONFIG, else \(ConfigurationFile.standardPath).",
      valueName: "file"))
  var config: String?

  /// All that is set in the environment and in the file.
  func configuration() throws(ConfigurationError) -> Configuration {
    try Configuration(file: config, environment: DatabaseOptions.environment)
  }
}
