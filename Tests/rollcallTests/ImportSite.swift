import Foundation
import SQLiteEngine
import SessionCore
import SessionStore
import Support

/// A database of its own, and the program as it is used on it.
struct ImportSite {
  let files: TemporaryDirectory
  var database: String { files.file("rollcall.db") }

  /// Sets the database up.
  init() throws {
    files = try TemporaryDirectory()
    let made = try rollcall("setup")
    guard made.status == 0 else { throw ChildProgram.Failure(made.errors) }
  }

  var environment: [String: String] { ["ROLLCALL_DATABASE": database, "LC_ALL": "C.UTF-8"] }

  /// Runs the program to its end.
  func rollcall(_ arguments: String..., input: String = "") throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), arguments, environment: environment, input: Array(input.utf8))
  }

  /// Imports a text from standard input.
  func take(_ kind: String, _ text: String, _ options: String...) throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), ["users", "import", "--from", kind, "-"] + options, environment: environment,
      input: Array(text.utf8))
  }

  /// The operations over the database, in this process.
  func service() throws -> SessionService {
    SessionService(
      store: SQLStore(try SQLiteConnection(path: database)), keys: try KeyRing(file: database + ".key"),
      gate: HashGate(path: try DatabaseAddress(database).gatePath()))
  }

  /// Whether a login and a password open a session.
  func canLogIn(_ login: String, _ password: String) throws -> Bool {
    do {
      _ = try service().logIn(
        login: login, password: password, from: LoginSource(address: nil, userAgent: "a test"))
      return true
    } catch is LoginRefused {
      return false
    }
  }

  /// Every file of the database, its log and its free pages among them, as one.
  func everyByte() throws -> Data {
    try FileManager.default.contentsOfDirectory(atPath: files.path).sorted()
      .reduce(into: Data()) { try $0.append(Data(contentsOf: URL(filePath: files.file($1)))) }
  }

  /// What a JSON report says.
  static func object(_ text: String) throws -> [String: Any] {
    guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
      throw ChildProgram.Failure(text)
    }
    return object
  }
}
