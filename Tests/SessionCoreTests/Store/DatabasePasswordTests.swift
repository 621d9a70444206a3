import Foundation
import SessionCore
import Support
import Testing

@Suite struct DatabasePasswordTests {
  private func password(_ content: [UInt8]?, mode: Int = 0o600, environment: [String: String] = [:]) throws -> String? {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/password"
    if let content {
      try Data(content).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    let address = try MariaDBAddress("mariadb://web@db/rollcall?password-file=\(path)")
    return try withExtendedLifetime(directory) { try address.password { environment[$0] } }
  }

  @Test(arguments: [
    ("secret", "secret"), ("secret\n", "secret"), ("secret\r\n", "secret"), ("secret\nmore\n", "secret"),
    (" blanks stay ", " blanks stay "), ("密码", "密码"),
  ]) func `the first line of the file is the password`(_ content: String, _ expected: String) throws {
    #expect(try password(Array(content.utf8)) == expected)
    #expect(try password(Array(content.utf8), mode: 0o640) == expected)
    #expect(try password(Array(content.utf8), environment: ["ROLLCALL_DATABASE_PASSWORD": "other"]) == expected)
  }

  @Test(arguments: [[], [0x0A], [0x0A, 0x61], [0x61, 0, 0x62], [0xFF, 0xFE]] as [[UInt8]])
  func `a file without a password in it is refused`(_ content: [UInt8]) throws {
    let error = try #require(throws: KeyFileError.self) {
      try password(content, environment: ["ROLLCALL_DATABASE_PASSWORD": "other"])
    }
    #expect(error.description.contains("password"))
  }

  @Test(arguments: [0o604, 0o644, 0o660, 0o777]) func `a file that others may read is refused, and not shown`(
    _ mode: Int
  )
    throws
  {
    let error = try #require(throws: KeyFileError.self) { try password(Array("secret".utf8), mode: mode) }
    #expect(error.description.contains("chmod 0640") && !error.description.contains("secret"))
  }

  @Test func `a missing file is an error even where the environment has a password`() throws {
    #expect(throws: KeyFileError.self) { try password(nil, environment: ["ROLLCALL_DATABASE_PASSWORD": "other"]) }
  }

  @Test func `without a file the environment has it, or there is none`() throws {
    let address = try MariaDBAddress("mariadb://web@db/rollcall")
    #expect(try address.password { ["ROLLCALL_DATABASE_PASSWORD": "secret"][$0] } == "secret")
    #expect(try address.password { _ in nil } == nil)
    #expect(try address.password { _ in "" } == nil)
  }
}
