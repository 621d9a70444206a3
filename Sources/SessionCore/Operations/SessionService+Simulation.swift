extension SessionService {
  /// Whether the database was set up as a sample: its people are made up.
  public func isSample() throws -> Bool { try store.settings()[.sample] == 1 }

  /// Marks the database as a sample, which nothing takes back.
  public func markAsSample(by actor: Actor) throws {
    try store.transaction(.full) {
      guard try !isSample() else { return }
      try store.set([.sample: 1])
      try record(
        AuditRecord(at: clock.now(), actor: actor, action: .setPolicy, reason: "a sample database from now on"))
    }
  }

  /// Stops a simulation that must not be.
  ///
  /// - Parameter rule: what the operator has set.
  /// - Throws: ``SimulationRefused``; ``StoreError``.
  public func requireSimulation(_ rule: SimulationRule) throws {
    guard rule.allows(onSample: try isSample()) else { throw SimulationRefused(rule: rule) }
  }

  /// Whose failures a simulated attempt without a cookie counts towards: counters of its own, so that nobody real has to
  /// wait for what was simulated.
  private func simulatedSubjects(of login: String, from address: IPAddress?) throws -> ThrottleSubjects {
    let user = try Login.key(for: login).flatMap { try store.user(key: $0) }
    return ThrottleSubjects(
      login: login, shown: user?.login.text ?? Attempt.masked(login), user: user, device: nil, address: address,
      isSimulated: true, key: key)
  }

  /// The counter of simulated failures of a login from an address; nil when there were none.
  public func simulatedFailures(of login: String, from address: IPAddress?) throws -> Throttle? {
    try store.throttle(simulatedSubjects(of: login, from: address).account.subject)
  }

  /// Forgets the simulated failures of a login and of an address. Nothing real is touched, so it is no act.
  public func forgetSimulatedFailures(of login: String, from address: IPAddress?) throws {
    let subjects = try simulatedSubjects(of: login, from: address)
    try store.transaction(.normal) {
      for counter in subjects.counting { _ = try store.forgive(.subject(counter.subject)) }
    }
  }
}
