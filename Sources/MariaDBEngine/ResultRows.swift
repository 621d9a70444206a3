import CMariaDB

/// The rows of a statement that was run and whose answer is here, as the library hands them out.
final class ResultRows {
  /// What a column comes as.
  private enum Form { case integer(isUnsigned: Bool), real, bytes }

  private let statement: PreparedStatement
  private let forms: [Form]
  private let binds: UnsafeMutableBufferPointer<MYSQL_BIND>
  private let lengths: UnsafeMutableBufferPointer<UInt>
  private let nulls: UnsafeMutableBufferPointer<my_bool>
  private let room: UnsafeMutableRawBufferPointer
  private let starts: [Int]

  /// Makes room for the longest value of each column.
  init(_ statement: PreparedStatement) throws(Failure) {
    self.statement = statement
    guard let description = mysql_stmt_result_metadata(statement.handle) else { throw statement.failure(wasSent: true) }
    defer { mysql_free_result(description) }
    let count = Int(mysql_num_fields(description))
    let fields = UnsafeBufferPointer(start: mysql_fetch_fields(description), count: count)
    forms = fields.map(Self.form)
    let sizes = zip(fields, forms).map { field, form in
      if case .bytes = form { (Int(field.max_length) + 8) & ~7 } else { 8 }
    }
    starts = sizes.indices.map { sizes[..<$0].reduce(0, +) }
    room = .allocate(byteCount: max(8, sizes.reduce(0, +)), alignment: 8)
    binds = .allocate(capacity: count)
    binds.initialize(repeating: MYSQL_BIND())
    lengths = .allocate(capacity: count)
    lengths.initialize(repeating: 0)
    nulls = .allocate(capacity: count)
    nulls.initialize(repeating: 0)
    for column in 0..<count {
      binds[column].buffer = room.baseAddress.map { $0 + starts[column] }
      binds[column].buffer_length = UInt(sizes[column])
      binds[column].length = lengths.baseAddress.map { $0 + column }
      binds[column].is_null = nulls.baseAddress.map { $0 + column }
      switch forms[column] {
      case .integer(let isUnsigned):
        binds[column].buffer_type = MYSQL_TYPE_LONGLONG
        binds[column].is_unsigned = isUnsigned ? 1 : 0
      case .real: binds[column].buffer_type = MYSQL_TYPE_DOUBLE
      case .bytes: binds[column].buffer_type = MYSQL_TYPE_STRING
      }
    }
    guard mysql_stmt_bind_result(statement.handle, binds.baseAddress) == 0 else {
      throw statement.failure(wasSent: true)
    }
  }

  deinit {
    binds.deallocate()
    lengths.deallocate()
    nulls.deallocate()
    room.deallocate()
  }

  /// All of them.
  func all() throws(Failure) -> Answer {
    var answer = Answer(columns: forms.count)
    answer.values.reserveCapacity(Int(mysql_stmt_num_rows(statement.handle)) * forms.count)
    while true {
      switch mysql_stmt_fetch(statement.handle) {
      case 0, MYSQL_DATA_TRUNCATED: for column in forms.indices { try take(column, into: &answer) }
      case MYSQL_NO_DATA: return answer
      default: throw statement.failure(wasSent: true)
      }
    }
  }

  private func take(_ column: Int, into answer: inout Answer) throws(Failure) {
    guard nulls[column] == 0 else { return answer.values.append(.null) }
    let start = starts[column]
    switch forms[column] {
    case .integer(isUnsigned: false): answer.values.append(.integer(room.load(fromByteOffset: start, as: Int64.self)))
    case .integer(isUnsigned: true):
      answer.values.append(.integer(Int64(clamping: room.load(fromByteOffset: start, as: UInt64.self))))
    case .real: answer.values.append(.real(room.load(fromByteOffset: start, as: Double.self)))
    case .bytes:
      let length = Int(lengths[column])
      guard length <= Int(binds[column].buffer_length) else {
        throw Failure(UInt32(CR_INVALID_BUFFER_USE), "a value is longer than it was said to be")
      }
      let first = answer.bytes.count
      answer.bytes.append(contentsOf: room[start..<start + length])
      answer.values.append(.bytes(first..<first + length))
    }
  }

  private static func form(_ field: MYSQL_FIELD) -> Form {
    switch field.type {
    case MYSQL_TYPE_TINY, MYSQL_TYPE_SHORT, MYSQL_TYPE_INT24, MYSQL_TYPE_LONG, MYSQL_TYPE_LONGLONG, MYSQL_TYPE_YEAR:
      .integer(isUnsigned: field.flags & UInt32(UNSIGNED_FLAG) != 0)
    case MYSQL_TYPE_FLOAT, MYSQL_TYPE_DOUBLE: .real
    default: .bytes
    }
  }
}
