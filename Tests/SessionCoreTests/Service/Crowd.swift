import SessionCore
import SessionStore
import Support

/// Many who log in at once, each over a connection of their own, as processes have.
struct Crowd {
  enum Outcome { case loggedIn, refused, delayed, tooMany }

  let address: DatabaseAddress
  let key: ServerKey
  let clock: Clock

  init(_ database: TestDatabase) { (address, key, clock) = (database.address, database.key, database.clock.clock) }

  /// How many logins came to what.
  func logIn(_ login: String, _ password: String, times: Int, from address: String = "203.0.113.7") async throws
    -> [Outcome: Int]
  {
    try await run(times: times) { service in
      do {
        let source = LoginSource(address: IPAddress(text: address), userAgent: "curl/8")
        _ = try service.logIn(login: login, password: password, from: source)
        return .loggedIn
      } catch is LoginRefused {
        return .refused
      } catch is LoginDelayed {
        return .delayed
      } catch is TooManySessions {
        return .tooMany
      }
    }
  }

  /// How many came to what, each over a connection of its own.
  func run(times: Int, _ body: @escaping @Sendable (SessionService) throws -> Outcome) async throws -> [Outcome: Int] {
    let threads = 20
    return try await withThrowingTaskGroup(of: [Outcome].self) { group in
      for _ in 0..<threads {
        group.addTask {
          try await inThread {
            let service = SessionService(
              store: SQLStore(try address.connection()), keys: KeyRing(key), clock: clock, hasher: .cheap)
            return try (0..<times / threads).map { _ in try body(service) }
          }
        }
      }
      return try await group.reduce(into: [:]) { counts, outcomes in
        for outcome in outcomes { counts[outcome, default: 0] += 1 }
      }
    }
  }
}
