extension MySQLDump {
  /// The character sets that are UTF-8, part of it, or say nothing.
  private static let characterSets: Set = ["utf8mb4", "utf8mb3", "utf8", "ascii", "binary", "default"]

  /// `SET NAMES latin1` and its like: what follows would be misread, and in GBK a backslash may be half a character.
  mutating func checkCharacterSet() throws(ImportError) {
    let token = try scanner.next()
    guard token == .word("names") else { return try skipStatement(from: token) }
    let line = scanner.line
    let name = try scanner.next()
    let text =
      switch name {
      case .word(let text), .name(let text): text
      case .text(let bytes): String(decoding: bytes, as: UTF8.self).lowercased()
      default: ""
      }
    guard Self.characterSets.contains(text) else { throw .characterSet(text, line: line) }
    try skipStatement(from: name)
  }

  /// Triggers and routines hold statements of their own: from `DELIMITER ;;` to `DELIMITER ;` nothing is a row.
  mutating func skipRoutine() throws(ImportError) {
    var line = try scanner.takeLine()
    while line.trimmed != ";", line.trimmed.lowercased() != "delimiter ;" {
      line = try scanner.takeLine()
      if try scanner.isAtEnd() { return }
    }
  }

  /// CREATE TABLE: the names of the columns, in their order.
  mutating func create() throws(ImportError) {
    var token = try scanner.next()
    if token == .word("temporary") { token = try scanner.next() }
    guard token == .word("table") else { return try skipStatement(from: token) }
    token = try scanner.next()
    while [.word("if"), .word("not"), .word("exists")].contains(token) { token = try scanner.next() }
    guard try name(&token) == table, token == .sign(Byte.open) else { return try skipStatement(from: token) }
    sawTable = true
    created = try columnsOfDefinition()
    try skipStatement(from: .sign(Byte.comma))
  }

  /// INSERT or REPLACE: the columns of the rows that follow; nil for another table.
  mutating func insert() throws(ImportError) -> [String]? {
    var token = try scanner.next()
    while [.word("low_priority"), .word("delayed"), .word("high_priority"), .word("ignore"), .word("into")]
      .contains(token)
    { token = try scanner.next() }
    guard try name(&token) == table else {
      try skipStatement(from: token)
      return nil
    }
    sawTable = true
    var columns = created
    if token == .sign(Byte.open) {
      columns = try columnsOfList()
      token = try scanner.next()
    }
    guard token == .word("values") || token == .word("value") else { throw try unexpected() }
    guard !columns.isEmpty else { throw .noColumnNames(line: scanner.line) }
    return columns
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
