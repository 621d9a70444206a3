import CMariaDB
import SessionCore
import SessionStore

/// One connection to one host, from its handshake to its loss. What was set and prepared on it is gone with it.
final class Session {
  let handle: UnsafeMutablePointer<MYSQL>
  /// Which host it is.
  let host: Int
  /// The server's number of it.
  let id: UInt
  /// Whether the server is MariaDB; otherwise it is MySQL, or something like that.
  let isMariaDB: Bool

  /// How long an answer may take, in milliseconds, less what clocks may differ.
  private let readTimeout: Int64
  private var statements: [String: PreparedStatement] = [:]
  /// The statements in the order in which they were prepared.
  private var order: [String] = []
  private static let statementLimit = 96

  /// Connects, and agrees on everything that this engine takes for granted.
  init(_ place: Place, host: Int, _ address: MariaDBAddress, password: String?, mode: MariaDBConnection.Mode)
    throws(Failure)
  {
    handle = try Self.connected(place, address, password: password)
    self.host = host
    id = UInt(mysql_thread_id(handle))
    readTimeout = Int64(address.readTimeout) * 1000 - 100
    isMariaDB = mariadb_connection(handle) != 0
    try agree(mode, lockWait: max(0, min(5, address.readTimeout - 2)))
  }

  deinit {
    // First the connection: then no statement tells the server that it goes.
    mysql_close(handle)
  }

  /// Runs a statement with values.
  func execute(_ sql: String, _ arguments: [SQLValue]) throws(Failure) -> Answer {
    try timed { () throws(Failure) in try executed(sql, arguments) }
  }

  /// Runs a statement with the values of some rows.
  func execute(_ sql: String, _ rows: PackedRows, _ range: Range<Int>) throws(Failure) {
    _ = try timed { () throws(Failure) in
      do throws(Failure) {
        try prepared(sql).execute(rows, range)
      } catch {
        guard ServerCode.prepareAgain.contains(error.code) else { throw error }
        forget(sql)
        try prepared(sql).execute(rows, range)
      }
      return Answer(changed: range.count)
    }
  }

  /// Notes of a failure whether nothing came for as long as an answer may take: the library does not say.
  private func timed(_ work: () throws(Failure) -> Answer) throws(Failure) -> Answer {
    let began = Monotonic.milliseconds
    do throws(Failure) {
      return try work()
    } catch {
      var failure = error
      failure.wasSilent = Monotonic.milliseconds - began >= readTimeout
      throw failure
    }
  }

  private func executed(_ sql: String, _ arguments: [SQLValue]) throws(Failure) -> Answer {
    var tries = 0
    while true {
      tries += 1
      do throws(Failure) {
        return try prepared(sql).execute(arguments)
      } catch {
        // A table was changed since the statement was prepared, again and again while the server itself tried.
        if ServerCode.prepareAgain.contains(error.code), tries < 4 {
          forget(sql)
        } else if error.code == ServerCode.tooManyStatements, !statements.isEmpty {
          forgetAll()
        } else if error.code == ServerCode.notPreparable, arguments.isEmpty {
          return try sent(sql)
        } else {
          throw error
        }
      }
    }
  }

  /// Runs a statement that needs no values and answers no rows.
  @discardableResult
  func command(_ sql: String) throws(Failure) -> Answer {
    try timed { () throws(Failure) in try sent(sql) }
  }

  private func sent(_ sql: String) throws(Failure) -> Answer {
    guard mysql_real_query(handle, sql, UInt(sql.utf8.count)) == 0 else { throw failure(wasSent: true) }
    // Its rows, if there are any, have to be taken all the same.
    mysql_free_result(mysql_store_result(handle))
    return Answer(changed: Int(truncatingIfNeeded: mysql_affected_rows(handle)))
  }

  /// Begins a transaction.
  func begin(_ sql: String) throws(Failure) {
    do throws(Failure) { try command(sql) } catch { throw error.ofNoLock }
  }

  func failure(wasSent: Bool) -> Failure { Self.failure(handle, wasSent: wasSent) }

  static func failure(_ handle: UnsafeMutablePointer<MYSQL>, wasSent: Bool) -> Failure {
    Failure(mysql_errno(handle), String(cString: mysql_error(handle)), wasSent: wasSent)
  }

  private func prepared(_ sql: String) throws(Failure) -> PreparedStatement {
    if let known = statements[sql] { return known }
    let statement = try PreparedStatement(sql, on: handle)
    // Filters come in any shape: what was prepared first is let go.
    if order.count >= Self.statementLimit { statements[order.removeFirst()] = nil }
    statements[sql] = statement
    order.append(sql)
    return statement
  }

  private func forget(_ sql: String) {
    statements[sql] = nil
    order.removeAll { $0 == sql }
  }

  private func forgetAll() {
    statements = [:]
    order = []
  }
}
