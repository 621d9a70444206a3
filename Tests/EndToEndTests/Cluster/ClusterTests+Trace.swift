import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

extension ClusterTests {
  @Test(arguments: [1, 2] as [UInt64])
  func `A cluster asked at all of its nodes answers a random trace as a file and one server do`(_ seed: UInt64) throws {
    let key = ServerKey(random: .system)
    let databases = try TestEngine.allCases.map { try TestDatabase($0, key: key) }
    let runs = try databases.map { database in
      try TraceRun(database.engine.rawValue, [database.store], key: key, seed: seed)
    }
    let name = "rollcall_trace_\(seed)"
    _ = try cluster.sql(1, "CREATE DATABASE \(name) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin")
    let stores = try cluster.nodes.map { node in
      SQLStore(try MariaDBConnection(MariaDBAddress(cluster.address(cluster.hosts(from: node), database: name))))
    }
    _ = try stores[0].migrate()
    // Adopted at the moment at which the others' keys were: that is in their logs.
    try SessionService(store: stores[0], keys: KeyRing(key), clock: TestClock().clock, hasher: .cheap).adoptKey()
    try Trace.compare(runs + [TraceRun("the cluster", stores, key: key, seed: seed)], steps: 300, seed: seed)
    _ = try cluster.sql(1, "DROP DATABASE \(name)")
  }
}
