import SessionCore

/// Reads the accounts of the legacy table `user_man(id, login_name, password, session)` from a dump, one by one. What
/// stands in its column `session` is not even kept.
struct UserManReader: AccountReader {
  private static let table = "user_man"
  private static let columns: [AccountColumn: String] = [.login: "login_name", .password: "password", .id: "id"]

  private var dump: MySQLDump
  private var builder: AccountBuilder
  private let map: ColumnMap
  private var places: (of: [String], map: [AccountColumn: Int])?

  /// Reads the bytes that `more` gives until it gives nil.
  init(_ more: @escaping Bytes, map: ColumnMap = .usual, builder: AccountBuilder) {
    dump = MySQLDump(table: Self.table, more)
    self.map = map.filled(Self.columns)
    self.builder = builder
  }

  var line: Int { dump.scanner.line }
  var position: Int { dump.scanner.position }

  mutating func next() throws(ImportError) -> AccountRow? {
    guard let row = try dump.next() else { return nil }
    let places = try places(of: row)
    func field(_ column: AccountColumn) -> [UInt8]? { places[column].flatMap { Self.bytes(row.values[$0]) } }
    let secret: RawAccount.Secret =
      places[.password] == nil
      ? .hash(field(.hash), salt: field(.salt)) : .password(field(.password), salt: field(.salt))
    return builder.row(
      RawAccount(
        line: row.line, login: field(.login), secret: secret, id: field(.id), created: field(.created),
        changed: field(.changed), lastLogin: field(.lastLogin), state: field(.state)))
  }

  private mutating func places(of row: DumpRow) throws(ImportError) -> [AccountColumn: Int] {
    if let places, places.of == row.columns { return places.map }
    // Nobody is helped by the name of a number that is missing.
    let map = row.columns.contains("id") ? map : map.without(.id)
    do throws(ColumnProblem) {
      let found = try map.places(among: row.columns, guesses: false)
      places = (row.columns, found)
      return found
    } catch {
      if case .unknownName(let name, _, _) = error { throw .noColumn(name, line: row.line) }
      throw .columns(error)
    }
  }

  private static func bytes(_ value: DumpRow.Value) -> [UInt8]? {
    switch value {
    case .null: nil
    case .text(let bytes): bytes
    case .number(let text): Array(text.utf8)
    }
  }
}
