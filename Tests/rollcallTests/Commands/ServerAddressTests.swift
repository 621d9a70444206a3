import Foundation
import Support
import Testing

/// What commands say to the address of a server, before they ask it anything.
@Suite struct ServerAddressTests {
  private let bench: CommandBench

  init() throws { bench = try CommandBench(isSetUp: false) }

  /// A server that nobody needs: the command is at its end before.
  private func rollcall(_ arguments: String..., address: String? = nil) throws -> ChildProgram.Result {
    let address = address ?? "mariadb://web@127.0.0.1:1/site?key-file=\(bench.files.file("key"))"
    return try ChildProgram.run(
      Products.release("rollcall"), arguments,
      environment: bench.environment.merging(["ROLLCALL_DATABASE": address]) { $1 })
  }

  @Test func `what is for a file says what to use for a server`() throws {
    let backup = try rollcall("backup", bench.files.file("copy.db"))
    #expect(backup.status == 3, "\(backup.errors)")
    for word in ["mariadb-dump", "mariadb-backup", "rollcall move", "mariadb://web@127.0.0.1:1/site is on a server"] {
      #expect(backup.errors.contains(word), "\(backup.errors)")
    }
    let restore = try rollcall("restore", bench.files.file("copy.db"), "--yes")
    #expect(restore.status == 3 && restore.errors.contains("rollcall move"), "\(restore.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.files.path).isEmpty)
  }

  @Test func `a password in the address is refused everywhere, and shown nowhere`() throws {
    let address = "mariadb://web:hunter2@127.0.0.1:1/site"
    for command in [
      ["setup"], ["users", "list"], ["doctor"], ["console"], ["backup", "x"], ["sweep"], ["key", "show"],
    ] {
      let result = try ChildProgram.run(
        Products.release("rollcall"), command,
        environment: bench.environment.merging(["ROLLCALL_DATABASE": address]) { $1 })
      #expect(result.status == 4, "\(command) \(result.errors)")
      #expect(!(result.output + result.errors).contains("hunter2") && result.errors.contains("password-file=PATH"))
    }
  }

  @Test func `without a key file it is said how to name one`() throws {
    let result = try rollcall("setup", address: "mariadb://web@127.0.0.1:1/site")
    #expect(result.status == 4)
    #expect(result.errors.contains("key-file=PATH") && result.errors.contains("ROLLCALL_KEY"))
  }
}
