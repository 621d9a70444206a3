import SessionCore

/// Who has which sessions and since when: all that is decided before the first row is written.
struct PopulationPlan {
  let users: Int
  let seed: UInt64
  let now: Timestamp
  /// Live sessions, the oldest first: so most of the database's indexes grow at their end.
  let live: [PlannedSession]
  /// Sessions that have ended.
  let ended: [PlannedEnding]
  /// People who are locked, and have no live session.
  let locked: [Int]
  /// Where and since when each person was last logged in; none for never.
  let lastLogins: [(at: Timestamp, place: UInt8)?]
  /// Who may have more sessions than the policy says, and how many.
  let exempt: (person: Int, sessions: Int)?
  private let firstMade: Timestamp
  private let madeDuring: Int64

  /// The most users and sessions of one run.
  static let maximumUsers = 1_000_000
  static let maximumSessions = 10_000_000

  /// How many sessions so many users may have at once.
  static func room(users: Int, _ shape: PopulationShape = .everyday, under policy: SessionPolicy) -> Int {
    shape == .oneUser ? maximumSessions : (users - lockedCount(users)) * policy.maximumSessions
  }

  private static func lockedCount(_ users: Int) -> Int { users / 50 }

  init(
    users: Int, sessions: Int, seed: UInt64, spread: SessionSpread, shape: PopulationShape = .everyday
  ) {
    var random = SeededRandom(seed: seed, stream: 2)
    let now = spread.now
    var mayHaveSome = [Bool](repeating: true, count: users)
    while mayHaveSome.count(where: { !$0 }) < Self.lockedCount(users) { mayHaveSome[random.below(users)] = false }
    let locked = mayHaveSome.indices.filter { !mayHaveSome[$0] }
    var counts: [Int]
    if shape == .oneUser, let one = mayHaveSome.firstIndex(of: true) {
      mayHaveSome[one] = false
      let room = (users - locked.count - 1) * spread.policy.maximumSessions
      let most = sessions - min(sessions / 10, room)
      counts = SessionShares.divide(
        sessions - most, among: mayHaveSome, maximum: spread.policy.maximumSessions, &random)
      counts[one] = most
      exempt = most > spread.policy.maximumSessions ? (one, most) : nil
    } else {
      counts = SessionShares.divide(
        sessions, among: mayHaveSome, maximum: spread.policy.maximumSessions, &random)
      exempt = nil
    }

    var last = [(at: Timestamp, place: UInt8)?](repeating: nil, count: users)
    func note(_ session: PlannedSession) {
      let person = Int(session.person)
      if let known = last[person], known.at >= session.createdAt { return }
      last[person] = (session.createdAt, session.place)
    }
    var live: [PlannedSession] = []
    live.reserveCapacity(sessions)
    for (person, count) in counts.enumerated() {
      for _ in 0..<count { live.append(spread.live(of: person, &random)) }
    }
    live.sort { $0.createdAt < $1.createdAt }
    live.forEach(note)

    var ended = locked.map { spread.ended(of: $0, .locked, &random) }
    for _ in 0..<(users == 0 ? 0 : sessions / 20) {
      let how = Self.how(random.below(100))
      ended.append(spread.ended(of: random.below(users), how, &random))
    }
    // A moment ago everybody was logged out: there is no time in which a session could have ended.
    if now - spread.endedSince < .minutes(5) { ended = [] }
    ended.sort { $0.session.createdAt < $1.session.createdAt }
    for ending in ended { note(ending.session) }

    self.users = users
    self.seed = seed
    self.now = now
    self.live = live
    self.ended = ended
    self.locked = locked
    lastLogins = last
    let longest = max(.days(30), SessionKind.allCases.map { spread.policy[$0].absolute }.max() ?? .days(30))
    madeDuring = Interval.days(3 * 365).milliseconds
    firstMade = now - longest - Interval(milliseconds: madeDuring)
  }

  /// When a person's account was made: before all of their sessions, and after the one before them in the list.
  func made(_ person: Int) -> Timestamp {
    let part = Double(person) / Double(max(1, users))
    return firstMade + Interval(milliseconds: Int64(Double(madeDuring) * (1 - (1 - part) * (1 - part))))
  }

  private static func how(_ draw: Int) -> Ending.How {
    switch draw {
    case ..<45: .idle
    case ..<82: .logout
    case ..<92: .absolute
    case ..<97: .administrator
    default: .owner
    }
  }
}
