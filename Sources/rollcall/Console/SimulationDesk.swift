import Console
import Dispatch
import SessionCore
import Synchronization

/// What the console simulates: visitors step by step, and a crowd. On a connection and a queue of its own, so that no list
/// waits for login.cgi.
final class SimulationDesk: @unchecked Sendable {
  private let queue = DispatchQueue(label: "rollcall.simulation", qos: .userInitiated)
  // Touched on the queue alone.
  private let simulator: LoginSimulator
  private let environment: [String: String]
  private let accounts: String?
  private let people: CrowdPeople
  private let crowd = Mutex<StandingCrowd?>(nil)
  private let children = ChildProcesses()

  /// How long login.cgi may take to answer once the console is left.
  private static let patience = DispatchTimeInterval.seconds(1)

  /// Takes what the operator has set.
  ///
  /// - Parameters:
  ///   - options: which database.
  ///   - setting: who a crowd is made of.
  ///   - readOnly: whether nothing may be changed, and so nothing be simulated.
  /// - Throws: ``SessionCore/StoreError``, ``CommandFailure`` when the database cannot be used.
  init(_ options: DatabaseOptions, _ setting: SimulationSetting, readOnly: Bool) throws {
    environment = try options.environmentForChildren()
    accounts = try options.configuration()[.sampleAccounts]
    people = setting.people
    simulator = LoginSimulator(
      environment: environment, service: try options.service(readOnly: readOnly), actor: .operator,
      among: children)
  }

  /// Runs an effect, if it is of this desk, and posts what came of it; then calls `done`.
  ///
  /// - Returns: whether it is.
  func takes(
    _ effect: Effect, post: @escaping @Sendable (Event) -> Void, done: @escaping @Sendable () -> Void
  ) -> Bool {
    func run(_ work: @escaping @Sendable () throws -> Event?) {
      queue.async {
        do { if let event = try work() { post(event) } } catch { post(.refused(Self.phrase(error))) }
        done()
      }
    }
    switch effect {
    case .simulate(let request): run { [self] in .simulated(try simulator.run(request)) }
    case .startCrowd(let wish):
      run { [self] in
        start(wish, post)
        return nil
      }
    case .stopCrowd:
      run { [self] in
        crowd.withLock { $0 }?.stop()
        return nil
      }
    case .saveWalkthrough(let text, let path):
      run {
        let file = try PrivateFile(newAt: path)
        try file.write(text)
        try file.flush()
        return .walkthroughSaved(path)
      }
    default: return false
    }
    return true
  }

  /// Lets the requests under way be answered, but a login.cgi that takes too long is ended: the crowd and the step in hand
  /// go with the console.
  func stop() {
    let deadline = DispatchTime.now() + Self.patience
    let crowd = crowd.withLock { $0 }
    crowd?.stop()
    crowd?.wait(until: deadline)
    let step = DispatchGroup()
    queue.async(group: step) {}
    _ = step.wait(timeout: deadline)
    children.stop()
    queue.sync {}
    crowd?.wait(until: .now() + Self.patience)
  }

  private func start(_ wish: CrowdWish, _ post: @escaping @Sendable (Event) -> Void) {
    do {
      // Whoever cannot be asked is not asked forty times.
      try SimulatedBrowser.program(environment)
      let people = try accounts(for: wish)
      let crowd = StandingCrowd(
        wish, of: people, environment: environment,
        claim: SimulatorClaim(simulator.actor, key: simulator.service.key), among: children)
      self.crowd.withLock { $0 = crowd }
      crowd.start(
        report: { post(.crowd($0)) }, left: { post(.crowdLeft($0, because: nil)) })
    } catch {
      post(.crowdLeft(CrowdReport(), because: Self.phrase(error)))
    }
  }

  private func accounts(for wish: CrowdWish) throws -> [Crowd.Account] {
    switch people {
    case .file: return try CrowdAccounts.read(accounts ?? "", limit: wish.visitors)
    case .samples:
      return try SamplePeople.present(in: simulator.service).map {
        Crowd.Account(login: $0.login, password: $0.password)
      }
    case .users: return try CrowdAccounts.users(simulator.service, password: wish.password, limit: wish.visitors)
    case .one: return [Crowd.Account(login: wish.login, password: wish.password)]
    }
  }

  private static func phrase(_ error: any Error) -> Phrase {
    CommandFailure(error)?.phrase ?? Phrase("It could not be done.", "无法完成。")
  }
}

extension SimulationSetting {
  /// What is settled about a database.
  ///
  /// - Throws: ``SessionCore/StoreError``, ``SessionCore/ConfigurationError``.
  init(_ options: DatabaseOptions, _ service: SessionService) throws {
    self.init()
    let configuration = try options.configuration()
    refusal = try options.simulationRefusal(service)
    if let path = configuration[.sampleAccounts] {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let count = (try? CrowdAccounts.read(path, limit: CrowdWish.visitorsRange.upperBound))?.count ?? 0
      people = .file(name, count)
    } else if let account = configuration[.demo] {
      let isKnown = SamplePeople.all.contains { "\($0.login):\($0.password)" == account }
      let present = isKnown ? try SamplePeople.present(in: service).count : 0
      people = present > 1 ? .samples(present) : try !isKnown && service.isSample() ? .users : .one
    }
  }
}

extension SamplePeople {
  /// Those of them who are users of a database.
  ///
  /// - Throws: ``SessionCore/StoreError``.
  static func present(in service: SessionService) throws -> [(login: String, password: String)] {
    try all.filter { person in try Login.key(for: person.login).flatMap { try service.store.user(key: $0) } != nil }
  }
}
