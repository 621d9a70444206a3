import Foundation

/// Which database a test runs on.
public enum TestEngine: String, Sendable {
  /// An SQLite file.
  case sqlite
  /// The tests' MariaDB server.
  case mariadb

  /// What the variable `ROLLCALL_TEST_ENGINE` says, or else SQLite. Tests of an engine, or of files, name theirs.
  public static let chosen =
    ProcessInfo.processInfo.environment["ROLLCALL_TEST_ENGINE"]
    .flatMap(TestEngine.init(rawValue:)) ?? .sqlite
}
