import SessionCore
import Synchronization

/// A site on one engine that a trace happens to. Its ids, secrets and moments come from the seed alone, so that two of them
/// answer alike, or an engine is not like the others.
public final class TraceRun {
  let name: String
  /// One for each node that can be asked.
  private let services: [SessionService]
  private let clock: TestClock
  /// What was given out, in its order.
  private(set) var tokens: [Token] = []

  static func user(_ number: Int) -> String { "user\(number)" }
  private static let networks = ["192.0.2.1", "192.0.2.9", "2001:db8::7", "198.51.100.3"]
  private static let clients = [
    "curl/8", "Mozilla/5.0 Firefox/140.0", "Mozilla/5.0 Chrome/140 Safari/537", "Ünbekannt",
  ]

  /// Makes a site on which nothing has happened yet but that four users were added.
  ///
  /// - Parameters:
  ///   - name: the engine's, for messages.
  ///   - stores: the same database, by one or more ways; its key is `key`.
  ///   - key: the site's.
  ///   - seed: where ids and secrets come from.
  /// - Throws: ``SessionCore/StoreError``.
  public init(_ name: String, _ stores: [any Store], key: ServerKey, seed: UInt64) throws {
    self.name = name
    let clock = TestClock()
    let random = Mutex(SplitMix(state: seed))
    let source = RandomSource { count in
      random.withLock { random in (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) } }
    }
    services = stores.map {
      SessionService(store: $0, keys: KeyRing(key), clock: clock.clock, random: source, hasher: .cheap)
    }
    self.clock = clock
    for number in 0..<4 { _ = try answer(to: .add(number), at: 0) }
  }

  var now: Timestamp { clock.now }

  /// The session of a token, live or not.
  func session(_ token: Int) throws -> Session? { try services[0].store.session(id: tokens[token].id) }

  /// Does one step at one of the nodes, and says all that came of it.
  func answer(to step: TraceStep, at node: Int) throws -> String {
    let service = services[node % services.count]
    do {
      return "\(try perform(step, service))"
    } catch let error as StoreError {
      throw error
    } catch {
      return "\(error)"
    }
  }

  private func perform(_ step: TraceStep, _ service: SessionService) throws -> Any {
    let by = TestDatabase.operator
    func id(_ user: Int) throws -> User.ID { try service.user(login: Self.user(user)).id }
    switch step {
    case .add(let user):
      return try service.addUser(Login(Self.user(user)), password: Password(TestDatabase.password), by: by)
    case .remove(let user): return try service.remove(service.user(login: Self.user(user)), by: by, reason: "gone")
    case .lock(let user): return try service.lock(id(user), by: by, reason: "away")
    case .unlock(let user): return try service.unlock(id(user), by: by, reason: "")
    case .giveCode(let user): return try service.giveCode(to: id(user), by: by)
    case .setMaximum(let user, let count): return try service.setMaximumSessions(count, of: id(user), by: by)
    case .logIn(let user, let address, let client, let remember, let replacing):
      let source = source(address, client)
      let (token, session) = try service.logIn(
        login: Self.user(user), password: TestDatabase.password, from: source,
        LoginWish(remember: remember, replacing: replacing.flatMap(token), carriesData: true))
      tokens.append(token)
      return session
    case .guess(let user, let address):
      return try service.logIn(login: Self.user(user), password: "a wrong password", from: source(address, 0))
    case .check(let number): return try token(number).flatMap { try service.check($0) } as Any
    case .logOut(let number): return try token(number).map { try service.logOut($0) } as Any
    case .keep(let number, let name, let value):
      guard let token = token(number) else { return "none" }
      try service.store.setData(of: token.id, name: "name \(name)", value: value)
      return try (0..<3).map { try service.store.data(of: token.id, name: "name \($0)") }
    case .changePassword(let number):
      guard let token = token(number) else { return "none" }
      let (new, session) = try service.changePassword(
        token, from: TestDatabase.password, to: Password(TestDatabase.password), source: source(0, 0))
      tokens.append(new)
      return session
    case .end(let number): return try token(number).map { try service.end(.one($0.id), by: by, reason: "lost") } as Any
    case .endUser(let user): return try service.end(.user(id(user)), by: by, reason: "all")
    case .endMatching(let text): return try service.end(.matching(SessionFilter(text: text)), by: by, reason: text)
    case .expire(let number): return try change(.expire, number, service)
    case .extend(let number): return try change(.extend, number, service)
    case .endEverybody: return try service.endEverybody(by: by, reason: "everybody")
    case .undo:
      guard let act = try service.undoableActs().first else { return "nothing" }
      return try service.undo(act.id, by: by)
    case .forgive(let user): return try service.forgive(user.map { .user(try id($0)) } ?? .all, by: by, reason: "")
    case .wait(let length): clock.advance(length)
    case .sweep: return try service.sweep(by: by)
    case .list, .listUsers, .listAttempts, .listAudit, .overview, .verify: return try look(step, service)
    }
    return "done"
  }

  private func look(_ step: TraceStep, _ service: SessionService) throws -> Any {
    switch step {
    case .list(let text, let sort, let descending, let limit):
      let query = SessionQuery(filter: try SessionFilter(text: text), sort: sort, descending: descending)
      var rows: [Session] = []
      while rows.count < 200 {
        let page = try service.store.sessions(
          query, from: rows.last.map(query.position), .after, limit: limit, at: clock.now)
        rows += page
        if page.count < limit { break }
      }
      return (rows, try service.store.countSessions(.matching(query.filter), at: clock.now))
    case .listUsers(let text, let sort, let descending):
      let query = UserQuery(filter: try UserFilter(text: text), sort: sort, descending: descending)
      return try service.store.users(query, from: nil, .after, limit: 3, at: clock.now)
    case .listAttempts(let text):
      let rows = try service.store.attempts(
        AttemptFilter(text: text), before: nil, limit: 20, at: clock.now)
      // By their order and not by their numbers, which a cluster gives out with gaps.
      return (rows.map(\.attempt), try service.store.throttles(waiting: false, limit: 20, at: clock.now))
    case .listAudit(let text):
      return try service.store.audit(
        AuditQuery(filter: AuditFilter(text: text)), from: nil, .after, limit: 20, at: clock.now)
    case .overview: return try service.overview(.day)
    default:
      let (entries, last, fault) = try service.verifyAudit()
      return (entries, last, fault)
    }
  }

  private func change(_ act: SessionAct, _ number: Int, _ service: SessionService) throws -> Any {
    guard let token = token(number), let session = try service.store.session(id: token.id) else { return "none" }
    return try service.perform(
      act, on: .listed([SessionLook(session, at: clock.now)]), by: TestDatabase.operator, reason: "")
  }

  private func token(_ number: Int) -> Token? { tokens.indices.contains(number) ? tokens[number] : nil }

  private func source(_ address: Int, _ client: Int) -> LoginSource {
    LoginSource(address: IPAddress(text: Self.networks[address]), userAgent: Self.clients[client])
  }
}
