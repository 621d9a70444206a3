import SessionCore
import Support
import Testing

/// What happens to a site at random happens to it on every engine alike: each answer, each list, each entry of the audit
/// log, and who is let in as the rules say.
@Suite struct TraceTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `all engines answer a random trace alike, and as the model says`(_ seed: UInt64) throws {
    let key = ServerKey(random: .system)
    let databases = try TestEngine.allCases.map { try TestDatabase($0, key: key) }
    let runs = try databases.map { database in
      try TraceRun(database.engine.rawValue, [database.store, database.anotherStore()], key: key, seed: seed)
    }
    try Trace.compare(runs, steps: 400, seed: seed)
  }
}
