import Foundation
import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// Hosts that refuse, hang, and break off.
@Suite struct FailOverTests {
  let bench: Workbench
  let proxy: CommitProxy

  init() throws {
    bench = try Workbench()
    proxy = try CommitProxy(to: bench.server.port)
  }

  @Test func `the next host is asked where nobody listens`() throws {
    let dead = try FreePort.some(1)[0]
    let connection = try MariaDBConnection(bench.address([dead, bench.server.port]))
    #expect(try connection.value() == 0)
  }

  @Test func `a host that accepts and says nothing is given up`() throws {
    let silent = try TCPProxy(to: bench.server.port)
    silent.set(.silent)
    let began = Date()
    let connection = try MariaDBConnection(bench.address([silent.port, bench.server.port], "&connect-timeout=1"))
    #expect(try connection.value() == 0)
    #expect(Date().timeIntervalSince(began) > 0.5)
    #expect(
      failure { _ = try MariaDBConnection(bench.address([silent.port], "&connect-timeout=1")) }?.kind == .unreachable)
  }

  @Test func `a host that hangs in the middle of a question is left for the next, and not asked again at once`() throws
  {
    let connection = try MariaDBConnection(
      bench.address([proxy.port, bench.server.port], "&read-timeout=1&connect-timeout=1"))
    #expect(try connection.value() == 0)
    proxy.fallSilent()
    #expect(try connection.value() == 0)
    let accepted = proxy.accepted
    proxy.cut()
    for _ in 0..<20 { #expect(try connection.value() == 0) }
    #expect(proxy.accepted == accepted)
  }

  @Test func `a read and a transaction go on after the connection was cut`() throws {
    let connection = try MariaDBConnection(bench.address([proxy.port]))
    for _ in 0..<3 {
      let before = try connection.serverID
      proxy.cut()
      #expect(try connection.value() >= 0)
      #expect(try connection.serverID != before)
      proxy.cut()
      try connection.transaction(.full) { try connection.add(1) }
    }
    #expect(try bench.value() == 3)
  }

  @Test func `a read and a transaction go on after the server has killed the connection`() throws {
    let connection = try bench.connection()
    let other = try bench.connection()
    var runs = 0
    for number in 1...3 {
      try other.run("KILL CONNECTION \(connection.serverID)", [])
      #expect(try connection.value() == Int64(number - 1))
      try connection.transaction(.full) {
        runs += 1
        try connection.add(1)
        if runs % 2 == 1 { try other.run("KILL CONNECTION \(connection.serverID)", []) }
        try connection.add(0)
      }
    }
    #expect(try bench.value() == 3)
    #expect(runs == 6)
  }

  @Test func `a statement that stands alone and may have been done is not done again`() throws {
    let connection = try MariaDBConnection(bench.address([proxy.port], "&read-timeout=1&connect-timeout=1"))
    try connection.add(1)
    proxy.fallSilent()
    #expect(failure { try connection.add(1) }?.kind == .unreachable)
    proxy.fallSilent(false)
    #expect(try connection.value() == 1)
  }

  @Test func `what was set and prepared on one connection is there on the next`() throws {
    let connection = try MariaDBConnection(bench.address([proxy.port]), mode: .readOnly)
    for _ in 0..<3 {
      #expect(try connection.value() == 0)
      #expect(failure { try connection.add(1) }?.kind == .readOnly)
      try connection.query("SELECT @@tx_isolation, @@wsrep_sync_wait, @@collation_connection, @@autocommit", []) {
        row in
        #expect((0..<4).map { row.text($0) } == ["READ-COMMITTED", "1", "utf8mb4_nopad_bin", "1"])
      }
      proxy.cut()
    }
  }

  @Test func `no host left is an error, and the same connection goes on once there is one`() throws {
    let server = try MariaDBServer()
    try server.administrate { try $0.run("CREATE DATABASE some", []) }
    let connection = try MariaDBConnection(server.address("some", "connect-timeout=1&read-timeout=1"))
    kill(server.process, SIGSTOP)
    #expect(failure { try connection.query("SELECT 1", []) { _ in } }?.kind == .unreachable)
    #expect(
      failure { try connection.transaction(.full) { _ = try connection.run("SELECT 1", []) } }?.kind == .unreachable)
    kill(server.process, SIGCONT)
    try connection.query("SELECT 1", []) { #expect($0.integer(0) == 1) }
    kill(server.process, SIGKILL)
    #expect(failure { try connection.query("SELECT 1", []) { _ in } }?.kind == .unreachable)
  }
}
