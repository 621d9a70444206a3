import Foundation
import MariaDBEngine
import SessionCore
import SessionStore
import Support
import Testing

/// Reads that nobody wants any more.
@Suite struct CancellingTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  /// Runs for a minute and more, unless it is stopped.
  static let endless = "SELECT COUNT(*) FROM seq_1_to_1000000 a, seq_1_to_1000000 b WHERE a.seq * b.seq % 7 = 3"

  @Test func `a read that runs is stopped, and the connection goes on`() async throws {
    let address = try bench.address([bench.server.port], "&read-timeout=60")
    let name = bench.database.name
    let cancellation = ReadCancellation()
    let reading = Task {
      try await inThread {
        let connection = try MariaDBConnection(address)
        for _ in 0..<2 {
          let found = failure {
            try connection.read(until: cancellation) { try connection.query(Self.endless, []) { _ in } }
          }
          #expect(found?.kind == .interrupted)
        }
        #expect(try connection.value() == 0)
        try connection.transaction(.full) { try connection.add(1) }
        #expect(try connection.value() == 1)
      }
    }
    let watcher = try MariaDBConnection(bench.database.address)
    var isRunning = false
    while !isRunning {
      try watcher.query(
        "SELECT 1 FROM information_schema.processlist WHERE db = ? AND info LIKE 'SELECT COUNT(*) FROM seq%'",
        [.text(name)]
      ) { _ in isRunning = true }
    }
    cancellation.cancel()
    try await reading.value
  }

  @Test func `what is cancelled before it begins does not begin`() throws {
    let connection = try bench.connection()
    let cancellation = ReadCancellation()
    cancellation.cancel()
    let found = failure {
      try connection.read(until: cancellation) { try connection.query(Self.endless, []) { _ in } }
    }
    #expect(found?.kind == .interrupted)
    #expect(try connection.value() == 0)
  }

  @Test func `a stop between two statements ends the read, and no later one`() throws {
    let connection = try bench.connection()
    for _ in 0..<20 {
      let cancellation = ReadCancellation()
      let found = failure {
        try connection.read(until: cancellation) {
          try connection.snapshot {
            #expect(try connection.value() == 0)
            cancellation.cancel()
            _ = try connection.value()
          }
        }
      }
      #expect(found?.kind == .interrupted)
      #expect(try connection.value() == 0)
      try connection.transaction(.full) { try connection.add(0) }
    }
  }
}
