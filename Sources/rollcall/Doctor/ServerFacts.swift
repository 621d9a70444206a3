import SessionCore
import SessionStore

/// What one server says of itself, as far as the site depends on it.
struct ServerFacts {
  /// One table of the database.
  struct Table {
    let name: String
    let engine: String
    let collation: String
  }

  /// The server, as sentences name it.
  let host: String
  /// The words of a command line that reach it with the server's own client.
  let client: String
  /// What is set: for this connection where that can be set for one, else for the server.
  var variables: [String: String] = [:]
  /// What is.
  var status: [String: String] = [:]
  /// The database's tables.
  var tables: [Table] = []
  /// What this account may do there.
  var grants: [String] = []
  /// How far the server's clock is ahead of this machine's.
  var ahead = Interval(milliseconds: 0)
  /// How long the answer to that took: what is less than that is not known.
  var blur = Interval(milliseconds: 0)

  private static let names = [
    "autocommit", "binlog_format", "character_set_database", "innodb_autoinc_lock_mode",
    "innodb_flush_log_at_trx_commit", "log_bin", "max_allowed_packet", "read_only", "sql_mode", "sync_binlog",
    "transaction_isolation", "tx_isolation", "version", "version_comment", "wsrep_on", "wsrep_sync_wait",
  ]
  private static let states = [
    "Ssl_cipher", "Ssl_version", "wsrep_cluster_size", "wsrep_cluster_state_uuid", "wsrep_cluster_status",
    "wsrep_incoming_addresses", "wsrep_local_state_comment", "wsrep_ready",
  ]

  /// Of a server that was not asked.
  init(host: String, client: String) {
    self.host = host
    self.client = client
  }

  /// Asks a server, through a connection to it alone. What a node answers even when it is cut off comes first.
  ///
  /// - Returns: why it did not answer the rest; nil when it did.
  mutating func ask(_ connection: any Connection) -> StoreError? {
    do {
      variables = try Self.pairs("SHOW SESSION VARIABLES", Self.names, connection)
      status = try Self.pairs("SHOW SESSION STATUS", Self.states, connection)
      try askClock(connection)
      try connection.query("SHOW GRANTS", []) { row in grants.append(row.text(0)) }
      try connection.query(
        """
        SELECT table_name, engine, table_collation FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name
        """, []
      ) { row in tables.append(Table(name: row.text(0), engine: row.text(1), collation: row.text(2))) }
      return nil
    } catch let error as StoreError {
      return error
    } catch {
      return connection.error(.other, "\(error)")
    }
  }

  private static func pairs(_ question: String, _ names: [String], _ connection: any Connection) throws
    -> [String: String]
  {
    var pairs: [String: String] = [:]
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    try connection.query("\(question) WHERE Variable_name IN (\(list))", []) { pairs[$0.text(0)] = $0.text(1) }
    return pairs
  }

  /// Three times: the shortest answer says it best.
  private mutating func askClock(_ connection: any Connection) throws {
    blur = .minutes(1)
    for _ in 0..<3 {
      let before = Clock.system.now()
      var then: Int64 = 0
      try connection.query("SELECT CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)", []) { then = $0.integer(0) }
      let after = Clock.system.now()
      guard after - before <= blur else { continue }
      blur = after - before
      ahead = Interval(milliseconds: then - (before.milliseconds + after.milliseconds) / 2)
    }
  }
}

extension ServerFacts {
  /// Whether the server is a node of a cluster.
  var isNode: Bool { variables["wsrep_on"] == "ON" }

  /// Whether it is MariaDB, rather than another server that speaks the same.
  var isMariaDB: Bool { variables["version"]?.contains("MariaDB") ?? false }

  /// The first numbers of its version.
  var version: [Int] {
    (variables["version"] ?? "").split { !($0.isASCII && $0.isNumber) }.prefix(3).compactMap { Int($0) }
  }

  /// The command line that sets something on the server, until it starts anew.
  func setting(_ assignment: String) -> String { "mariadb \(client) -e \("SET GLOBAL \(assignment)".inShell)" }
}

extension MariaDBAddress {
  /// The state of the server of an address with one host, of which nothing is known yet.
  var unasked: ServerFacts {
    if let socket { return ServerFacts(host: "localhost", client: "-S \(socket.inShell)") }
    let host = hosts.first
    return ServerFacts(
      host: host?.description ?? "localhost",
      client: "-h \((host?.name ?? "localhost").inShell) -P \(host?.port ?? Host.standardPort)")
  }
}
