import SessionCore
import Testing

@testable import rollcall

/// htpasswd, shadow and Django's unusable passwords.
@Suite struct ImportPasswordFileTests {
  private func rows(_ kind: PasswordFileReader.Kind, _ text: String) throws -> [AccountRow] {
    var reader = PasswordFileReader(kind, ImportFixture.pieces(text.utf8), builder: ImportFixture.builder)
    return try ImportFixture.all(&reader)
  }

  private static let crypt = "$6$0123456789abcdef$" + String(repeating: "a", count: 86)

  @Test(
    "An account that no password was set for is passed over",
    arguments: [
      "root:*:19000::::::", "sshd:!::::::", "backup:!!:1:", "daemon:!*:", "lin:x:1000:1000::/home/lin:/bin/sh",
    ])
  func systemAccounts(line: String) throws {
    #expect(try rows(.shadow, line + "\n").first?.isPassedOver == true)
  }

  @Test("A locked account is taken with its hash, and an expired one is locked")
  func locked() throws {
    let found = try rows(
      .shadow,
      "a:\(Self.crypt):19000:0:99999:7:::\nb:!\(Self.crypt):19000::::::\nc:\(Self.crypt):19000:::::100:\nd:\(Self.crypt)\n"
    )
    #expect(found.map { $0.account?.state } == [.active, .locked, .locked, .active])
    #expect(found.first?.account?.changedAt?.rfc3339 == "2022-01-08T00:00:00Z")
    guard case .known(.hash(let hash, _)) = found[1].account?.secret else { throw ImportError.empty }
    #expect(hash.text == Self.crypt)
  }

  @Test(
    "A line that is no account is refused",
    arguments: [
      (PasswordFileReader.Kind.shadow, "alice::19000::::::", RowReason.emptyPassword),
      (.htpasswd, "alice:", .emptyPassword),
      (.htpasswd, "alice", .malformed), (.htpasswd, "alice:realm:0123", .malformed), (.htpasswd, ":x", .emptyLogin),
    ])
  func refused(kind: PasswordFileReader.Kind, line: String, reason: RowReason) throws {
    #expect(try rows(kind, "# a comment\n\n\(line)\r\n").first?.refusal?.reason == reason)
  }

  @Test("An unknown format makes an account that needs a new password")
  func unknownFormat() throws {
    let account = try #require(try rows(.htpasswd, "alice:in clear\n").first?.account)
    #expect(account.secret.absence == .unknownFormat)
    #expect(account.secret.treatment == .newPassword)
  }

  @Test("A line of any length takes no memory, and the next one is read")
  func longLine() throws {
    let long = "alice:" + String(repeating: "x", count: 1_000_000) + "\nbob:\(Self.crypt)\n"
    let found = try rows(.htpasswd, long)
    #expect(found.first?.refusal?.reason == .longRow)
    #expect(found.last?.account?.login.text == "bob")
  }
}
