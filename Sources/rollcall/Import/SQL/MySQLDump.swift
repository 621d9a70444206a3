/// The rows of one table in a dump that mysqldump or mariadb-dump wrote, read in a stream: however large the dump, only
/// one row of it is held.
struct MySQLDump {
  /// Words with which a statement in a dump begins.
  private static let verbs: Set = [
    "alter", "analyze", "begin", "call", "change", "commit", "create", "delete", "delimiter", "drop", "flush", "grant",
    "insert", "lock", "replace", "select", "set", "start", "truncate", "unlock", "update", "use",
  ]

  let table: String
  var scanner: SQLScanner
  private var isChecked = false
  var sawTable = false
  /// The columns as CREATE TABLE names them.
  var created: [String] = []
  /// The columns of the INSERT that is being read; nil between two.
  private var inserted: [String]?

  /// Reads the rows of `table` from the bytes that `more` gives until it gives nil.
  init(table: String, _ more: @escaping () throws(ImportError) -> [UInt8]?) {
    self.table = table
    scanner = SQLScanner(more)
  }

  /// The next row; nil at the end of a dump that is whole.
  ///
  /// - Throws: ``ImportError``. After that there are no more rows.
  mutating func next() throws(ImportError) -> DumpRow? {
    if let columns = inserted { return try row(columns) }
    while true {
      let token = try first()
      if case .word(let verb) = token, Self.verbs.contains(verb) { isChecked = true }
      switch token {
      case .end: return try end()
      case .sign(Byte.semicolon): continue
      case .word("delimiter"): try skipRoutine()
      case .word("set"): try checkCharacterSet()
      case .word("create"): try create()
      case .word("insert"), .word("replace"):
        if let columns = try insert() { return try row(columns) }
      case .word(let verb) where Self.verbs.contains(verb): try skipStatement(from: token)
      default: throw isChecked ? try unexpected() : .notADump
      }
    }
  }

  /// The first word of a statement. In a file that is no dump, nothing is expected to be whole.
  private mutating func first() throws(ImportError) -> SQLToken {
    if isChecked { return try scanner.next() }
    try scanner.checkBeginning()
    do { return try scanner.next() } catch {
      if case .cutShort = error { throw .notADump }
      throw error
    }
  }

  private func end() throws(ImportError) -> DumpRow? {
    guard isChecked || scanner.sawBeginning else { throw .notADump }
    guard scanner.sawCompletion || !scanner.sawBeginning else { throw .cutShort(line: scanner.line) }
    guard sawTable else { throw .noTable(table) }
    return nil
  }

  /// The next row of this INSERT; at its end, of the next one.
  private mutating func row(_ columns: [String]) throws(ImportError) -> DumpRow? {
    guard try scanner.next() == .sign(Byte.open) else { throw try unexpected() }
    let line = scanner.line
    let values = try rowValues(atMost: columns.count)
    guard values.count == columns.count else { throw .unexpected(line: line) }
    let token = try scanner.next()
    if token == .sign(Byte.comma) {
      inserted = columns
    } else {
      inserted = nil
      try skipStatement(from: token)
    }
    return DumpRow(line: line, columns: columns, values: values)
  }
}
