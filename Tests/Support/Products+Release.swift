import Foundation

extension Products {
  /// The directory of the programs as they are used: optimised, the CGI ones static. `ROLLCALL_BIN`, which script/test
  /// sets, else where script/build leaves them.
  public static var releaseDirectory: String {
    if let set = ProcessInfo.processInfo.environment["ROLLCALL_BIN"], !set.isEmpty { return set }
    return repository + "/.build/release"
  }

  /// The path of a program as it is used, by its product's name, such as `login.cgi`.
  public static func release(_ name: String) -> String { releaseDirectory + "/" + name }

  /// Copies something with its modes. A program of its own does it: a copy that this process had open for writing could not
  /// be started while a child that another test was just starting still held it ("Text file busy").
  ///
  /// - Throws: ``ChildProgram/Failure``.
  public static func copy(_ path: String, to place: String) throws {
    let result = try ChildProgram.run("cp", ["-R", "--preserve=mode", "--", path, place])
    guard result.status == 0 else { throw ChildProgram.Failure(result.errors) }
  }

  /// The repository's own directory.
  public static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardized.path
}
