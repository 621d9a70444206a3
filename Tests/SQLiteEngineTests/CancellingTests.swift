import Dispatch
import Glibc
import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Testing

/// Reads that are stopped from another thread, on a real file with many rows.
@Suite struct CancellingTests {
  private let directory: TemporaryDirectory
  private var path: String { directory.file("many.db") }

  /// A count that would take hours: every row with every other.
  private static let endless = "SELECT count(*) FROM many a, many b WHERE a.text || b.text LIKE '%zzz%'"

  init() throws {
    directory = try TemporaryDirectory()
    let connection = try SQLiteConnection(path: path, mode: .create)
    try connection.enableWriteAheadLog()
    try connection.run("CREATE TABLE many(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT", [])
    try connection.run(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
      INSERT INTO many SELECT i, 'row ' || i FROM n
      """, [])
  }

  private func kind(_ body: () throws -> Void) -> StoreError.Kind? {
    do { try body() } catch let error as StoreError { return error.kind } catch { return nil }
    return nil
  }

  /// Cancels as soon as something reads.
  private func cancel(_ cancellation: ReadCancellation, once isReading: ReadCancellation, after steps: Int = 0)
    -> DispatchGroup
  {
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      while !isReading.isCancelled { sched_yield() }
      for _ in 0..<steps { sched_yield() }
      cancellation.cancel()
    }
    return group
  }

  @Test func `a read that would take hours stops, and the connection goes on`() throws {
    let connection = try SQLiteConnection(path: path)
    let cancellation = ReadCancellation()
    let isReading = ReadCancellation()
    let other = cancel(cancellation, once: isReading)
    let kind = kind {
      try connection.read(until: cancellation) {
        try connection.snapshot {
          // The first row of the first statement says that reading has begun.
          try connection.query("SELECT 1 FROM many LIMIT 1", []) { _ in isReading.cancel() }
          try connection.query(Self.endless, []) { _ in }
        }
      }
    }
    other.wait()
    #expect(kind == .interrupted)
    // No snapshot is left behind: what others write from now on is seen, and this connection can write.
    let writer = try SQLiteConnection(path: path)
    try writer.run("DELETE FROM many WHERE id <= 10", [])
    var count: Int64 = 0
    try connection.query("SELECT count(*) FROM many", []) { count = $0.integer(0) }
    #expect(count == 199_990)
    _ = try connection.transaction(.full) { try connection.run("DELETE FROM many WHERE id <= 20", []) }
  }

  @Test func `what is cancelled before it begins does not begin`() throws {
    let connection = try SQLiteConnection(path: path)
    let cancellation = ReadCancellation()
    cancellation.cancel()
    var hasRead = false
    #expect(
      kind {
        try connection.read(until: cancellation) {
          try connection.query("SELECT 1 FROM many LIMIT 1", []) { _ in hasRead = true }
        }
      } == .interrupted)
    #expect(!hasRead)
  }

  @Test func `an interrupt that is lost between two steps stops the read all the same`() throws {
    let connection = try SQLiteConnection(path: path)
    let cancellation = ReadCancellation()
    var rows = 0
    let kind = kind {
      try connection.read(until: cancellation) {
        // SQLite is told nothing, as by a call that comes just before a statement's first step.
        try cancellation.whileReading(stop: {}) {
          try connection.query("SELECT id FROM many", []) { _ in
            rows += 1
            cancellation.cancel()
          }
        }
      }
    }
    #expect(kind == .interrupted && rows < 100_000)
    // Nothing of it is left for what comes next.
    var count: Int64 = 0
    try connection.query("SELECT count(*) FROM many WHERE text <> ''", []) { count = $0.integer(0) }
    #expect(count == 200_000)
  }

  @Test func `what is cancelled too late harms nothing that comes after it`() throws {
    let connection = try SQLiteConnection(path: path)
    let cancellation = ReadCancellation()
    try connection.read(until: cancellation) { try connection.query("SELECT 1", []) { _ in } }
    cancellation.cancel()
    try connection.transaction(.full) {
      cancellation.cancel()
      try connection.run("DELETE FROM many WHERE id = 1", [])
    }
    try connection.query("SELECT count(*) FROM many", []) { #expect($0.integer(0) == 199_999) }
  }

  @Test func `stopped at any moment, a snapshot is always left`() throws {
    let connection = try SQLiteConnection(path: path)
    for round in 0..<200 {
      let cancellation = ReadCancellation()
      let isReading = ReadCancellation()
      let other = cancel(cancellation, once: isReading, after: round * 3)
      _ = kind {
        try connection.read(until: cancellation) {
          isReading.cancel()
          try connection.snapshot {
            for _ in 0..<20 { try connection.query("SELECT count(*) FROM many WHERE id < 200", []) { _ in } }
          }
        }
      }
      other.wait()
      // Within a snapshot that was left behind, this would not be a transaction of its own that others see.
      _ = try connection.transaction(.normal) {
        try connection.run("UPDATE many SET text = '\(round)' WHERE id = 5", [])
      }
      let reader = try SQLiteConnection(path: path, mode: .readOnly)
      try reader.query("SELECT text FROM many WHERE id = 5", []) { #expect($0.text(0) == "\(round)") }
    }
  }
}
