import Console
import SQLiteEngine
import SessionCore
import SessionStore

/// Makes the databases of a demonstration: the sample people and a scene, as often as it is wanted. Touched on the main
/// thread alone.
final class DemoDatabase: @unchecked Sendable {
  private let directory: DemoDirectory
  /// Hashing takes a while, and each copy has the same people.
  private var credentials: [Credential] = []
  private var copies = 0

  init(in directory: DemoDirectory) { self.directory = directory }

  /// Makes a fresh database, and removes the one before it.
  ///
  /// - Returns: the options that name it.
  /// - Throws: ``SessionCore/StoreError``, ``CommandFailure``.
  func make(_ scene: DemoScene) throws -> DatabaseOptions {
    directory.empty()
    copies += 1
    let path = directory.file("demo-\(copies).db")
    let options = try DatabaseOptions.parse(["--database", path, "--config", "/dev/null"])
    let connection = try SQLiteConnection(path: path, mode: .create)
    try connection.enableWriteAheadLog()
    let keyPath = try options.keyPath()
    try KeyRing(ServerKey(random: .system)).write(toNewFile: keyPath)
    let store = SQLStore(connection)
    _ = try store.migrate()
    let service = SessionService(store: store, keys: try KeyRing(file: keyPath))
    try service.adoptKey()
    try service.markAsSample(by: .operator)
    try fill(service, scene)
    return options
  }

  private func fill(_ service: SessionService, _ scene: DemoScene) throws {
    let now = service.clock.now()
    if credentials.isEmpty {
      credentials = try SamplePeople.all.map {
        try HeldSignals.check()
        return try service.inventedCredential(Password($0.password))
      }
    }
    let people = try SamplePeople.all.enumerated().map { index, person in
      InventedUser(
        login: try Login(person.login), createdAt: now - .days(Int64(400 - 17 * index)), lastLoginAt: nil,
        lastLoginFrom: nil)
    }
    if let first = credentials.first {
      let users = try service.populate(users: people, first, by: .operator)
      for (user, credential) in zip(users, credentials) { try service.store.setCredential(credential, of: user) }
    }
    if scene.people > 0 { try populate(service, scene, at: now) }
    try service.arrange(scene.arrangements, by: .operator)
  }

  private func populate(_ service: SessionService, _ scene: DemoScene, at now: Timestamp) throws {
    let settings = try service.store.settings()
    let spread = SessionSpread(
      policy: try SessionPolicy(settings), retention: Retention(settings),
      notBefore: Timestamp(milliseconds: settings[.notBefore] ?? 0), now: now)
    let room = PopulationPlan.room(users: scene.people, under: try service.store.policy())
    let plan = PopulationPlan(
      users: scene.people, sessions: min(scene.sessions, room), seed: scene.seed, spread: spread)
    let run = try PopulationRun(
      service: service, plan: plan, credential: try service.inventedCredential(nil), actor: .operator)
    _ = try run.run(LoginMaker(seed: scene.seed) { try service.store.user(key: $0.key) != nil })
  }
}
