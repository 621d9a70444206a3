import Foundation
import SessionCore
import Support
import Testing

@testable import rollcall

/// `users import` and `users export` as a script uses them.
@Suite struct ImportCommandTests {
  private let site: ImportSite

  init() throws { site = try ImportSite() }

  private static let three = "login,password,joined\nalice,the first secret,2003-11-22\nbob,,\n王芳,春暖花开,\n"

  @Test("A dry run counts and names, and writes nothing")
  func dryRun() throws {
    let before = try Data(contentsOf: URL(filePath: site.database))
    let dry = try site.take("csv", Self.three, "--dry-run", "--json")
    #expect(dry.status == 0)
    let report = try ImportSite.object(dry.output)
    #expect(report["imported"] as? Int == 2 && report["dry_run"] as? Bool == true)
    let refused = try #require(report["refused"] as? [[String: Any]])
    #expect(refused.map { $0["line"] as? Int } == [3] && refused.map { $0["login"] as? String } == ["bob"])
    #expect(refused.first?["id"] is NSNull)
    let formats = try #require(report["formats"] as? [[String: Any]])
    #expect(formats.map { $0["format"] as? String } == ["plaintext"])
    #expect(formats.map { $0["treatment"] as? String } == ["hash"])
    #expect(try Data(contentsOf: URL(filePath: site.database)) == before)
    #expect(try site.rollcall("users", "list").status == 1)

    let table = try site.take("csv", Self.three, "--dry-run")
    #expect(table.output.contains(/plaintext +2 +hashed now/))
    #expect(table.errors.contains("nothing was written") && table.errors.contains("“bob”: not taken"))
  }

  @Test("What is taken can log in, and what is run again is left as it is")
  func twice() throws {
    #expect(try site.take("csv", Self.three).status == 0)
    #expect(try site.canLogIn("ALICE", "the first secret"))
    #expect(try site.canLogIn("王芳", "春暖花开"))
    #expect(try !site.canLogIn("alice", "the second secret"))
    let again = try site.take("csv", Self.three.replacing("first", with: "second"), "--json")
    #expect(again.status == 0)
    let report = try ImportSite.object(again.output)
    #expect(report["imported"] as? Int == 0 && report["present"] as? Int == 2)
    #expect(try site.canLogIn("alice", "the first secret"))
    #expect(try site.take("csv", "login,password\nÁlice,x\nALICE,y\n", "--json").output.contains("which exists"))
  }

  @Test("The exit status says what became of the rows")
  func statuses() throws {
    #expect(try site.take("csv", Self.three, "--strict").status == 3)
    #expect(try site.take("csv", "login,password\n").status == 1)
    #expect(try site.take("csv", "login,password\nbob,\n").status == 1)
    #expect(try site.take("csv", "mail,password\na,b\n").status == 2)
    #expect(try site.take("csv", Self.three, "--map", "colour=login").status == 2)
    #expect(try site.take("csv", "login,password\ncarol,\"never ends").status == 3)
    #expect(try site.take("json", "login,password\n").status == 3)
    #expect(try site.take("xml", "").status == 2)
    #expect(try site.rollcall("users", "import", "--from", "csv", "/nonexistent/file.csv").status == 3)
    #expect(
      try ChildProgram.run(
        Products.release("rollcall"), ["users", "import", "--from", "csv", "-", "--database", site.files.file("no.db")]
      ).status == 4)
  }

  @Test("What was read before a file breaks off is kept")
  func brokenOff() throws {
    let broken = try site.take("csv", "login,password\nalice,the first secret\n\"bob,x\n")
    #expect(broken.status == 3 && broken.errors.contains("Line 3") && broken.errors.contains("1 imported"))
    #expect(try site.canLogIn("alice", "the first secret"))
  }

  @Test("Each account of many has its own password, in whatever order they were hashed")
  func parallel() throws {
    let rows = (0..<70).map { "user\($0)\tsecret number \($0 * 7919)" }
    #expect(
      try site.take("tsv", rows.joined(separator: "\n"), "--no-header", "--map", "login=1,password=2").status == 0)
    for number in stride(from: 0, to: 70, by: 9) {
      #expect(try site.canLogIn("user\(number)", "secret number \(number * 7919)"))
      #expect(try !site.canLogIn("user\(number)", "secret number \((number + 1) * 7919)"))
    }
  }

  @Test("No password is anywhere in clear, nor in what the program says")
  func plaintext() throws {
    let words = (0..<40).map { "Zebra-\($0)-lantern-\($0 * 7919 % 60013)" }
    let text = "login;x,password\n" + words.enumerated().map { "user\($0.offset),\($0.element)\n" }.joined()
    let result = try site.take("csv", text, "--map", "login=1")
    #expect(result.status == 0)
    let bytes = try site.everyByte() + Data((result.output + result.errors).utf8)
    #expect(bytes.range(of: Data("user39".utf8)) != nil)
    for word in words where bytes.range(of: Data(word.utf8)) != nil { Issue.record("in clear: \(word)") }
  }

  @Test("Logins that would act on a terminal or a spreadsheet are harmless in every output")
  func hostileLogins() throws {
    let rows = "login,password\n\"=cmd|'/c calc'!A0\",one secret\n\"a\u{1B}[31mb\",two secret\n@sum,three secret\n"
    let taken = try site.take("csv", rows)
    #expect(taken.status == 0 && !taken.errors.contains("\u{1B}"))
    let csv = try site.rollcall("users", "export", "--format", "csv")
    #expect(csv.output.contains("'=cmd|'/c calc'!A0") && csv.output.contains("'@sum"))
  }

  @Test("An export in JSON comes back as it was")
  func roundTrip() throws {
    #expect(
      try site.take(
        "csv",
        "login,password,created,last_login,state\nalice,one secret,2003-11-22,2024-05-06T07:08:09Z,locked\n"
          + "bob,two secret,,,active\no'brien,three secret,2010-01-01,,\n=1+1,four secret,,,\n"
      ).status == 0)
    #expect(try site.take("htpasswd", "greta:unknown\n").status == 0)
    let out = try site.rollcall("users", "export", "--format", "json", "--with-hashes")
    #expect(out.status == 0 && out.errors.contains("only you can read it"))
    let other = try ImportSite()
    #expect(try other.take("json", out.output).status == 0)
    #expect(try other.rollcall("users", "export", "--format", "json", "--with-hashes").output == out.output)
    #expect(try other.canLogIn("bob", "two secret"))
    #expect(try !other.canLogIn("alice", "one secret"))
    #expect(try !other.canLogIn("greta", "unknown"))
    let plain = try site.rollcall("users", "export", "--format", "json")
    #expect(!plain.output.contains("argon2id$") && plain.output.contains("\"scheme\":\"argon2id\""))
  }

  @Test("An htpasswd file holds what Apache can check; the others are named")
  func htpasswd() throws {
    let crypt = "$6$0123456789abcdef$" + String(repeating: "a", count: 86)
    #expect(try site.take("htpasswd", "alice:\(crypt)\nbob:\(crypt)\n").status == 0)
    #expect(try site.take("csv", "login,password\ncarol,three secret\n").status == 0)
    #expect(try site.rollcall("users", "lock", "bob").status == 0)
    #expect(try site.rollcall("users", "export", "--format", "htpasswd").status == 2)
    let out = try site.rollcall("users", "export", "--format", "htpasswd", "--with-hashes")
    #expect(out.status == 0 && out.output == "alice:\(crypt)\n")
    #expect(out.errors.contains("“carol” (argon2id)") && out.errors.contains("“bob” is locked"))
  }
}
