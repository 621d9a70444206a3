import ArgumentParser
import Glibc
import SessionCore
import SessionStore

/// Which database, which key and which configuration: the same for every command.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database: a path, sqlite:PATH, or mariadb://USER@HOST/DATABASE. Without it, ROLLCALL_DATABASE.",
      valueName: "address"))
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
          "Which database? Give --database ADDRESS, set ROLLCALL_DATABASE, or write it into a configuration file.",
          "请指定数据库：使用 --database 地址、设置 ROLLCALL_DATABASE，或写入配置文件。"))
    }
    return try DatabaseAddress(address.text)
  }

  /// The key file's path.
  func keyPath() throws -> String { try configuration()[.key] ?? address().keyPath }

  /// The operations over the database, which must be set up; `prepare` is given its connection first. A
  /// server may take `patience` seconds for an answer, where that is more than usual.
  func service(
    readOnly: Bool = false, patience: Int = 0, prepare: (any Connection) throws -> Void = { _ in }
  ) throws -> SessionService {
    let connection = try address().answering(within: patience).connect(readOnly ? .readOnly : .readWrite)
    try prepare(connection)
    let store = SQLStore(connection)
    try store.requireCurrentSchema()
    if !readOnly { try makeGateFile() }
    let environment = try configuration().environment
    let service = try SessionService(store: store, of: address(), setting: { environment[$0] })
    try service.requireKey()
    return service
  }

  /// Makes the gate's file, when it is missing, one of the owner of what stands beside it.
  func makeGateFile() throws {
    let database = try address()
    if case .sqlite(let path) = database {
      try gate().makeFile(forOwnerOf: path)
    } else {
      try gate().makeFile(forOwnerOf: keyPath(), isForGroup: true)
    }
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
    // It is in nobody's command line, and a child's environment is its user's alone to read.
    environment[MariaDBAddress.passwordVariable] = Self.environment(MariaDBAddress.passwordVariable)
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
