import SessionCore
import Testing

@testable import rollcall

/// What is made of what servers say of themselves.
@Suite struct ServerFactsTests {
  /// A server of its own, as it should be.
  private static var alone: ServerFacts {
    var server = ServerFacts(host: "db1", client: "-h db1 -P 3306")
    server.variables = [
      "binlog_format": "MIXED", "character_set_database": "utf8mb4", "innodb_autoinc_lock_mode": "1",
      "innodb_flush_log_at_trx_commit": "1", "log_bin": "OFF", "max_allowed_packet": "16777216", "read_only": "OFF",
      "sql_mode": "STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION", "sync_binlog": "0", "tx_isolation": "READ-COMMITTED",
      "version": "10.11.19-MariaDB-0+deb12u1", "wsrep_on": "OFF", "wsrep_sync_wait": "1",
    ]
    server.status = ["Ssl_cipher": "TLS_AES_256_GCM_SHA384", "Ssl_version": "TLSv1.3"]
    server.tables = [ServerFacts.Table(name: "users", engine: "InnoDB", collation: "utf8mb4_nopad_bin")]
    return server
  }

  /// A node of three.
  private static var node: ServerFacts {
    var server = alone
    server.variables.merge(["wsrep_on": "ON", "binlog_format": "ROW", "innodb_autoinc_lock_mode": "2"]) { $1 }
    server.status.merge([
      "wsrep_cluster_size": "3", "wsrep_cluster_status": "Primary", "wsrep_ready": "ON",
      "wsrep_local_state_comment": "Synced", "wsrep_cluster_state_uuid": "a",
      "wsrep_incoming_addresses": "10.0.0.1:3306,10.0.0.2:3306,10.0.0.3:3306",
    ]) { $1 }
    return server
  }

  private static func findings(_ server: ServerFacts, named: Int) -> [Finding] {
    server.settingFindings() + server.durabilityFindings() + server.clusterFindings(named: named)
      + server.tableFindings("site") + [server.clockFinding(), server.wayFinding(isLocal: false)]
  }

  @Test func `servers as they should be`() {
    for (server, named) in [(Self.alone, 1), (Self.node, 3)] {
      let wrong = Self.findings(server, named: named).filter { $0.severity != .ok }
      #expect(wrong.isEmpty, "\(wrong)")
    }
  }

  /// One thing that is not, on a server or a node, what finds it, and how bad it is.
  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let value: String
    let check: String
    let severity: Finding.Severity
    var isNode = false
    var testDescription: String { "\(isNode ? "node" : "server"): \(name) = \(value)" }
  }

  @Test(arguments: [
    Fault(name: "innodb_flush_log_at_trx_commit", value: "2", check: "flush", severity: .problem),
    Fault(name: "innodb_flush_log_at_trx_commit", value: "0", check: "flush", severity: .warning, isNode: true),
    Fault(name: "log_bin", value: "ON", check: "flush", severity: .problem),
    Fault(name: "tx_isolation", value: "REPEATABLE-READ", check: "isolation", severity: .problem),
    Fault(name: "sql_mode", value: "", check: "sql-mode", severity: .problem),
    Fault(name: "max_allowed_packet", value: "65536", check: "packet", severity: .problem),
    Fault(name: "read_only", value: "ON", check: "read-only", severity: .problem),
    Fault(name: "version", value: "10.3.39-MariaDB", check: "server-version", severity: .warning),
    Fault(name: "version", value: "8.0.16", check: "server-version", severity: .warning),
    Fault(name: "character_set_database", value: "latin1", check: "charset", severity: .warning),
    Fault(name: "wsrep_sync_wait", value: "0", check: "sync-wait", severity: .problem, isNode: true),
    Fault(name: "binlog_format", value: "MIXED", check: "replication", severity: .problem, isNode: true),
    Fault(name: "innodb_autoinc_lock_mode", value: "1", check: "replication", severity: .problem, isNode: true),
    Fault(name: "wsrep_on", value: "OFF", check: "cluster", severity: .problem, isNode: true),
    Fault(name: "wsrep_cluster_status", value: "non-Primary", check: "cluster", severity: .problem, isNode: true),
    Fault(name: "wsrep_ready", value: "OFF", check: "cluster", severity: .problem, isNode: true),
    Fault(
      name: "wsrep_local_state_comment", value: "Donor/Desynced", check: "cluster", severity: .warning, isNode: true),
    Fault(name: "wsrep_cluster_size", value: "2", check: "cluster", severity: .warning, isNode: true),
    Fault(name: "wsrep_incoming_addresses", value: "a:1,b:1", check: "cluster", severity: .warning, isNode: true),
    Fault(
      name: "wsrep_incoming_addresses", value: "a:1,b:1,c:1,d:1", check: "cluster", severity: .warning, isNode: true),
    Fault(name: "Ssl_cipher", value: "", check: "connection", severity: .warning),
  ]) func `one thing that is wrong is the one that is found`(_ fault: Fault) {
    var server = fault.isNode ? Self.node : Self.alone
    if server.variables[fault.name] == nil {
      server.status[fault.name] = fault.value
    } else {
      server.variables[fault.name] = fault.value
    }
    if !server.isMariaDB {
      server.tables = [ServerFacts.Table(name: "users", engine: "InnoDB", collation: "utf8mb4_0900_bin")]
    }
    let wrong = Self.findings(server, named: fault.isNode ? 3 : 1).filter { $0.severity != .ok }
    #expect(wrong.map(\.check) == [fault.check])
    #expect(wrong.map(\.severity) == [fault.severity])
    for finding in wrong { #expect(finding.sentence.english != finding.sentence.chinese) }
  }

  @Test func `an arbitrator is no host to be named`() {
    var server = Self.node
    server.status["wsrep_cluster_size"] = "3"
    server.status["wsrep_incoming_addresses"] = "10.0.0.1:3306,,10.0.0.2:3306"
    #expect(server.clusterFindings(named: 2).allSatisfy { $0.severity == .ok })
  }

  @Test func `tables and clocks`() {
    var server = Self.alone
    server.tables.append(ServerFacts.Table(name: "notes", engine: "Aria", collation: "latin1_swedish_ci"))
    let tables = server.tableFindings("my`site")
    #expect(tables.map(\.check) == ["engine", "charset"] && tables.allSatisfy { $0.severity == .problem })
    #expect(tables[0].mend == "mariadb -h db1 -P 3306 -e 'ALTER TABLE `my``site`.`notes` ENGINE = InnoDB'")
    for (ahead, blur, severity) in [(1500, 0, "ok"), (2500, 0, "warning"), (-2500, 0, "warning"), (2500, 600, "ok")] {
      server.ahead = Interval(milliseconds: Int64(ahead))
      server.blur = Interval(milliseconds: Int64(blur))
      #expect(server.clockFinding().severity.rawValue == severity)
    }
  }

  @Test func `what several hosts have in common is said once`() {
    var two = Self.node
    two.status["wsrep_cluster_state_uuid"] = "b"
    let unity = ServerFacts.unityFindings([Self.node, two])
    #expect(unity.map(\.severity) == [.problem])
    #expect(ServerFacts.unityFindings([Self.node, Self.node]).isEmpty)
    let same = Finding.ok("a", "it is.", "是。")
    let joined = ServerFinding.joined([
      ServerFinding(host: "db1", finding: same), ServerFinding(host: "db2", finding: same),
      ServerFinding(host: "db3", finding: .warning("a", "it is not.", "不是。")),
    ])
    #expect(joined.map(\.sentence.english) == ["db1, db2: it is.", "db3: it is not."])
  }
}
