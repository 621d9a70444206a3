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

  /// The repository's own directory.
  public static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardized.path
}
