// The operations are documented where they are asked for: in SessionCore's PopulationTable.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import SessionCore

extension SQLStore {
  public func add(_ rows: PackedRows) throws {
    guard let table = MovedTable.all.first(where: { $0.name == rows.table }), table.columns.count == rows.width else {
      throw connection.error(.other, "rows of no table: \(rows.table)")
    }
    let database = try database
    guard !database.isWriting else { return try database.add(rows, table.columnList) }
    try database.transaction(.normal) { try database.add(rows, table.columnList) }
  }

  public func userAgentNumber(_ text: String) throws -> Int64 {
    guard case .integer(let number) = try userAgent(text) else { throw connection.error(.other, "no number") }
    return number
  }

  public func nextUserID() throws -> User.ID {
    User.ID(rawValue: try max(lastUserID()?.rawValue ?? 0, settings()[.lastUserID] ?? 0) + 1)
  }

  public func canBeFilled() throws -> Bool {
    switch dialect {
    case .sqlite: return true
    case .mysql: return false
    case .mariadb:
      // An account that may not change tables has no other way than others.
      guard (try? database.run("ALTER TABLE users DROP INDEX IF EXISTS no_such_index", [])) != nil else { return false }
      let isNode = try database.first("SELECT @@wsrep_on") { $0.integer(0) != 0 } ?? false
      // What is there already would have to be told from what is added, were the program killed.
      return try !isNode && Self.filled.allSatisfy { try isEmpty($0) }
    }
  }

  private func isEmpty(_ table: String) throws -> Bool {
    try database.first("SELECT 1 FROM \(table) LIMIT 1") { _ in true } == nil
  }

  public func fill<Result>(_ body: () throws -> Result) throws -> Result {
    let first = try nextUserID()
    let withParts = {
      let result = try body()
      // Of all users together, so that they come in their order.
      if let last = try self.lastUserID(), last >= first { try self.addLoginParts(from: first, to: last) }
      return result
    }
    return dialect == .sqlite ? try fillFile(withParts) : try fillServer(withParts)
  }

  /// The tables that are filled.
  static let filled = ["users", "login_parts", "credentials", "sessions", "ended_sessions", "attempts"]
}
