import Foundation
import Support
import Testing

/// The simulator's commands, through the programs as they are used.
@Suite struct SimulateTests {
  private let files: TemporaryDirectory
  private static let password = "correct horse battery staple"

  init() throws {
    files = try TemporaryDirectory()
    #expect(try rollcall("setup").status == 0)
  }

  private func rollcall(_ arguments: String..., input: String = "") throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), arguments,
      environment: [
        "ROLLCALL_DATABASE": files.file("a.db"), "ROLLCALL_CONFIG": "/dev/null", "ROLLCALL_SIMULATION": "on",
        "LC_ALL": "C.UTF-8",
      ],
      input: Array(input.utf8))
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: files.file(name))[.posixPermissions] as? Int
  }

  @Test func `one logs in, visits and logs out, and no secret is shown`() throws {
    #expect(try rollcall("users", "add", "alice", "--password-stdin", input: Self.password).status == 0)
    let cookie = files.file("cookie")
    let wrong = try rollcall(
      "simulate", "login", "alice", "--password-stdin", "--keep-cookie", cookie, input: "wrong")
    #expect(wrong.status == 3)
    #expect(!FileManager.default.fileExists(atPath: cookie))
    let login = try rollcall(
      "simulate", "login", "alice", "--password-stdin", "--keep-cookie", cookie, input: Self.password)
    #expect(login.status == 0)
    #expect(try mode("cookie") == 0o600)
    let kept = try String(contentsOfFile: cookie, encoding: .utf8)
    let token = try #require(kept.split(separator: "=").last).trimmingCharacters(in: .newlines)
    let visit = try rollcall("simulate", "visit", "--cookie", cookie)
    #expect(visit.status == 0 && visit.output.contains("Remote-User: alice"))
    let out = try rollcall("simulate", "logout", "--cookie", cookie, "--json")
    #expect(out.status == 0)
    #expect(try object(out.output)["logged_in"] as? Bool == false)
    #expect(!FileManager.default.fileExists(atPath: cookie))
    #expect(!(login.output + visit.output + out.output).contains(token))
    try kept.write(toFile: cookie, atomically: false, encoding: .utf8)
    #expect(try rollcall("simulate", "visit", "--cookie", cookie).status == 3)
    chmod(cookie, 0o600)
    #expect(try rollcall("simulate", "visit", "--cookie", cookie).status == 3)
    #expect(try rollcall("simulate", "logout", "--cookie", cookie).status == 1)
  }

  @Test func `a crowd logs in at its rate and leaves nobody logged in`() throws {
    #expect(try rollcall("users", "add", "alice", "--password-stdin", input: Self.password).status == 0)
    let accounts = files.file("accounts")
    try "# people\nalice\t\(Self.password)\nbob\twrong\n".write(toFile: accounts, atomically: true, encoding: .utf8)
    let crowd = try rollcall("simulate", "crowd", "--accounts", accounts, "--rate", "4/s", "--for", "1s", "--json")
    #expect(crowd.status == 0, "\(crowd.errors)")
    #expect(!(crowd.output + crowd.errors).contains(Self.password))
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(crowd.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["step"] as? String } == ["login", "visit", "logout"])
    let logins = rows[0]["done"] as? Int ?? 0
    let refused = rows[0]["refused"] as? Int ?? 0
    #expect(logins >= 1 && logins + refused <= 4)
    #expect(rows[2]["done"] as? Int == logins)
    #expect(try rollcall("sessions", "list").status == 1)
    #expect(try rollcall("simulate", "crowd", "--rate", "soon", "--accounts", accounts).status == 2)
    #expect(try rollcall("simulate", "crowd").status == 2)
  }

  @Test func `a population is listed, counted, verified and logs in`() throws {
    let tokens = files.file("tokens")
    let made = try rollcall(
      "simulate", "population", "--users", "500", "--sessions", "5000", "--seed", "7", "--yes", "--password-stdin",
      "--tokens", tokens, "--json", input: Self.password)
    #expect(made.status == 0, "\(made.errors)")
    #expect(try object(made.output)["sessions"] as? Int == 5000)
    #expect(try mode("tokens") == 0o600)
    let list = try rollcall("sessions", "list", "--csv")
    #expect(list.output.split(separator: "\r\n").count == 5001)
    let lines = try String(contentsOfFile: tokens, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 5000)
    let first = try #require(lines.first).split(separator: "\t").map(String.init)
    try "Cookie: __Host-rollcall=\(first[1])\n".write(
      toFile: files.file("cookie"), atomically: false, encoding: .utf8)
    chmod(files.file("cookie"), 0o600)
    let visit = try rollcall("simulate", "visit", "--cookie", files.file("cookie"))
    #expect(visit.status == 0, "\(visit.output)")
    #expect(try rollcall("simulate", "login", first[0], "--password-stdin", input: Self.password).status == 0)
    #expect(try rollcall("simulate", "population", "--users", "5", "--sessions", "5", "--yes").status == 3)
    #expect(try rollcall("simulate", "population", "--users", "5", "--sessions", "5", "--add").status == 2)
    #expect(try rollcall("simulate", "population", "--users", "5", "--sessions", "5", "--add", "--yes").status == 0)
    #expect(try rollcall("simulate", "population", "--users", "5", "--sessions", "501", "--add", "--yes").status == 3)
  }
}
