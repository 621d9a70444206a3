import SessionCore
import SessionStore

/// Makes the rows of a plan, batch by batch: people first, then what has ended, then what goes on. It asks no database,
/// and is used by one thread at a time.
final class PopulationRows: @unchecked Sendable {
  /// Some rows, and what goes with them.
  struct Batch: Sendable {
    var rows: [PackedRows]
    /// How many things of the plan they are.
    var count: Int
    var attempts = 0
    /// Tokens, if they are wanted, with their users' logins.
    var tokens: [(login: String, token: Token)] = []
  }

  /// What is known of the database that the rows are for.
  struct Place: Sendable {
    let firstUser: User.ID
    /// The numbers of ``Surroundings/clients``.
    let clients: [Int64]
    let attemptsKeptSince: Timestamp
    let credential: Credential
    let actor: Actor
    let inventor: SessionInventor
  }

  private let plan: PopulationPlan
  private let place: Place
  private let surroundings: Surroundings
  private let keepsTokens: Bool
  private let scheme: String
  private var logins: LoginMaker?
  private var attempts: InventedAttempts
  private var people = People()
  private let locked: Set<Int>
  private var done = (users: 0, ended: 0, live: 0)

  /// Rows a batch.
  static let batch = 5000

  init(
    plan: PopulationPlan, place: Place, surroundings: Surroundings, logins: LoginMaker, keepsTokens: Bool
  ) {
    self.plan = plan
    self.place = place
    self.surroundings = surroundings
    self.logins = logins
    self.keepsTokens = keepsTokens
    scheme = place.credential.scheme
    locked = Set(plan.locked)
    attempts = InventedAttempts(plan: plan, surroundings: surroundings)
    people.ids.reserveCapacity(plan.users)
    people.logins.reserveCapacity(plan.users)
  }

  /// The next rows; nil after the last.
  func next() throws -> Batch? {
    func range(_ done: inout Int, of count: Int) -> Range<Int> {
      defer { done = min(count, done + Self.batch) }
      return done..<min(count, done + Self.batch)
    }
    if done.users < plan.users { return try users(range(&done.users, of: plan.users)) }
    // Which names are taken is not asked any more.
    logins = nil
    if done.ended < plan.ended.count { return ended(range(&done.ended, of: plan.ended.count)) }
    if done.live < plan.live.count { return live(range(&done.live, of: plan.live.count)) }
    return nil
  }

  private func users(_ range: Range<Int>) throws -> Batch {
    var (users, credentials) = (PackedRows.users(), PackedRows.credentials())
    users.reserve(range.count, bytes: 64)
    credentials.reserve(range.count, bytes: 128)
    for person in range {
      guard let login = try logins?.next() else { break }
      let id = User.ID(rawValue: place.firstUser.rawValue + Int64(person))
      let last = plan.lastLogins[person]
      users.add(
        User(
          id: id, login: login, state: locked.contains(person) ? .locked : .active, notBefore: .distantPast,
          createdAt: plan.made(person), lastLoginAt: last?.at,
          lastLoginFrom: last.flatMap { surroundings.address(of: person, place: Int($0.place)) },
          maximumSessions: plan.exempt?.person == person ? plan.exempt?.sessions : nil, version: 1))
      credentials.add(place.credential, scheme: scheme, of: id)
      people.ids.append(id)
      people.logins.append(login.text)
    }
    return Batch(rows: [users, credentials], count: range.count)
  }

  private func ended(_ range: Range<Int>) -> Batch {
    var rows = PackedRows.endedSessions()
    rows.reserve(range.count, bytes: 192)
    for planned in plan.ended[range] {
      let ending = planned.ending(people, by: place.actor)
      _ = add(planned.session, ending: ending, to: &rows)
    }
    return Batch(rows: [rows], count: range.count)
  }

  private func live(_ range: Range<Int>) -> Batch {
    let planned = plan.live[range]
    var rows = PackedRows.sessions()
    rows.reserve(range.count, bytes: 128)
    var batch = Batch(rows: [], count: range.count)
    for session in planned {
      let token = add(session, ending: nil, to: &rows)
      if keepsTokens { batch.tokens.append((people.logins[Int(session.person)], token)) }
    }
    var tried = PackedRows.attempts()
    for (attempt, client) in attempts.next(planned, people, keptSince: place.attemptsKeptSince) {
      tried.add(attempt, client: place.clients[client])
    }
    batch.rows = [rows, tried]
    batch.attempts = tried.count
    return batch
  }

  private func add(_ planned: PlannedSession, ending: Ending?, to rows: inout PackedRows) -> Token {
    let (person, number) = (Int(planned.person), Int(planned.place))
    let (token, session) = place.inventor.session(
      InventedSession(
        user: people.ids[person], kind: planned.kind, createdAt: planned.createdAt, lastSeenAt: planned.lastSeenAt,
        address: surroundings.address(of: person, place: number), userAgent: ""))
    let client = surroundings.clientNumber(of: person, place: number)
    rows.add(session, client: place.clients[client], ending: ending)
    return token
  }
}
