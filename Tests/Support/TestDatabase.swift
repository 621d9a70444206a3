import SQLiteEngine
import SessionCore
import SessionStore
import Synchronization

/// A clock that stands until a test moves it.
public final class TestClock: Sendable {
  private let milliseconds: Mutex<Int64>

  /// Starts at a given moment, by default in 2026.
  public init(milliseconds: Int64 = 1_795_000_000_000) { self.milliseconds = Mutex(milliseconds) }

  /// The moment it shows.
  public var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

  /// Moves on.
  public func advance(_ interval: Interval) { milliseconds.withLock { $0 += interval.milliseconds } }

  /// As the core takes it.
  public var clock: Clock { Clock { self.now } }
}

extension PasswordHasher {
  /// The cheapest that libsodium allows, for tests of other things than hashing.
  public static let cheap = PasswordHasher(passes: 1, memory: 8192)
}

/// A database that is set up, in a directory of its own.
public struct TestDatabase {
  /// Where its files are.
  public let directory: TemporaryDirectory
  /// Its path.
  public var path: String { directory.file("rollcall.db") }
  /// Its clock.
  public let clock: TestClock
  /// Its key.
  public let key = ServerKey(random: .system)
  /// The operations over it.
  public let service: SessionService
  /// The store under them.
  public var store: any Store { service.store }

  /// Makes and sets up a new database.
  public init(hasher: PasswordHasher = .cheap) throws {
    directory = try TemporaryDirectory()
    clock = TestClock()
    let connection = try SQLiteConnection(path: directory.file("rollcall.db"), mode: .create)
    try connection.enableWriteAheadLog()
    let store = SQLStore(connection)
    _ = try store.migrate()
    service = SessionService(store: store, keys: KeyRing(key), clock: clock.clock, hasher: hasher)
    try service.adoptKey()
  }

  /// A second connection to the same database, as another program has.
  public func anotherStore(_ mode: SQLiteConnection.Mode = .readWrite) throws -> SQLStore {
    SQLStore(try SQLiteConnection(path: path, mode: mode))
  }

  /// The same operations over a second connection.
  public func anotherService() throws -> SessionService {
    SessionService(store: try anotherStore(), keys: KeyRing(key), clock: clock.clock, hasher: service.hasher)
  }

  /// Adds a user with the password that ``logIn(_:from:)`` uses.
  @discardableResult
  public func addUser(_ login: String) throws -> User.ID {
    try service.addUser(try Login(login), password: try Password(Self.password), by: Self.operator)
  }

  /// Takes a user over whose password was kept in clear.
  ///
  /// - Returns: whether there was none with this login.
  @discardableResult
  public func importUser(_ login: String, password: String) throws -> Bool {
    let hash = try PasswordImporter(service).hash(.clear(try Password(password)))
    let user = ImportedUser(login: try Login(login), hash: hash, reason: "line 1")
    guard case .imported? = try service.importUsers([user], by: Self.operator).first else { return false }
    return true
  }

  /// Logs a user in.
  @discardableResult
  public func logIn(_ login: String, from address: String = "203.0.113.7", simulated: Bool = false) throws
    -> (token: Token, session: Session)
  {
    let (token, session) = try service.logIn(
      login: login, password: Self.password,
      from: LoginSource(
        address: IPAddress(text: address), userAgent: "curl/8", simulatedBy: simulated ? Self.operator : nil))
    return (token, session)
  }

  /// The password of every user of a test.
  public static let password = "correct horse battery staple"
  /// Who acts in tests.
  public static let `operator` = Actor(name: "lin", terminal: "pts/3", address: "198.51.100.4")
}
