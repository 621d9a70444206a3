// The operations are documented where they are asked for: in SessionCore's Store.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

/// The columns of a user, as ``readUser(_:)`` takes them.
let userColumns = """
  u.id, u.login, u.login_key, u.state, u.not_before, u.created_at, u.last_login_at, u.last_login_from, u.version, u.max_sessions
  """

/// Reads a user.
func readUser(_ row: any Row) -> User {
  User(
    id: User.ID(rawValue: row.integer(0)), login: Login(text: row.text(1), key: row.text(2)),
    state: readState(row.integer(3)), notBefore: Timestamp(milliseconds: row.integer(4)),
    createdAt: Timestamp(milliseconds: row.integer(5)),
    lastLoginAt: row.isNull(6) ? nil : Timestamp(milliseconds: row.integer(6)),
    lastLoginFrom: IPAddress(bytes: row.blob(7)), maximumSessions: row.isNull(9) ? nil : Int(row.integer(9)),
    version: row.integer(8))
}

/// A state that this version does not know lets nobody in.
func readState(_ number: Int64) -> User.State { UInt8(exactly: number).flatMap(User.State.init) ?? .locked }

extension SQLStore {
  public func addUser(login: Login, createdAt: Timestamp) throws -> User.ID {
    // A number that a removed user had must not come back: ended sessions and the audit log still speak of them.
    // Nobody else gives the same one meanwhile: users are made in line, as entries of the log are.
    if dialect != .sqlite { _ = try auditEnd(.head) }
    let last = try max(lastUserID()?.rawValue ?? 0, settings()[.lastUserID] ?? 0)
    let id = User.ID(rawValue: last + 1)
    try database.run(
      "INSERT INTO users(id, login, login_key, created_at) VALUES(?, ?, ?, ?)",
      [.id(id), .text(login.text), .text(login.key), .time(createdAt)])
    try addLoginParts(from: id, to: id)
    return id
  }

  public func removeUser(_ user: User.ID) throws {
    try set([.lastUserID: max(user.rawValue, settings()[.lastUserID] ?? 0)])
    try removeLoginParts(of: user)
    try database.run("DELETE FROM users WHERE id = ?", [.id(user)])
  }

  public func user(key: String) throws -> User? {
    try database.first("SELECT \(userColumns) FROM users u WHERE u.login_key = ?\(lock)", [.text(key)], readUser)
  }

  public func user(id: User.ID) throws -> User? {
    try database.first("SELECT \(userColumns) FROM users u WHERE u.id = ?\(lock)", [.id(id)], readUser)
  }

  public func lastUserID() throws -> User.ID? {
    try database.first("SELECT max(id) FROM users") { row in
      row.isNull(0) ? nil : User.ID(rawValue: row.integer(0))
    } ?? nil
  }

  public func setState(_ state: User.State, of user: User.ID) throws -> Bool {
    let number = SQLValue.integer(Int64(state.rawValue))
    return try database.run(
      "UPDATE users SET state = ?, version = version + 1 WHERE id = ? AND state <> ?", [number, .id(user), number]) > 0
  }

  public func setNotBefore(_ time: Timestamp, of user: User.ID) throws {
    try database.run(
      "UPDATE users SET not_before = ?, version = version + 1 WHERE id = ? AND not_before < ?",
      [.time(time), .id(user), .time(time)])
  }

  public func setMaximumSessions(_ count: Int?, of user: User.ID) throws {
    try database.run(
      "UPDATE users SET max_sessions = ?, version = version + 1 WHERE id = ?",
      [count.map { .integer(Int64($0)) } ?? .null, .id(user)])
  }

  public func noteLogin(of user: User.ID, at time: Timestamp, from address: IPAddress?) throws {
    try database.run(
      "UPDATE users SET last_login_at = ?, last_login_from = ? WHERE id = ?",
      [.time(time), .address(address), .id(user)])
  }
}
