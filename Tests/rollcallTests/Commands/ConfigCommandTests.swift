import Foundation
import Support
import Testing

@Suite struct ConfigCommandTests {
  private let bench: CommandBench
  private var file: String { bench.files.file("rollcall.conf") }

  init() throws { bench = try CommandBench() }

  private func write(_ text: String, mode: Int = 0o600) throws {
    try Data(text.utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
  }

  @Test func `what holds is shown with where it comes from, and without passwords`() throws {
    try write("demo = alice:hunter2\ntheme = nord\n")
    let result = try bench.rollcall(
      "config", "show", "--json", "--config", file,
      environment: ["ROLLCALL_DATABASE": "mariadb://root:hunter2@db/x", "ROLLCALL_THEME": "dracula"])
    #expect(result.status == 0)
    #expect(!(result.output + result.errors).contains("hunter2"))
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    func row(_ name: String) -> [String: Any]? { rows.first { $0["name"] as? String == name } }
    #expect(row("theme")?["value"] as? String == "dracula" && row("theme")?["source"] as? String == "environment")
    #expect(row("demo")?["value"] as? String == "alice:••••" && row("demo")?["place"] as? String == "\(file):1")
    #expect(row("database")?["value"] as? String == "mariadb://root:••••@db/x")
    #expect(row("key")?["value"] is NSNull && row("key")?["source"] as? String == "default")
    #expect(try bench.rollcall("config", "--config", file).output.contains("alice:••••"))
  }

  @Test func `an address in the file is looked at, and a password in it refused and not shown`() throws {
    try write("theme = nord\ndatabase = mariadb://root:hunter2@db/x\n")
    for command in [
      ["config", "show", "--config", file], ["users", "list", "--config", file], ["config", "check", file],
    ] {
      let result = try ChildProgram.run(
        Products.release("rollcall"), command, environment: bench.environment.merging(["ROLLCALL_DATABASE": ""]) { $1 })
      #expect(result.status == 2 && !(result.output + result.errors).contains("hunter2"))
      #expect(result.errors.contains("\(file):2: database cannot be used: ") && result.errors.contains("password-file"))
    }
    try write("database = mariadb://root@db/x?pasword-file=/p\n")
    #expect(try bench.rollcall("config", "check", file).errors.contains("did you mean password-file?"))
    try write("database = mariadb://root@db,db2/x?password-file=/p&key-file=/k\n")
    #expect(try bench.rollcall("config", "check", file).status == 0)
  }

  @Test func `the database comes from the file, named by an option, a variable, or before the command`() throws {
    try write("database = \(bench.database)\nkey = \(bench.key)\n")
    try bench.addUser("alice")
    let none = ["ROLLCALL_DATABASE": ""]
    #expect(try bench.rollcall("users", "list", environment: none).status == 2)
    #expect(try bench.rollcall("users", "list", "--config", file, environment: none).status == 0)
    #expect(try bench.rollcall("--config", file, "users", "list", environment: none).status == 0)
    #expect(try bench.rollcall("--config=" + file, "policy", environment: none).status == 0)
    #expect(
      try bench.rollcall("users", "list", environment: none.merging(["ROLLCALL_CONFIG": file]) { $1 }).status == 0)
  }

  @Test func `a file that cannot be used stops every command, with the line`() throws {
    try write("database = \(bench.database)\nthemes = nord\n")
    for command in [["users", "list"], ["config", "show"], ["policy", "show"]] {
      let result = try ChildProgram.run(
        Products.release("rollcall"), command + ["--config", file], environment: bench.environment)
      #expect(result.status == 2)
      #expect(result.errors.contains("\(file):2: there is no such setting: did you mean theme?"))
    }
    #expect(try bench.rollcall("config", "check", file).status == 2)
  }

  @Test func `the documented file can be used, and the one in the repository is the same`() throws {
    let example = try bench.rollcall("config", "example")
    #expect(example.status == 0)
    try write(example.output)
    let check = try bench.rollcall("config", "check", file)
    #expect(check.status == 0 && check.errors.contains("0 set"))
    let documented = try String(
      contentsOf: URL(filePath: Products.repository + "/docs/rollcall.conf"), encoding: .utf8)
    #expect(documented == example.output, "rollcall config example --language en > docs/rollcall.conf")
  }

  @Test func `login.cgi reads the file, and lets nobody in when it cannot`() throws {
    func ask(_ environment: [String: String]) throws -> ChildProgram.Result {
      let request = [
        "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET", "SCRIPT_NAME": "/login.cgi",
        "PATH_INFO": "/auth/request", "REMOTE_ADDR": "127.0.0.1", "HTTPS": "on", "HTTP_HOST": "localhost",
        "HTTP_COOKIE": "__Host-rollcall=" + String(repeating: "A", count: 64), "ROLLCALL_DATABASE": "",
      ]
      return try ChildProgram.run(
        Products.release("login.cgi"), [], environment: request.merging(environment) { $1 })
    }
    try write("database = \(bench.database)\nlogin = /in.cgi\n")
    let answer = try ask(["ROLLCALL_CONFIG": file])
    #expect(answer.output.contains("Status: 401") && answer.output.contains("/in.cgi"), "\(answer.errors)")
    try write("databse = \(bench.database)\n")
    let refused = try ask(["ROLLCALL_CONFIG": file])
    #expect(refused.output.contains("Status: 503"))
    #expect(refused.errors.contains("did you mean database?"))
  }

  @Test func `every program says the version of the change log`() throws {
    let version = try bench.rollcall("--version").output.trimmingCharacters(in: .newlines)
    let changes = try String(contentsOf: URL(filePath: Products.repository + "/CHANGELOG.md"), encoding: .utf8)
    #expect(changes.contains("\n## \(version)"))
    let byHand = try ChildProgram.run(Products.release("login.cgi"), [], environment: ["GATEWAY_INTERFACE": ""])
    #expect(byHand.errors.contains("login.cgi \(version) "))
  }
}
