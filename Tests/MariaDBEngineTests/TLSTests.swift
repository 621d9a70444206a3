import Foundation
import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// Whom a connection trusts.
@Suite struct TLSTests {
  /// A server that speaks TLS, with a certificate for 127.0.0.1 by one authority; and what belongs to others.
  static let server = Result {
    try MariaDBServer { path in
      try Certificates.make(in: path)
      return ["--ssl-cert=\(path)/cert.pem", "--ssl-key=\(path)/key.pem"]
    }
  }

  private func address(_ host: String, _ authority: String) throws -> MariaDBAddress {
    let server = try Self.server.get()
    return try MariaDBAddress(
      "mariadb://\(MariaDBServer.user)@\(host):\(server.port)/mysql?password-file=\(server.passwordFile)"
        + "&tls-ca=\(server.path)/\(authority)")
  }

  @Test func `the server that the authority knows is trusted, and nothing is in clear`() throws {
    let connection = try MariaDBConnection(address("127.0.0.1", "ca.pem"))
    try connection.query("SHOW SESSION STATUS LIKE 'Ssl_cipher'", []) { #expect(!$0.text(1).isEmpty) }
  }

  @Test func `an unknown authority, another name, and no TLS at all are refused`() throws {
    for address in try [address("127.0.0.1", "other.pem"), address("localhost", "ca.pem")] {
      let found = failure { _ = try MariaDBConnection(address) }
      #expect(found?.kind == .unreachable, "\(address)")
      #expect(found?.detail.contains("2026") == true)
    }
    let plain = try MariaDBServer.shared()
    for parameters in ["tls=on", "tls-ca=\(try Self.server.get().path)/ca.pem"] {
      let found = failure { _ = try MariaDBConnection(plain.address("mysql", parameters)) }
      #expect(found?.kind == .unreachable)
      #expect(found?.detail.contains("2026") == true)
    }
  }

  @Test func `an authority's file that is not there is an error`() throws {
    #expect(failure { _ = try MariaDBConnection(address("127.0.0.1", "nothing.pem")) } != nil)
  }

  @Test func `a connection that is cut goes on by TLS`() throws {
    let server = try Self.server.get()
    let proxy = try CommitProxy(to: server.port)
    let connection = try MariaDBConnection(
      MariaDBAddress(
        "mariadb://\(MariaDBServer.user)@127.0.0.1:\(proxy.port)/mysql?password-file=\(server.passwordFile)"
          + "&tls-ca=\(server.path)/ca.pem"))
    for _ in 0..<3 {
      proxy.cut()
      try connection.query("SHOW SESSION STATUS LIKE 'Ssl_cipher'", []) { #expect(!$0.text(1).isEmpty) }
    }
  }
}
