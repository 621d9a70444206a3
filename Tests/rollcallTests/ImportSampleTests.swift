import Foundation
import SessionCore
import Support
import Testing

@testable import rollcall

/// The password files of other systems, made by their own tools: whoever could log in there can log in here.
@Suite struct ImportSampleTests {
  private let site: ImportSite

  init() throws { site = try ImportSite() }

  /// Logins and passwords of one file.
  private func accounts(of file: String) throws -> [(login: String, password: String)] {
    try String(contentsOfFile: ImportFixture.legacy("passwords.tsv"), encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t").map(String.init) }.filter { $0[0] == file }.map { ($0[1], $0[2]) }
  }

  private func take(_ kind: String, _ file: String, _ options: [String] = []) throws -> [String: Any] {
    let result = try ChildProgram.run(
      Products.release("rollcall"),
      ["users", "import", "--from", kind, ImportFixture.legacy(file), "--json"] + options, environment: site.environment
    )
    #expect(result.status == 0, "\(result.errors)")
    return try ImportSite.object(result.output)
  }

  private func treatments(_ report: [String: Any]) -> [String: String] {
    let formats = report["formats"] as? [[String: Any]] ?? []
    return formats.reduce(into: [:]) { $0[$1["format"] as? String ?? ""] = $1["treatment"] as? String }
  }

  /// Everybody can log in, also once the hash was replaced, and with nothing else.
  private func everybodyLogsIn(_ file: String) throws {
    let accounts = try accounts(of: file)
    #expect(accounts.count >= 4)
    for (login, password) in accounts {
      #expect(try site.canLogIn(login, password), "\(login)")
      #expect(try site.canLogIn(login, password), "\(login), the second time")
      #expect(try !site.canLogIn(login, password + "x"), "\(login), another password")
      let user = try site.service().user(login: login)
      #expect(try site.service().store.credential(of: user.id)?.scheme == "argon2id", "\(login)")
    }
  }

  @Test("Apache's htpasswd")
  func htpasswd() throws {
    let report = try take("htpasswd", "site.htpasswd")
    #expect(report["imported"] as? Int == 7 && report["new_password"] as? Int == 2)
    #expect(
      treatments(report).filter { ["bcrypt", "sha512-crypt", "apr1", "unknown"].contains($0.key) } == [
        "bcrypt": "replace-at-login", "sha512-crypt": "replace-at-login", "apr1": "wrap", "unknown": "new-password",
      ])
    // Nothing weak is stored: not even its digest.
    let bytes = try site.everyByte()
    for digest in try Self.weakDigests() { #expect(bytes.range(of: Data(digest.utf8)) == nil) }
    try everybodyLogsIn("site.htpasswd")
    #expect(try !site.canLogIn("leo", "in the clear, as on NetWare"))
    #expect(try !site.canLogIn("karin", "eightchr"))
  }

  /// What stands after the last `$` or `}` of the weak hashes in the htpasswd file.
  private static func weakDigests() throws -> [String] {
    try String(contentsOfFile: ImportFixture.legacy("site.htpasswd"), encoding: .utf8).split(separator: "\n")
      .filter { $0.contains("$apr1$") || $0.contains("{SHA}") }
      .compactMap { $0.split { $0 == "$" || $0 == "}" }.last.map(String.init) }
  }

  @Test("What was wrapped goes out and comes back, and nobody needs another password")
  func wrappedRoundTrip() throws {
    _ = try take("htpasswd", "site.htpasswd")
    let out = try site.rollcall("users", "export", "--format", "json", "--with-hashes")
    let other = try ImportSite()
    let report = try ImportSite.object(try other.take("json", out.output, "--json").output)
    #expect(treatments(report)["argon2id(apr1)"] == "replace-at-login")
    for (login, password) in try accounts(of: "site.htpasswd") { #expect(try other.canLogIn(login, password)) }
  }

  @Test("/etc/shadow")
  func shadow() throws {
    let report = try take("shadow", "shadow")
    #expect(report["imported"] as? Int == 7 && report["passed_over"] as? Int == 4)
    #expect(
      treatments(report) == [
        "sha512-crypt": "replace-at-login", "sha256-crypt": "replace-at-login", "yescrypt": "replace-at-login",
        "bcrypt": "replace-at-login", "md5-crypt": "wrap",
      ])
    try everybodyLogsIn("shadow")
    #expect(try !site.canLogIn("sven", "locked out in spring"))
    #expect(try !site.canLogIn("tina", "her contract ended"))
    let sven = try site.service().user(login: "sven")
    _ = try site.service().unlock(sven.id, by: TestDatabase.operator, reason: "")
    #expect(try site.canLogIn("sven", "locked out in spring"))
  }

  @Test("Django's auth_user")
  func django() throws {
    let report = try take("django", "auth_user.csv")
    #expect(report["imported"] as? Int == 8 && report["new_password"] as? Int == 1)
    try everybodyLogsIn("auth_user.csv")
    let viktor = try site.service().user(login: "viktor")
    #expect(viktor.createdAt.rfc3339 == "2023-04-05T06:07:08Z")
    #expect(try site.service().user(login: "chen").state == .locked)
  }

  @Test("A home-made table with salted MD5")
  func members() throws {
    let map = ["--map", "id=nr,login=member,hash=pw_md5,salt=pw_salt,created=joined"]
    let bare = try ChildProgram.run(
      Products.release("rollcall"),
      ["users", "import", "--from", "csv", ImportFixture.legacy("members.csv")] + map, environment: site.environment)
    #expect(bare.status == 1 && bare.errors.contains("--hash-format"))
    let report = try take("csv", "members.csv", map + ["--hash-format", "md5", "--salt", "left"])
    #expect(report["imported"] as? Int == 4)
    #expect(treatments(report) == ["salted-md5": "wrap"])
    try everybodyLogsIn("members.csv")
  }
}
