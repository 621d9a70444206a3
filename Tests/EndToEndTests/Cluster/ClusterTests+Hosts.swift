import Foundation
import Support
import Testing

extension ClusterTests {
  /// A session that is known to live.
  func session() throws -> String {
    let token = try #require(site.webs[0].formToken())
    return try #require(site.webs[0].logIn("person1", token: token).cookie)
  }

  @Test func `A server that accepts and stays silent is passed over, and not asked again each time`() throws {
    let proxy = try TCPProxy(to: cluster.ports[0])
    defer { proxy.stop() }
    let web = try ClusterWeb(
      cluster.address(["127.0.0.1:\(proxy.port)", cluster.host(2)], "connect-timeout=1", "read-timeout=1"), workers: 1)
    defer { web.stop() }
    let token = try #require(web.formToken())
    #expect(web.logIn("person1", token: token).status == 303)
    // Silent in the middle of a connection that stood.
    proxy.set(.silent)
    let begin = Date()
    var cookies: [String] = []
    for _ in 0..<10 {
      let (status, cookie) = web.logIn("person1", token: token)
      #expect(status == 303, "\(web.log)")
      if let cookie { cookies.append(cookie) }
    }
    let seconds = Date().timeIntervalSince(begin)
    for cookie in cookies { #expect(web.check(cookie) == 200 && site.webs[0].check(cookie) == 200) }
    // Once or twice, and not by each request.
    #expect(proxy.connections < 10)
    // Silent from the start on: who comes new finds the other one as well.
    let other = try ClusterWeb(
      cluster.address(["127.0.0.1:\(proxy.port)", cluster.host(2)], "connect-timeout=1", "read-timeout=1"), workers: 1)
    defer { other.stop() }
    for cookie in cookies { #expect(other.check(cookie) == 200, "\(other.log)") }
    print(
      """
      cluster: a server that accepts and stays silent: 10 logins, \(cookies.count) acknowledged, in \
      \(String(format: "%.1f", seconds)) s; it was asked \(proxy.connections) times
      """)
  }

  @Test func `To a server without TLS where TLS is asked for nothing is told`() throws {
    let files = try TemporaryDirectory()
    let made = try ChildProgram.run(
      "openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
        "/CN=Test CA", "-keyout", files.file("key.pem"), "-out", files.file("ca.pem"),
      ])
    try #require(made.status == 0, "\(made.errors)")
    let cookie = try session()
    let proxy = try TCPProxy(to: cluster.ports[0])
    defer { proxy.stop() }
    let web = try ClusterWeb(cluster.address(["127.0.0.1:\(proxy.port)"], "tls-ca=\(files.file("ca.pem"))"), workers: 1)
    defer { web.stop() }
    let (login, check) = (web.send("GET", "")?.status, web.check(cookie))
    #expect(login == 503 && check == 503)
    #expect(proxy.connections > 0)
    // The account's name goes first in clear, and the password's proof behind it.
    let sent = String(decoding: proxy.sent, as: Unicode.ASCII.self)
    #expect(!sent.contains("rollcall"))
    #expect(web.log.contains("TLS"), "\(web.log)")
    print(
      """
      cluster: a server without TLS where TLS is asked for: login \(login ?? 0), check \(check); \
      \(proxy.sent.count) bytes were sent, the account's name \(sent.contains("rollcall") ? "" : "not ")among them
      """)
  }

  @Test func `With no server left nobody is let in and nobody is thrown out, until one is there`() throws {
    let cookie = try session()
    let proxies = try cluster.ports.map { try TCPProxy(to: $0) }
    defer { proxies.forEach { $0.stop() } }
    let web = try ClusterWeb(
      cluster.address(proxies.map { "127.0.0.1:\($0.port)" }, "connect-timeout=1", "read-timeout=1"), workers: 1)
    defer { web.stop() }
    let token = try #require(web.formToken())
    #expect(web.check(cookie) == 200)
    for proxy in proxies { proxy.set(.closed) }
    let login = web.logIn("person1", token: token)
    let (check, logout) = (web.check(cookie), web.logOut(cookie))
    #expect(login.status == 503 && login.cookie == nil && check == 503 && logout == 503, "\(web.log)")
    for proxy in proxies { proxy.set(.open) }
    try site.wait("a server is found again") { web.check(cookie) == 200 }
    #expect(web.logIn("person1", token: token).status == 303)
    print("cluster: no server left: login \(login.status), check \(check), logout \(logout); 200 once one was back")
  }

  @Test func `Where no node has a majority nobody is let in, and ended sessions stay ended`() throws {
    let token = try #require(site.webs[0].formToken())
    let (cookie, ended) = (try session(), try session())
    #expect(site.webs[1].logOut(ended) == 303)
    for node in cluster.nodes { try cluster.run("cut", "\(node)") }
    try wait(untilAlone: 1, 2, 3)
    for web in site.webs {
      #expect(web.logIn("person1", token: token).status == 503)
      #expect(web.check(cookie) == 503)
      #expect(web.check(ended) != 200)
    }
    for node in cluster.nodes {
      _ = try cluster.sql(node, "SET GLOBAL wsrep_provider_options = 'gmcast.isolate=0'")
    }
    let begin = Date()
    try cluster.mend()
    for web in site.webs {
      try site.wait("logins go on") { web.logIn("person1", token: token).status == 303 }
      #expect(web.check(cookie) == 200 && web.check(ended) == 401)
    }
    print(
      """
      cluster: no majority anywhere: login and check 503 at all web hosts; \
      \(String(format: "%.1f", Date().timeIntervalSince(begin))) s after the network was back logins went on at all of them
      """)
  }
}
