import Foundation
import SessionCore
import Support
import Testing

@testable import rollcall

/// The whole command over the sample dump: what it takes can log in, and no password is anywhere in clear.
@Suite struct ImportPlaintextTests {
  private let site: ImportSite

  init() throws { site = try ImportSite() }

  private func texts(_ column: String) throws -> [Data] {
    try ImportFixture.rows(Data(contentsOf: URL(filePath: ImportFixture.sample)), pieces: 65536).compactMap {
      if case .text(let bytes) = $0[column], !bytes.isEmpty { Data(bytes) } else { nil }
    }
  }

  @Test("Stopped and run again, an import ends with every account and without one password or old session")
  func stoppedAndRunAgain() throws {
    let child = try ChildProgram(
      Products.release("rollcall"), ["users", "import", "--from", "user-man", ImportFixture.sample],
      environment: site.environment)
    while child.isRunning, try site.everyByte().range(of: Data("hugo".utf8)) == nil { usleep(1000) }
    child.stop()

    let again = try site.rollcall("users", "import", "--from", "user-man", ImportFixture.sample, "--json")
    #expect(again.status == 0)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any], "\(again.output)")
    let imported = try #require(report["imported"] as? Int)
    let present = try #require(report["present"] as? Int)
    #expect(imported + present == 503)
    #expect((report["refused"] as? [Any])?.count == 18)

    let bytes = try site.everyByte() + Data((again.output + again.errors).utf8)
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
    let cut = site.files.file("cut.sql")
    try whole.prefix(2600).write(to: URL(filePath: cut))
    let result = try site.rollcall("users", "import", "--from", "user-man", cut)
    #expect(result.status != 0)
    #expect(result.errors.contains("cut short"))
    #expect(try site.everyByte().range(of: Data("Anna+feather.example".utf8)) != nil)
  }
}
