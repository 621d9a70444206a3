import Foundation
import SQLiteEngine
import SessionCore
import SessionStore
import Support
import Synchronization
import Testing

/// How far the other one is.
private final class Progress: Sendable {
  let isWaiting = DispatchSemaphore(value: 0)
  let isDone = Mutex(false)
}

/// Who changes a great many rows lets others in, and sees to the log meanwhile.
@Suite struct TakingTurnsTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("turns.db")
    let connection = try SQLiteConnection(path: path, mode: .create)
    try connection.enableWriteAheadLog()
    try connection.run("CREATE TABLE t(n INTEGER PRIMARY KEY, x BLOB)", [])
  }

  /// Pages' worth of bytes in one transaction.
  private func write(_ pages: Int, _ connection: SQLiteConnection) throws {
    try connection.transaction(.normal) {
      for _ in 0..<pages { try connection.run("INSERT INTO t(x) VALUES(randomblob(4000))", []) }
    }
  }

  private var log: Int { (try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int) ?? 0 }
  private var database: Int { (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0 }

  @Test func `one who waits gets in between two batches, however many there are`() throws {
    let path = path
    let other = Progress()
    let connection = try SQLiteConnection(path: path)
    var batches = 0
    try connection.inBatches {
      // A thread of its own: a task might not begin before this one is over.
      Thread.detachNewThread {
        other.isWaiting.signal()
        guard let connection = try? SQLiteConnection(path: path) else { return }
        let done: Void? = try? connection.transaction(.full) {
          _ = try connection.run("INSERT INTO t(n) VALUES(-1)", [])
        }
        other.isDone.withLock { $0 = done != nil }
      }
      other.isWaiting.wait()
      while !other.isDone.withLock({ $0 }), batches < 2000 {
        try write(20, connection)
        batches += 1
        try connection.giveWay(after: 1_000_000)
      }
    }
    // It would go on to the end if nobody else got in.
    #expect(batches < 2000)
  }

  @Test func `a small commit beside a great act does not move the act's log`() throws {
    let (many, one) = (try SQLiteConnection(path: path), try SQLiteConnection(path: path))
    let before = database
    try many.inBatches {
      try write(300, many)
      try write(1, one)
      #expect(database == before)
    }
    // When it is over the log is in the database.
    #expect(database > before + 300 * 4000)
  }

  @Test func `who comes after an act that was cut off moves what it left`() throws {
    let (many, one) = (try SQLiteConnection(path: path), try SQLiteConnection(path: path))
    let before = database
    let reader = try SQLiteConnection(path: path)
    try reader.snapshot {
      try reader.query("SELECT count(*) FROM t", []) { _ in }
      // Nothing can be moved while somebody reads an older moment.
      try many.inBatches { try write(300, many) }
      #expect(database == before)
    }
    try write(1, one)
    #expect(database > before + 300 * 4000)
  }

  @Test func `the log of a great act is used again and again`() throws {
    let connection = try SQLiteConnection(path: path)
    try connection.inBatches {
      for _ in 0..<40 {
        try write(500, connection)
        try connection.giveWay(after: 0)
      }
    }
    #expect(database > 20_000 * 4000)
    #expect(log < 5000 * 4120)
  }
}
