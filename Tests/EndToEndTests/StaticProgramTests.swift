import Foundation
import Support
import Testing

/// The CGI programs as they are used: a process for each request, so all that it takes to start is in one file.
@Suite struct StaticProgramTests {
  static let programs = ["login.cgi", "members.cgi"]

  @Test("No shared library is loaded", arguments: programs)
  func libraries(program: String) throws {
    let result = try ChildProgram.run("ldd", [Products.release(program)], environment: ["LC_ALL": "C"])
    #expect((result.output + result.errors).contains("statically linked"))
  }

  @Test("Its addresses are random at each start: it is position independent", arguments: programs)
  func position(program: String) throws {
    let header = try Data(contentsOf: URL(filePath: Products.release(program)), options: .mappedIfSafe).prefix(18)
    #expect(Array(header.prefix(4)) == [0x7F] + Array("ELF".utf8))
    // e_type, two bytes: 3 is ET_DYN, 2 would be an executable at fixed addresses (System V ABI, chapter 4).
    #expect(Array(header.suffix(2)) == [3, 0])
  }

  @Test("Nothing of Foundation is in it, and nothing of MariaDB", arguments: programs)
  func foundation(program: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: Products.release(program)), options: .mappedIfSafe)
    // As a module's name stands in every symbol of it: its length, then the name.
    for module in ["10Foundation", "20FoundationEssentials", "_NSFoundation", "libicu", "13MariaDBEngine", "mysql_"] {
      #expect(bytes.range(of: Data(module.utf8)) == nil, "\(module)")
    }
    #expect(bytes.range(of: Data("8LoginWeb".utf8)) != nil, "the symbols are still there to be looked at")
  }
}
