import Foundation
import Support
import Testing

/// The keys that the configuration changes, as the real programs take them.
@Suite(.serialized) struct ConsoleKeysTests {
  private let site: RunningSite
  private let settings: PseudoTerminal.Settings

  init() throws {
    site = try RunningSite()
    settings = try RunningConsole.untouchedSettings()
  }

  private func configuration(_ text: String) throws -> String {
    let path = site.files.file("rollcall.conf")
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    return path
  }

  private func run(_ arguments: String...) throws -> ChildProgram.Result {
    try ChildProgram.run(
      Products.release("rollcall"), arguments, environment: ["ROLLCALL_DATABASE": site.database, "LC_ALL": "C.UTF-8"])
  }

  @Test func `a clash is told with its line and both names, by the check and at the start`() throws {
    let path = try configuration("theme = rollcall-dark\nkey.theme = W\nkey.lock = x\n")
    let words = ["\(path):3", "x would be the key of both lock and end in Sessions"]
    for result in [
      try run("config", "check", path), try run("config", "keys", "--config", path),
      try run("console", "--config", path), try run("doctor", "--config", path),
    ] {
      #expect(result.status != 0)
      for word in words { #expect((result.errors + result.output).contains(word), "\(result)") }
    }
  }

  @Test func `changed keys work, are named, and leave the pages alone`() throws {
    let path = try configuration("key.users = W\nkey.theme = F6\nkey.help = F2 ?\n")
    #expect(try run("config", "check", path).status == 0)
    let keys = try run("config", "keys", "--config", path, "--csv")
    #expect(keys.status == 0 && keys.output.contains("users,W,yes"))
    let console = try RunningConsole(site.database, ["--config", path])
    try console.wait(for: "Nobody is logged in.")
    try console.wait(for: "F2 help")
    try console.press("W")
    try console.wait(for: "› alice")
    try console.press(":")
    try console.press("sess")
    try console.wait(for: "› sessions")
    try console.press("\r")
    try console.wait(for: "Nobody is logged in.")
    try console.leave(settings: settings)
    let page = try ChildProgram.run(
      Products.release(TestEngine.chosen == .mariadb ? "login-mariadb.cgi" : "login.cgi"), [],
      environment: [
        "ROLLCALL_CONFIG": path, "ROLLCALL_DATABASE": site.database, "GATEWAY_INTERFACE": "CGI/1.1",
        "REQUEST_METHOD": "GET", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "SCRIPT_NAME": "/login.cgi",
        "HTTP_HOST": "localhost", "SERVER_NAME": "localhost", "SERVER_PORT": "80",
      ])
    #expect(page.output.contains("200") || page.output.contains("<form"), "\(page)")
  }
}
