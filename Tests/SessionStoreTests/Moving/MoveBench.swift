import SessionCore
import Support

@testable import SessionStore

/// From which kind of database to which.
enum Route: String, CaseIterable, Sendable {
  case sqliteToSQLite, sqliteToMariaDB, mariaDBToSQLite, mariaDBToMariaDB

  var source: TestEngine { self == .sqliteToSQLite || self == .sqliteToMariaDB ? .sqlite : .mariadb }
  var target: TestEngine { self == .sqliteToSQLite || self == .mariaDBToSQLite ? .sqlite : .mariadb }
  /// The way back.
  var back: Route {
    switch self {
    case .sqliteToMariaDB: .mariaDBToSQLite
    case .mariaDBToSQLite: .sqliteToMariaDB
    default: self
    }
  }
}

/// A database in use, and an empty one that it is to be moved to.
final class MoveBench {
  let database: TestDatabase
  let target: TestDatabase
  let route: Route

  init(_ route: Route, from database: TestDatabase? = nil) throws {
    self.route = route
    self.database = try database ?? TestDatabase(route.source)
    // Set up, and never used: as 'rollcall setup' leaves it.
    target = try TestDatabase(route.target)
  }

  /// A move by connections of its own, as another run of the program has.
  func move() throws -> Move { Move(from: try database.anotherConnection(), to: try target.anotherConnection()) }

  /// The operations over the target, under the source's key.
  func serviceAfter() throws -> SessionService { service(try target.anotherStore()) }

  private func service(_ store: SQLStore) -> SessionService {
    SessionService(
      store: store, keys: KeyRing(database.key), clock: database.clock.clock, hasher: database.service.hasher)
  }

  /// Does all of a move, however far it is, and hands every batch to `progress`.
  ///
  /// - Returns: how many rows were copied, and what was found at the end.
  @discardableResult
  func run(_ progress: (Int) throws -> Void = { _ in }) throws -> (copied: Int, found: MoveReport?) {
    let move = try move()
    var copied = 0
    var found: MoveReport?
    if try move.look() == .new { try move.begin(as: Int64.random(in: 1...Int64.max)) }
    if try move.look() == .copying {
      copied = try move.copy(progress)
      _ = try move.compare(progress)
      try move.close(at: database.clock.now) {
        try service(SQLStore(move.source)).noteMove("closed", by: TestDatabase.operator)
      }
    }
    if try move.look() == .closed {
      try move.close(at: database.clock.now) {}
      let report = try move.compare(progress)
      try move.noteEqual(report)
      found = report
    }
    if try move.look() == .equal { try move.retireSource(at: database.clock.now) }
    if try move.look() == .retired { try move.openTarget {} }
    return (copied, found)
  }

  /// What stands in both, held against each other without any of the move's marks.
  static func compare(_ one: any Connection, _ other: any Connection) throws -> MoveReport {
    // What compares also mends: nothing may be left to mend.
    MoveReport(tables: try MovedTable.all.map { try TableCopy(table: $0, source: one, target: other).compare { _ in } })
  }
}

extension MoveBench {
  /// Users, sessions, ended sessions, attempts, acts, codes, kept data; texts that harm what does not take care, and
  /// every column that may be NULL with and without a value.
  func fill(users: Int = 30) throws {
    for (index, name) in Self.names.enumerated() {
      try database.addUser(name)
      let (token, session) = try database.logIn(
        name, from: index.isMultiple(of: 2) ? "2001:db8::\(index)" : "192.0.2.1")
      try database.store.transaction(.full) {
        for value in Self.texts { try database.store.setData(of: session.id, name: "k\(value.count)", value: value) }
      }
      if index == 1 { try database.service.logOut(token) }
      _ = try? database.service.logIn(
        login: name, password: "no", from: LoginSource(address: nil, userAgent: Self.texts[index % Self.texts.count]))
    }
    for index in 0..<users {
      let id = try database.store.transaction(.full) {
        try database.store.addUser(login: Login("many\(index)"), createdAt: database.clock.now)
      }
      try database.store.transaction(.full) {
        try database.store.setMaximumSessions(index.isMultiple(of: 2) ? index : nil, of: id)
      }
      database.clock.advance(.seconds(1))
    }
    for text in Self.texts {
      try database.service.noteMove(text, by: Actor(name: text, terminal: "", address: ""))
    }
  }

  static let names = ["alice", "王小明", "o'hara", "zoë", "zoe\u{308}x", "semi;colon"]
  static let texts = [
    "", " ", "'; DROP TABLE users; --", "\\", "\\'\"`", "%_", "\u{0}nul\u{0}", "\r\n\t", "é", "e\u{301}", "𝕏😀👩‍👩‍👧",
    "trailing  ",
    "NULL", String(repeating: "长", count: 120),
  ]
}
