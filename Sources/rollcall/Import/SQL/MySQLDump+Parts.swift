extension MySQLDump {
  /// The most columns that a table may have (MySQL 8.0, section 8.4.7).
  private static let mostColumns = 4096
  /// Words with which a line of CREATE TABLE begins that is no column.
  private static let notColumns: Set = [
    "primary", "key", "unique", "index", "constraint", "fulltext", "spatial", "foreign", "check", "period",
  ]

  /// What was read last has no place here: because the file ends there, or else for what it is.
  mutating func unexpected() throws(ImportError) -> ImportError {
    let line = scanner.line
    return try scanner.isAtEnd() ? .cutShort(line: line) : .unexpected(line: line)
  }

  /// Passes over the rest of a statement, of which `token` was the last that was read.
  mutating func skipStatement(from token: SQLToken) throws(ImportError) {
    var token = token
    while token != .sign(Byte.semicolon) {
      if token == .end { throw .cutShort(line: scanner.line) }
      token = try scanner.next()
    }
  }

  /// A table's name, with or without its database's before it; then `token` is what follows.
  mutating func name(_ token: inout SQLToken) throws(ImportError) -> String? {
    var name: String?
    while true {
      switch token {
      case .name(let text), .word(let text): name = text
      case .text(let bytes): name = String(decoding: bytes, as: UTF8.self)  // ANSI quotes
      default: throw try unexpected()
      }
      token = try scanner.next()
      guard token == .sign(Byte.dot) else { return name }
      token = try scanner.next()
    }
  }

  /// The columns' names in CREATE TABLE's parentheses, the first of which was read.
  mutating func columnsOfDefinition() throws(ImportError) -> [String] {
    var names: [String] = []
    var depth = 1
    var isBeginning = true
    while depth > 0 {
      let token = try scanner.next()
      switch token {
      case .end: throw .cutShort(line: scanner.line)
      case .sign(Byte.open): depth += 1
      case .sign(Byte.close): depth -= 1
      case .name(let name) where isBeginning: names.append(name.lowercased())
      case .text(let bytes) where isBeginning: names.append(String(decoding: bytes, as: UTF8.self).lowercased())
      case .word(let word) where isBeginning && !Self.notColumns.contains(word): names.append(word)
      default: break
      }
      guard names.count <= Self.mostColumns else { throw try unexpected() }
      isBeginning = depth == 1 && token == .sign(Byte.comma)
    }
    return names
  }

  /// The columns' names in INSERT's parentheses, the first of which was read.
  mutating func columnsOfList() throws(ImportError) -> [String] {
    var names: [String] = []
    while names.count <= Self.mostColumns {
      var token = try scanner.next()
      if let name = try name(&token) { names.append(name.lowercased()) }
      if token == .sign(Byte.close) { return names }
      guard token == .sign(Byte.comma) else { throw try unexpected() }
    }
    throw try unexpected()
  }

  /// A row's values up to its closing parenthesis; the opening one was read.
  mutating func rowValues(atMost count: Int) throws(ImportError) -> [DumpRow.Value] {
    var values: [DumpRow.Value] = []
    while values.count < count {
      try values.append(value())
      let token = try scanner.next()
      if token == .sign(Byte.close) { return values }
      guard token == .sign(Byte.comma) else { throw try unexpected() }
    }
    throw try unexpected()
  }

  private mutating func value() throws(ImportError) -> DumpRow.Value {
    let token = try scanner.next()
    switch token {
    case .word("null"): return .null
    case .word("true"): return .number("1")
    case .word("false"): return .number("0")
    case .text(let bytes): return .text(bytes)
    case .number(let text): return .number(text)
    case .word(let word) where word.hasPrefix("_") || word == "n" || word == "b":  // _binary 'x', N'x', b'1'
      let value = try scanner.next()
      guard case .text(let bytes) = value else { throw try unexpected() }
      return .text(bytes)
    default: throw try unexpected()
    }
  }
}
