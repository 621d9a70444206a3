import SessionCore

/// Draws when made-up sessions began, were seen last and ended, within what the policy allows at a moment.
struct SessionSpread {
  let policy: SessionPolicy
  let now: Timestamp
  /// Nothing may be older than this: what is forgotten by then, and what everybody's logging out has ended.
  let endedSince: Timestamp
  let liveSince: Timestamp
  /// The second in which all live sessions end; nil where each ends when it does.
  let end: Timestamp?

  init(
    policy: SessionPolicy, retention: Retention, notBefore: Timestamp, now: Timestamp,
    shape: PopulationShape = .everyday
  ) {
    self.policy = policy
    self.now = now
    liveSince = min(now, notBefore)
    endedSince = max(liveSince, now - min(retention.ended, .days(30)))
    // As late as the kind with the shortest idle time may end, so that there is time to watch it.
    let shortest = SessionKind.allCases.map { policy[$0].idle }.min() ?? .minutes(1)
    let latest = (now + shortest).milliseconds / 1000 * 1000
    end = shape == .oneSecond ? Timestamp(milliseconds: latest - 1000) : nil
  }

  /// A session that is live, and will be for some minutes.
  func live(of person: Int, _ random: inout SeededRandom) -> PlannedSession {
    let kind = Self.kind(random.below(100))
    let limits = policy[kind]
    if let end {
      return live(of: person, kind, until: end + Interval(milliseconds: Int64(random.below(1000))), &random)
    }
    // A simulated session has no more than minutes: it begins in the younger half of them.
    let share = kind == .simulated ? 0.5 : 0.9
    let age = random.short(min((now - liveSince).milliseconds, Self.part(share, of: limits.absolute)))
    let quiet = random.short(min(age, Self.part(0.8, of: limits.idle)))
    return PlannedSession(
      person: Int32(person), place: Self.place(&random), kind: kind, createdAt: now - Interval(milliseconds: age),
      lastSeenAt: now - Interval(milliseconds: quiet))
  }

  /// A session that ends at a moment, by not being used.
  private func live(of person: Int, _ kind: SessionKind, until end: Timestamp, _ random: inout SeededRandom)
    -> PlannedSession
  {
    let limits = policy[kind]
    let seen = end - limits.idle
    // Its absolute limit comes no earlier.
    let longest = min((seen - liveSince).milliseconds, limits.absolute.milliseconds - limits.idle.milliseconds)
    return PlannedSession(
      person: Int32(person), place: Self.place(&random), kind: kind,
      createdAt: seen - Interval(milliseconds: random.short(longest)), lastSeenAt: seen)
  }

  /// A session that ended, in the given way if its age allows it, else by its user's logging out.
  func ended(of person: Int, _ how: Ending.How, _ random: inout SeededRandom) -> PlannedEnding {
    let kind: SessionKind = random.chance(20) ? .remembered : .browser
    let limits = policy[kind]
    let age = Int64(Double((now - endedSince).milliseconds) * random.unit())
    let createdAt = now - Interval(milliseconds: age)
    let life = min(age, limits.absolute.milliseconds - 1)
    func plan(_ how: Ending.How, seen: Int64, end: Int64) -> PlannedEnding {
      let session = PlannedSession(
        person: Int32(person), place: Self.place(&random), kind: kind, createdAt: createdAt,
        lastSeenAt: createdAt + Interval(milliseconds: seen))
      return PlannedEnding(session: session, how: how, at: createdAt + Interval(milliseconds: end))
    }
    let idle = limits.idle.milliseconds
    switch how {
    case .idle where life > idle:
      // The last millisecond in which it lived: it can be ended only while it does.
      let seen = Int64(Double(life - idle) * random.unit())
      return plan(.idle, seen: seen, end: seen + idle - 1)
    case .absolute where age >= limits.absolute.milliseconds:
      return plan(.absolute, seen: life - random.short(min(life, idle / 2)), end: life)
    default:
      let end = Int64(Double(life) * random.unit())
      let isAge = how == .idle || how == .absolute
      return plan(isAge ? .logout : how, seen: end - random.short(min(end, idle / 2)), end: end)
    }
  }

  private static func kind(_ draw: Int) -> SessionKind {
    switch draw {
    case ..<78: .browser
    case ..<98: .remembered
    default: .simulated
    }
  }

  private static func place(_ random: inout SeededRandom) -> UInt8 {
    let part = random.unit()
    return UInt8(part * part * Double(Surroundings.places))
  }

  private static func part(_ share: Double, of length: Interval) -> Int64 {
    Int64(Double(length.milliseconds) * share)
  }
}
