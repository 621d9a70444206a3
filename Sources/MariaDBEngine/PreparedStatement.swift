import CMariaDB
import SessionCore
import SessionStore

/// A statement that a server has read and waits to be given values for.
final class PreparedStatement {
  let handle: UnsafeMutablePointer<MYSQL_STMT>

  /// Prepares `sql` on a connection.
  init(_ sql: String, on connection: UnsafeMutablePointer<MYSQL>) throws(Failure) {
    guard let handle = mysql_stmt_init(connection) else { throw Failure(UInt32(CR_OUT_OF_MEMORY), "no memory") }
    self.handle = handle
    // So that a text's room is known before it is fetched.
    var yes: my_bool = 1
    mysql_stmt_attr_set(handle, STMT_ATTR_UPDATE_MAX_LENGTH, &yes)
    guard mysql_stmt_prepare(handle, sql, UInt(sql.utf8.count)) == 0 else {
      throw failure(wasSent: false).ofNoLock
    }
  }

  deinit { mysql_stmt_close(handle) }

  /// Runs it with the values of some rows, which are not copied; it answers none.
  func execute(_ rows: PackedRows, _ range: Range<Int>) throws(Failure) {
    let values = range.lowerBound * rows.width..<range.upperBound * rows.width
    let binds = UnsafeMutableBufferPointer<MYSQL_BIND>.allocate(capacity: values.count)
    defer { binds.deallocate() }
    binds.initialize(repeating: MYSQL_BIND())
    let code = rows.bytes.withUnsafeBufferPointer { bytes in
      rows.values[values].withUnsafeBufferPointer { values in
        for (index, value) in values.enumerated() {
          Self.put(value, at: values.baseAddress, index, bytes, &binds[index])
        }
        return mysql_stmt_bind_param(handle, binds.baseAddress) != 0 ? 1 : mysql_stmt_execute(handle)
      }
    }
    guard code == 0 else { throw failure(wasSent: true) }
  }

  private static func put(
    _ value: PackedRows.Value, at start: UnsafePointer<PackedRows.Value>?, _ index: Int,
    _ bytes: UnsafeBufferPointer<UInt8>, _ bind: inout MYSQL_BIND
  ) {
    // The library only reads what is sent, though its type says otherwise.
    switch value.kind {
    case .null: bind.buffer_type = MYSQL_TYPE_NULL
    case .integer:
      bind.buffer_type = MYSQL_TYPE_LONGLONG
      let number = start.map {
        UnsafeRawPointer($0 + index) + (MemoryLayout<PackedRows.Value>.offset(of: \.number) ?? 0)
      }
      bind.buffer = UnsafeMutableRawPointer(mutating: number)
    case .text, .blob:
      bind.buffer_type = value.kind == .text ? MYSQL_TYPE_STRING : MYSQL_TYPE_BLOB
      bind.buffer = UnsafeMutableRawPointer(mutating: bytes.baseAddress.map { $0 + Int(value.number) })
      bind.buffer_length = UInt(value.count)
    }
  }

  /// Runs it with some values and takes all that it answers.
  func execute(_ arguments: [SQLValue]) throws(Failure) -> Answer {
    guard Int(mysql_stmt_param_count(handle)) == arguments.count else {
      throw Failure(
        UInt32(CR_INVALID_PARAMETER_NO), "\(arguments.count) arguments for another number of question marks")
    }
    let bound = BoundArguments(arguments)
    if !arguments.isEmpty, mysql_stmt_bind_param(handle, bound.binds.baseAddress) != 0 { throw failure(wasSent: false) }
    // What the values are held in must live until they are sent.
    let code = withExtendedLifetime(bound) { mysql_stmt_execute(handle) }
    guard code == 0 else { throw failure(wasSent: true) }
    guard mysql_stmt_field_count(handle) > 0 else {
      return Answer(changed: Int(truncatingIfNeeded: mysql_stmt_affected_rows(handle)))
    }
    defer { mysql_stmt_free_result(handle) }
    guard mysql_stmt_store_result(handle) == 0 else { throw failure(wasSent: true) }
    return try ResultRows(self).all()
  }

  func failure(wasSent: Bool) -> Failure {
    Failure(mysql_stmt_errno(handle), String(cString: mysql_stmt_error(handle)), wasSent: wasSent)
  }
}

/// A statement's values where the library finds them.
private final class BoundArguments {
  let binds: UnsafeMutableBufferPointer<MYSQL_BIND>
  private let room: UnsafeMutableRawBufferPointer

  init(_ arguments: [SQLValue]) {
    binds = .allocate(capacity: arguments.count)
    binds.initialize(repeating: MYSQL_BIND())
    // Numbers stand at whole multiples of their size.
    let sizes = arguments.map { (Self.size($0) + 7) & ~7 }
    room = .allocate(byteCount: max(8, sizes.reduce(0, +)), alignment: 8)
    var start = 0
    for (index, argument) in arguments.enumerated() {
      let place = UnsafeMutableRawBufferPointer(rebasing: room[start..<start + sizes[index]])
      Self.put(argument, into: place, &binds[index])
      start += sizes[index]
    }
  }

  deinit {
    binds.deallocate()
    room.deallocate()
  }

  private static func size(_ value: SQLValue) -> Int {
    switch value {
    case .null: 0
    case .integer: 8
    case .text(let text): text.utf8.count
    case .blob(let bytes): bytes.count
    }
  }

  private static func put(_ value: SQLValue, into place: UnsafeMutableRawBufferPointer, _ bind: inout MYSQL_BIND) {
    bind.buffer = place.baseAddress
    bind.buffer_length = UInt(size(value))
    switch value {
    case .null: bind.buffer_type = MYSQL_TYPE_NULL
    case .integer(let number):
      bind.buffer_type = MYSQL_TYPE_LONGLONG
      place.storeBytes(of: number, as: Int64.self)
    case .text(let text):
      bind.buffer_type = MYSQL_TYPE_STRING
      place.copyBytes(from: text.utf8)
    case .blob(let bytes):
      bind.buffer_type = MYSQL_TYPE_BLOB
      place.copyBytes(from: bytes)
    }
  }
}
