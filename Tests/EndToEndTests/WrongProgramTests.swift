import Support
import Testing

/// A program that is given another kind of database than its own: nobody is let in, and the log names the right program.
@Suite struct WrongProgramTests {
  private func ask(_ program: String, _ database: String) throws -> ChildProgram.Result {
    try ChildProgram.run(
      "env",
      [
        "-i", "GATEWAY_INTERFACE=CGI/1.1", "REQUEST_METHOD=GET", "SCRIPT_NAME=/login.cgi", "PATH_INFO=/auth/request",
        "HTTPS=on", "HTTP_HOST=example.org", "HTTP_COOKIE=__Host-rollcall=" + String(repeating: "A", count: 64),
        "ROLLCALL_CONFIG=/dev/null", "ROLLCALL_DATABASE=\(database)", Products.release(program),
      ])
  }

  @Test(arguments: ["login.cgi", "members.cgi"])
  func `a program on SQLite names the one for MariaDB`(_ program: String) throws {
    let result = try ask(program, "mariadb://web@db/site?password-file=/etc/site-password&key-file=/etc/site-key")
    #expect(result.output.contains("Status: 503") && result.output.contains("Retry-After"))
    #expect(!result.output.contains("mariadb") && !result.output.contains("Remote-User"))
    #expect(result.errors.contains("\(program) knows SQLite alone") && result.errors.contains("mariadb://web@db/site "))
    if program == "login.cgi" { #expect(result.errors.contains("use login-mariadb.cgi")) }
  }

  @Test func `a password in the address lets nobody in and is not shown`() throws {
    let result = try ask("login.cgi", "mariadb://web:hunter2@db/site")
    #expect(result.output.contains("Status: 503"))
    #expect(!(result.output + result.errors).contains("hunter2") && result.errors.contains("password-file=PATH"))
  }
}
