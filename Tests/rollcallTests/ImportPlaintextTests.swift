import Foundation
import SessionCore
import Support
import Testing

@testable import rollcall

/// The whole command over the sample dump: what it takes can log in, and no password is anywhere in clear.
@Suite struct ImportPlaintextTests {
  private let files: TemporaryDirectory
  private var database: String { files.file("rollcall.db") }

  init() throws {
    files = try TemporaryDirectory()
    let made = try rollcall("setup")
    try #require(made.status == 0, "\(made.errors)")
  }

  private func rollcall(_ arguments: String..., input: String = "") throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), arguments, environment: ["ROLLCALL_DATABASE": database, "LC_ALL": "C.UTF-8"],
      input: Array(input.utf8))
  }

  /// Every file of the database, its log and its free pages among them, as one.
  private func everyByte() throws -> Data {
    try FileManager.default.contentsOfDirectory(atPath: files.path).sorted()
      .reduce(into: Data()) { try $0.append(Data(contentsOf: URL(filePath: files.file($1)))) }
  }

  private func texts(_ column: String) throws -> [Data] {
    try ImportFixture.rows(Data(contentsOf: URL(filePath: ImportFixture.sample)), pieces: 65536).compactMap {
      if case .text(let bytes) = $0[column], !bytes.isEmpty { Data(bytes) } else { nil }
    }
  }

  @Test("Stopped and run again, an import ends with every account and without one password or old session")
  func stoppedAndRunAgain() throws {
    let child = try ChildProgram(
      Products.release("rollcall"), ["users", "import", "--from", "user-man", ImportFixture.sample],
      environment: ["ROLLCALL_DATABASE": database])
    while child.isRunning, try everyByte().range(of: Data("hugo".utf8)) == nil { usleep(1000) }
    child.stop()

    let again = try rollcall("users", "import", "--from", "user-man", ImportFixture.sample, "--json")
    #expect(again.status == 0)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any], "\(again.output)")
    let imported = try #require(report["imported"] as? Int)
    let present = try #require(report["present"] as? Int)
    #expect(imported + present == 503)
    #expect((report["refused"] as? [Any])?.count == 18)

    let bytes = try everyByte() + Data((again.output + again.errors).utf8)
    #expect(bytes.range(of: Data("o'brien".utf8)) != nil)
    let (passwords, sessions) = (try texts("password"), try texts("session"))
    #expect(passwords.count == 518 && sessions.count > 100)
    for text in passwords + sessions where bytes.range(of: text) != nil {
      Issue.record("in clear: \(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test("What was read before a dump breaks is kept, and the command says where it broke")
  func cut() throws {
    let whole = try Data(contentsOf: URL(filePath: ImportFixture.sample))
    let cut = files.file("cut.sql")
    try whole.prefix(2600).write(to: URL(filePath: cut))
    let result = try rollcall("users", "import", "--from", "user-man", cut)
    #expect(result.status != 0)
    #expect(result.errors.contains("cut short"))
    #expect(try everyByte().range(of: Data("Anna+feather.example".utf8)) != nil)
  }
}
