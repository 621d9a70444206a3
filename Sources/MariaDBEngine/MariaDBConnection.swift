// What an engine does is documented where it is asked for: in SessionStore's Connection.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Glibc
import SessionCore
import SessionStore

/// A connection to a database on MariaDB, on a Galera cluster, or on a server that speaks MySQL's protocol. Belongs to one
/// thread; closes itself.
///
/// It outlives the connection to one host: when that is lost, what can be asked again is asked at the next host of the
/// address. So a read that stands alone, and a whole transaction, fail only when no host is left.
public final class MariaDBConnection: Connection {
  /// How a database is opened.
  public enum Mode: Sendable {
    /// For reading only: the server itself refuses to write.
    case readOnly
    /// For reading and writing.
    case readWrite
  }

  /// Where the database is.
  public let address: MariaDBAddress
  let mode: Mode
  let places: [Place]
  private let environment: @Sendable (String) -> String?

  /// The connection to one host, until it is lost.
  var session: Session?
  /// Which hosts could not be reached lately.
  var unreachable: HostMemory
  /// What is remembered of the hosts for those who watch.
  let memory: ServerMemory
  /// What runs now, and how it has failed.
  var scope = Scope.none
  var doom: Failure?
  /// The server's connection that was lost last, as long as it may still hold locks.
  var orphan: (host: Int, id: UInt)?
  /// What stops the read that runs now.
  var cancellation: ReadCancellation?
  var canceller: Canceller?

  /// When to see whether a host is back that comes before the one in use.
  var lookBackAt: Int64 = 0

  /// What statements are part of.
  enum Scope { case none, snapshot, transaction }

  /// Makes a connection and reaches a host.
  ///
  /// - Parameters:
  ///   - address: where the database is.
  ///   - mode: what it is opened for.
  ///   - environment: a variable's value, for the password; the process's own.
  /// - Throws: ``SessionCore/StoreError`` when no host can be reached or the account is not let in, and
  ///   ``SessionCore/KeyFileError`` when the password cannot be read.
  public init(
    _ address: MariaDBAddress, mode: Mode = .readWrite,
    environment: @escaping @Sendable (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) throws {
    self.address = address
    self.mode = mode
    self.environment = environment
    places = Place.all(of: address)
    unreachable = HostMemory()
    memory = ServerMemory(hosts: places.map(\.description))
    _ = try password()
    try perform { _ in }
  }

  /// The account's password as it is now: it may be changed while this connection lives.
  func password() throws -> String? { try address.password(environment: environment) }

  /// What stops reads of this connection.
  func newCanceller() -> Canceller { Canceller(address, places, environment) }

  /// MariaDB's until a server was reached, which every connection begins with.
  public internal(set) var dialect = Dialect.mariadb
  public var isWriting: Bool { scope == .transaction }

  @discardableResult
  public func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    try answer(to: sql, arguments, mayRepeat: false).changed
  }

  public func query(_ sql: String, _ arguments: [SQLValue], _ each: (any Row) throws -> Void) throws {
    let answer = try answer(to: sql, arguments, mayRepeat: true)
    for number in 0..<answer.count { try each(MariaDBRow(answer: answer, number: number)) }
  }

  // mayRepeat: whether it does no harm to do it again when it may have been done.
  private func answer(to sql: String, _ arguments: [SQLValue], mayRepeat: Bool) throws -> Answer {
    try checkCancellation()
    guard scope != .none else {
      return try perform(mayRepeat: mayRepeat) { session throws(Failure) in
        do throws(Failure) {
          return try session.execute(sql, arguments)
        } catch {
          throw mayRepeat ? error.ofNoLock : error
        }
      }
    }
    return try inside { session throws(Failure) in try session.execute(sql, arguments) }
  }

  public func hasTable(_ name: String) throws -> Bool {
    var found = false
    try query(
      "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?", [.text(name)]
    ) { _ in found = true }
    return found
  }

  public func error(_ kind: StoreError.Kind, _ detail: String) -> StoreError {
    StoreError(kind, database: address.name, detail: detail)
  }

  func error(_ failure: Failure) -> StoreError { error(failure.kind, failure.text) }
}
