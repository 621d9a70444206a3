import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// A node that is not part of its cluster: it lets everybody in, and answers nothing that matters.
@Suite struct ClusterNodeTests {
  /// A cluster of one.
  private static func node() throws -> MariaDBServer {
    let ports = try FreePort.some(2)
    return try MariaDBServer { _ in
      [
        "--wsrep-on=ON", "--wsrep-provider=/usr/lib/galera/libgalera_smm.so", "--wsrep-cluster-address=gcomm://",
        "--wsrep-cluster-name=one", "--binlog-format=ROW", "--innodb-autoinc-lock-mode=2",
        "--wsrep-node-address=127.0.0.1:\(ports[0])",
        "--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:\(ports[0]);ist.recv_addr=127.0.0.1:\(ports[1])",
      ]
    }
  }

  private static func prepare(_ server: MariaDBServer, _ value: Int) throws {
    try server.administrate { admin in
      try admin.run("CREATE DATABASE some", [])
      try admin.run("CREATE TABLE some.bench(id BIGINT PRIMARY KEY, value BIGINT NOT NULL) ENGINE=InnoDB", [])
      try admin.run("INSERT INTO some.bench VALUES(1, \(value))", [])
    }
  }

  @Test func `a node outside of its cluster is left for the next host`() throws {
    let (node, other) = try (Self.node(), MariaDBServer())
    try Self.prepare(node, 10)
    try Self.prepare(other, 20)
    let address = try MariaDBAddress(
      "mariadb://\(MariaDBServer.user)@127.0.0.1:\(node.port),127.0.0.1:\(other.port)/some"
        + "?password-file=\(node.passwordFile)")
    let connections = try (0..<3).map { _ in try MariaDBConnection(address) }
    for connection in connections { #expect(try connection.value() == 10) }
    let before = try connections[0].changeCounter()
    try connections[1].transaction(.full) { try connections[1].add(1) }
    #expect(try connections[0].changeCounter() != before)

    try node.administrate { try $0.run("SET GLOBAL wsrep_cluster_address = ''", []) }
    #expect(try connections[0].value() == 20)
    try connections[1].transaction(.full) { try connections[1].add(1) }
    #expect(try connections[2].snapshot { try connections[2].value() } == 21)
    #expect(try MariaDBConnection(address).value() == 21)

    let alone = try MariaDBAddress(
      "mariadb://\(MariaDBServer.user)@127.0.0.1:\(node.port)/some?password-file=\(node.passwordFile)")
    #expect(failure { _ = try MariaDBConnection(alone).value() }?.kind == .unreachable)
  }
}
