/// One run of the model: a site under a load, for some seconds of its life.
final class Run {
  let simulation = Simulation()
  let site: Site
  let load: Load
  let engine: Figures.Engine
  let hash: Double
  /// What the web server takes for a request, in milliseconds.
  let front: Double
  let hosts: [WebHost]
  let database: any Database
  var chance: Chance
  var outcome = Outcome()
  private var turn = 0

  /// - Throws: ``Figures/Missing``.
  init(_ site: Site, _ load: Load, _ figures: Figures, seed: UInt64 = 1) throws {
    self.site = site
    self.load = load
    engine = try figures[site.kind]
    hash = figures.hash / 1000
    front = figures.front
    chance = Chance(seed: seed)
    let simulation = simulation
    hosts = (0..<site.webHosts).map { WebHost($0, of: site, in: simulation) }
    database =
      site.kind == .sqlite ? SQLiteFile(site, in: simulation) : Cluster(site, in: simulation, seed: seed &+ 1)
  }

  /// Everything that a request may have to wait for.
  private var stations: [Station] { hosts.flatMap { [$0.cores, $0.workers, $0.gate] } + database.stations }

  /// Lets visitors come.
  ///
  /// - Parameters:
  ///   - warmUp: seconds that are not counted.
  ///   - length: seconds that are.
  ///   - rest: seconds after that, without new visitors.
  /// - Returns: what came of it.
  func go(warmUp: Double = 3, for length: Double, rest: Double = 0) -> Outcome {
    arrive(until: warmUp + length)
    simulation.run(until: warmUp)
    outcome = Outcome()
    let before = stations.map(\.used)
    let conflicts = (database as? Cluster)?.conflicts ?? 0
    simulation.run(until: warmUp + length)
    for (station, used) in zip(stations, before) {
      let share = (station.used - used) / length / Double(station.places)
      outcome.use[station.name] = max(outcome.use[station.name] ?? 0, share)
    }
    outcome.conflicts = ((database as? Cluster)?.conflicts ?? 0) - conflicts
    simulation.run(until: warmUp + length + rest)
    return outcome
  }

  private func arrive(until end: Double) {
    simulation.after(chance.exponential(mean: 1 / load.rate)) { [self] in
      guard simulation.now < end else { return }
      start(nextKind())
      arrive(until: end)
    }
  }

  private func nextKind() -> Request.Kind {
    var point = chance.next() * load.rate
    for (kind, rate) in [
      (Request.Kind.check, load.checkRate), (.form, load.formRate), (.login, load.loginRate),
      (.refusal, load.loginRate * load.wrong),
    ] {
      point -= rate
      if point < 0 { return kind }
    }
    return .logout
  }

  /// Gives a request to the next web host. A balancer knows for some seconds nothing of one that is gone.
  private func start(_ kind: Request.Kind) {
    for _ in hosts {
      turn = (turn + 1) % hosts.count
      let host = hosts[turn]
      if !host.isUp, host.isKnownGone { continue }
      guard host.isUp else {
        outcome.lost += 1
        return
      }
      return Request(kind, in: self, at: host).go()
    }
  }

  /// Kills a web host. What it was doing is lost.
  func kill(host number: Int) {
    hosts[number].isUp = false
    simulation.after(site.healthCheck) { self.hosts[number].isKnownGone = true }
  }
}
