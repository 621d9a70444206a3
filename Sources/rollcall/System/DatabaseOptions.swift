import ArgumentParser
import Glibc
import SQLiteEngine
import SessionCore
import SessionStore

/// Which database and which key: the same for every command.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database: a path, or sqlite:PATH. Without it, ROLLCALL_DATABASE.", valueName: "path"))
  var database: String?

  /// Where the database is.
  func address() throws -> DatabaseAddress {
    guard let address = database ?? Self.environment("ROLLCALL_DATABASE") else {
      throw CommandFailure(
        .usage,
        Phrase(
          "Which database? Give --database PATH, or set ROLLCALL_DATABASE.",
          "请指定数据库：使用 --database PATH，或设置 ROLLCALL_DATABASE。"))
    }
    return try DatabaseAddress(address)
  }

  /// The key file's path.
  func keyPath() throws -> String { try Self.environment("ROLLCALL_KEY") ?? address().keyPath }

  /// The operations over the database, which must be set up.
  func service(readOnly: Bool = false) throws -> SessionService {
    let connection = try SQLiteConnection(path: address().path, mode: readOnly ? .readOnly : .readWrite)
    let store = SQLStore(connection)
    try store.requireCurrentSchema()
    let service = SessionService(
      store: store, keys: try KeyRing(file: keyPath()), gate: HashGate(path: try address().gatePath))
    try service.requireKey()
    return service
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
