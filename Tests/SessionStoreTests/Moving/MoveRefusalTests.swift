import SQLiteEngine
import SessionCore
import Support
import Testing

@testable import SessionStore

@Suite struct MoveRefusalTests {
  private let bench: MoveBench

  init() throws {
    bench = try MoveBench(.sqliteToSQLite)
    try bench.fill(users: 3)
  }

  private var now: Timestamp { bench.database.clock.now }

  @Test func `a target that is in use is left alone`() throws {
    try bench.target.addUser("carol")
    #expect(throws: MoveError.inUse) { try bench.move().look() }
    #expect(throws: MoveError.inUse) {
      try Move(from: bench.target.anotherConnection(), to: bench.database.anotherConnection()).look()
    }
  }

  @Test func `a target of another program is left alone`() throws {
    let path = bench.database.directory.file("notes.db")
    let notes = try SQLiteConnection(path: path, mode: .create)
    try notes.run("CREATE TABLE notes(text TEXT)", [])
    #expect(throws: MoveError.foreign) { try Move(from: bench.database.anotherConnection(), to: notes).look() }
  }

  @Test func `a copy belongs to one source and one move`() throws {
    try bench.move().begin(as: 5)
    #expect(try bench.move().look() == .copying)
    let other = try TestDatabase(.sqlite)
    let stranger = Move(from: try other.anotherConnection(), to: try bench.target.anotherConnection())
    #expect(throws: MoveError.otherMove) { try stranger.look() }
    // A move to somewhere else begins anew, and the first copy belongs to nobody.
    let elsewhere = try TestDatabase(.sqlite)
    let second = Move(from: try bench.database.anotherConnection(), to: try elsewhere.anotherConnection())
    #expect(try second.look() == .new)
    try second.begin(as: 6)
    #expect(throws: MoveError.otherMove) { try bench.move().look() }
    try second.close(at: now) {}
    let third = try TestDatabase(.sqlite)
    #expect(throws: MoveError.closedForAnother) {
      try Move(from: bench.database.anotherConnection(), to: third.anotherConnection()).look()
    }
  }

  @Test func `what was moved is neither moved again nor moved to`() throws {
    try bench.run()
    #expect(try bench.move().look() == .done)
    let third = try TestDatabase(.sqlite)
    let again = Move(from: try bench.database.anotherConnection(), to: try third.anotherConnection())
    #expect { try again.look() } throws: { ($0 as? StoreError)?.kind == .moved }
    #expect { try Move.abandon(bench.database.anotherConnection()) {} } throws: { ($0 as? StoreError)?.kind == .moved }
    let back = Move(from: try bench.target.anotherConnection(), to: try bench.database.anotherConnection())
    #expect(throws: MoveError.targetWasMoved) { try back.look() }
  }

  @Test func `it is not gone over before both are equal`() throws {
    let move = try bench.move()
    try move.begin(as: 5)
    _ = try move.copy { _ in }
    #expect(throws: MoveError.notClosed) { try move.noteEqual(try move.compare { _ in }) }
    #expect(throws: MoveError.notClosed) { try move.retireSource(at: now) }
    try move.close(at: now) {}
    #expect(throws: MoveError.notClosed) { try move.retireSource(at: now) }
    #expect(throws: MoveError.notClosed) { try move.openTarget {} }
    try move.noteEqual(try move.compare { _ in })
    #expect(throws: MoveError.notClosed) { try move.openTarget {} }
    // Opened and closed again, it is compared again.
    #expect(try Move.abandon(bench.database.anotherConnection()) {})
    bench.database.clock.advance(.seconds(1))
    try move.close(at: now) {}
    #expect(try move.look() == .closed)
    #expect(throws: MoveError.notClosed) { try move.retireSource(at: now) }
  }

  @Test func `whoever writes to the copy meanwhile is noticed`() throws {
    let move = try bench.move()
    try move.begin(as: 5)
    _ = try move.copy { _ in }
    try move.close(at: now) {}
    let raw = try bench.target.anotherConnection()
    var tables = 0
    let report = try move.compare { _ in
      tables += 1
      // Behind what was looked at, and before what is still to come, which is mended.
      if tables == 8 {
        try raw.run("UPDATE users SET max_sessions = 77", [])
        try raw.run("UPDATE audit SET reason = 'changed'", [])
      }
    }
    #expect(report.isEqual)
    let second = try move.compare { _ in }
    #expect(second.changed > 0 && second.isEqual)
    // What cannot be mended is told.
    try raw.run("CREATE TRIGGER stubborn AFTER INSERT ON users BEGIN UPDATE users SET max_sessions = 5; END", [])
    try raw.run("UPDATE users SET max_sessions = 78", [])
    let third = try move.compare { _ in }
    #expect(third.differing == ["users"])
    #expect(throws: MoveError.differs(["users"])) { try move.noteEqual(third) }
  }

  @Test func `a target with more rows than the source is emptied of them`() throws {
    let move = try bench.move()
    try move.begin(as: 5)
    _ = try move.copy { _ in }
    let raw = try bench.target.anotherConnection()
    try raw.run(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5300)
      INSERT INTO attempts(id, at, login, user_agent_id, outcome) SELECT 1000000 + i, 0, 'x', 1, 0 FROM n
      """, [])
    let report = try move.compare { _ in }
    #expect(report.changed >= 5300 && report.isEqual)
  }
}
