import SessionCore
import Support
import Testing

@testable import LoginWeb

/// A database from which the web server would hand out pages is one that anybody can download (OWASP ASVS 5.0, 13.4.1).
@Suite struct PrivateFilesTests {
  private func status(_ root: String?, _ settings: [String: String]) throws -> (Status, [String]) {
    let test = try TestSite()
    test.site = Site(environment: { settings[$0] })
    let (token, _) = try test.database.logIn("alice")
    let answer = test.send([
      "PATH_INFO": "/auth/request", "HTTP_COOKIE": "__Host-rollcall=\(token.text)", "DOCUMENT_ROOT": root,
    ])
    return (answer.status, test.log)
  }

  @Test(arguments: [
    ("/srv/www", ["ROLLCALL_DATABASE": "/srv/www/rollcall.db"]),
    ("/srv/www/", ["ROLLCALL_DATABASE": "sqlite:/srv/www/data/rollcall.db"]),
    ("/srv/./www//", ["ROLLCALL_DATABASE": "/srv/x/../www/rollcall.db"]),
    ("/srv/www", ["ROLLCALL_DATABASE": "/var/lib/rollcall.db", "ROLLCALL_KEY": "/srv/www/key"]),
    ("/srv/www", ["ROLLCALL_DATABASE": "/var/lib/rollcall.db", "ROLLCALL_PEPPER": "/srv/www/pepper"]),
    ("/", ["ROLLCALL_DATABASE": "/var/lib/rollcall.db"]),
    ("/srv/www", ["ROLLCALL_DATABASE": "mariadb://web@db/site?password-file=/srv/www/password"]),
    ("/srv/www", ["ROLLCALL_DATABASE": "mariadb://web@db/site?password-file=/etc/p&key-file=/srv/www/key"]),
  ]) func `below the document root it is refused, with a line for the operator`(
    _ root: String, _ settings: [String: String]
  ) throws {
    let (status, log) = try status(root, settings)
    #expect(status == .serviceUnavailable)
    #expect(log.count == 1 && log[0].contains("below \(root)"))
  }

  @Test(arguments: [
    "/srv/www2", "/srv/ww", "/srv/www/x", "/srv/www/rollcall.db.d", "", "srv/www", "/srv/www/../other",
  ]) func `beside it is fine`(_ root: String) throws {
    let (status, log) = try status(root, ["ROLLCALL_DATABASE": "/srv/www/rollcall.db"])
    #expect(status == .ok)
    #expect(log.isEmpty)
    #expect(try self.status(nil, ["ROLLCALL_DATABASE": "/srv/www/rollcall.db"]).0 == .ok)
  }
}
