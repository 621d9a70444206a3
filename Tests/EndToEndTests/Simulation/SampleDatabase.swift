import Foundation
import Screen
import Support
import Testing

/// A database without a web server, made by the real commands.
final class SampleDatabase {
  static let password = "correct horse battery staple"
  let files: TemporaryDirectory
  var path: String { files.file("rollcall.db") }
  /// What the programs find in their environment.
  var environment: [String: String] = ["ROLLCALL_CONFIG": "/dev/null", "LC_ALL": "C.UTF-8"]

  /// Makes one, as a sample or not.
  init(isSample: Bool = true) throws {
    files = try TemporaryDirectory()
    environment["ROLLCALL_DATABASE"] = path
    #expect(try rollcall(isSample ? ["setup", "--sample"] : ["setup"]).status == 0)
    for name in ["alice", "bob"] {
      #expect(try rollcall(["users", "add", name, "--password-stdin"], input: Self.password).status == 0)
    }
  }

  /// Runs a command.
  func rollcall(_ arguments: [String], input: String = "", _ more: [String: String] = [:]) throws -> ChildProgram.Result
  {
    try ChildProgram.run(
      Products.release("rollcall"), arguments, environment: environment.merging(more) { $1 }, input: Array(input.utf8))
  }

  /// Opens the console on it, with the sample account that a demonstration has.
  func console(_ arguments: [String] = [], size: Size = Size(rows: 50, columns: 200), _ more: [String: String] = [:])
    throws -> RunningConsole
  {
    try RunningConsole(path, arguments, size: size, environment: environment.merging(more) { $1 })
  }

  /// A field of each live session.
  func sessions(_ field: String) throws -> [String] {
    let text = try rollcall(["sessions", "list", "--json"]).output
    let list = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    return list.compactMap { $0[field] as? String }
  }

  /// How many processes there are that work on it.
  func processes() -> Int {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.count { number in
      guard Int(number) != nil, let data = FileManager.default.contents(atPath: "/proc/\(number)/environ") else {
        return false
      }
      return String(decoding: data, as: UTF8.self).contains("ROLLCALL_DATABASE=\(path)")
    }
  }
}
