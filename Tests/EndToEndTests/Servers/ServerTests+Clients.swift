import Foundation
import Support
import Testing

extension ServerTests {
  @Test("wget logs in and fetches all that a member may read", arguments: ServerKind.allCases)
  func wget(kind: ServerKind) throws {
    let site = try ServedSite(kind)
    func wget(_ path: String, _ options: String...) throws -> ChildProgram.Result {
      try ChildProgram.run(
        "wget",
        [
          "--quiet", "--no-hsts", "--tries=1", "--output-document=-",
          "--ca-certificate=\(site.file("ssl/certificate.pem"))",
          "--load-cookies=\(site.file("tmp/jar"))", "--save-cookies=\(site.file("tmp/jar"))", "--keep-session-cookies",
        ] + options + [site.address + path], environment: ["HOME": site.file("tmp")])
    }
    try site.write("", to: "tmp/jar")
    #expect(try wget(OldPage.minutes).output.isEmpty)
    let form = try wget("/login.cgi?return=\(OldPage.minutes)").output
    let fields = ["login": "alice", "password": ServedSite.password].merging(HTTPResponse.hiddenFields(of: form)) { $1 }
    let body = fields.map { "\(HTTPClient.encode($0.key))=\(HTTPClient.encode($0.value))" }.joined(separator: "&")
    // It follows the answer to the page that was asked for.
    let page = try wget("/login.cgi", "--post-data=\(body)", "--referer=\(site.address)/login.cgi")
    #expect(page.output.contains("annual meeting"), "\(page) \(site.log)")
    #expect(try wget(OldPage.cgi).output.contains("Hours of alice"))
  }

  @Test("w3m shows the notice to a stranger, and the page to a member", arguments: ServerKind.allCases)
  func w3m(kind: ServerKind) throws {
    let site = try ServedSite(kind)
    let visitor = try site.visitor()
    func w3m(_ path: String, _ options: String...) throws -> String {
      try ChildProgram.run(
        "w3m",
        [
          "-dump", "-no-cookie", "-o", "ssl_ca_file=\(site.file("ssl/certificate.pem"))", "-o", "ssl_verify_server=1",
          "-o", "meta_refresh=0",
        ] + options + [site.address + path], environment: ["HOME": site.file("tmp"), "LC_ALL": "C.UTF-8"]
      ).output
    }
    let notice = try w3m(OldPage.cgi, "-o", "accept_language=zh")
    #expect(notice.contains("您尚未登录"), "\(notice)")
    #expect(!notice.contains("Hours of"))
    try visitor.logInAtServer()
    let cookie = try #require(visitor.cookies["__Host-rollcall"])
    let page = try w3m(OldPage.php, "-header", "Cookie: __Host-rollcall=\(cookie)")
    #expect(page.contains("Notes of alice"), "\(page)")
  }
}
