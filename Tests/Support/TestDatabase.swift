import MariaDBEngine
import SQLiteEngine
import SessionCore
import SessionStore
import Synchronization

/// A clock that stands until a test moves it.
public final class TestClock: Sendable {
  private let milliseconds: Mutex<Int64>
  /// What must not go as long as somebody asks for the time.
  private let kept: (any Sendable)?

  /// Starts at a given moment, by default in 2026.
  public init(milliseconds: Int64 = 1_795_000_000_000, keeping kept: (any Sendable)? = nil) {
    self.milliseconds = Mutex(milliseconds)
    self.kept = kept
  }

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

/// A database that is set up, with a directory of its own.
public struct TestDatabase {
  /// Where its files are.
  public let directory: TemporaryDirectory
  /// Which kind it is.
  public let engine: TestEngine
  /// Where it is.
  public let address: DatabaseAddress
  /// What `--database` takes: an SQLite database's path, or the address on the server.
  public var path: String { address.text }
  /// Its clock.
  public let clock: TestClock
  /// Its key.
  public let key: ServerKey
  /// The operations over it.
  public let service: SessionService
  /// The store under them.
  public var store: any Store { service.store }

  /// Makes and sets up a new database.
  ///
  /// - Parameters:
  ///   - engine: on what; a test that is about a file says SQLite.
  ///   - hasher: how passwords are hashed.
  ///   - key: the site's; a new one for each, unless a test says which.
  /// - Throws: what making and setting up throws.
  public init(
    _ engine: TestEngine = .chosen, hasher: PasswordHasher = .cheap, key: ServerKey = ServerKey(random: .system)
  ) throws {
    self.engine = engine
    self.key = key
    directory = try TemporaryDirectory()
    let store: SQLStore
    switch engine {
    case .sqlite:
      let path = directory.file("rollcall.db")
      address = .sqlite(path)
      clock = TestClock()
      let connection = try SQLiteConnection(path: path, mode: .create)
      try connection.enableWriteAheadLog()
      store = SQLStore(connection)
      _ = try store.migrate()
    case .mariadb:
      let database = try MariaDBDatabase()
      address = .mariadb(database.address)
      // Whoever uses the database, whichever way they came to it, has the clock: the next test gets it after them.
      clock = TestClock(keeping: database)
      store = SQLStore(try MariaDBConnection(database.address))
    }
    var service = SessionService(store: store, keys: KeyRing(key), clock: clock.clock, hasher: hasher)
    // However fast the machine is, a test knows how many there are to a batch.
    service.pace = BatchPace(steady: 500)
    self.service = service
    try service.adoptKey()
  }

  /// A second connection to the same database, as another program has.
  public func anotherConnection(_ mode: SQLiteConnection.Mode = .readWrite) throws -> any Connection {
    switch address {
    case .sqlite(let path): try SQLiteConnection(path: path, mode: mode)
    case .mariadb(let address): try MariaDBConnection(address, mode: mode == .readOnly ? .readOnly : .readWrite)
    }
  }

  /// A store over a second connection.
  public func anotherStore(_ mode: SQLiteConnection.Mode = .readWrite) throws -> SQLStore {
    SQLStore(try anotherConnection(mode))
  }

  /// The same operations over a second connection.
  public func anotherService() throws -> SessionService {
    var other = SessionService(
      store: try anotherStore(), keys: KeyRing(key), clock: clock.clock, hasher: service.hasher)
    other.pace = service.pace
    return other
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
