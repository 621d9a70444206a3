/// The machine of the measurements: the load, the web server, login.cgi and the database, all on a few cores, and so many
/// connections that ask again as soon as they are answered.
final class Bench {
  private let simulation = Simulation()
  private let figures: Figures
  private let engine: Figures.Engine
  private let kind: Site.Kind
  private let cores: Station
  private var answered = 0
  private static let seconds = 20.0

  /// - Throws: ``Figures/Missing``.
  init(_ kind: Site.Kind, _ figures: Figures) throws {
    self.kind = kind
    self.figures = figures
    engine = try figures[kind]
    cores = Station("cores", places: figures.cores, in: simulation)
  }

  /// Checks a second with so many workers.
  func checksPerSecond(workers count: Int) -> Double {
    let client = Station("the load", places: 1, in: simulation)
    let front = Station("web server", places: 1, in: simulation)
    let workers = Station("workers", places: count, in: simulation)
    let reading = engine.reading
    let waiting = kind == .sqlite ? 0 : max(0, reading.whole - reading.server - reading.program)
    func ask() {
      use(client, figures.client) { [self] in
        use(front, figures.front) { [self] in
          workers.enter { [self] in
            compute(engine.check + reading.server) { [self] in
              simulation.after(waiting / 1000) { [self] in
                workers.leave()
                answered += 1
                ask()
              }
            }
          }
        }
      }
    }
    return rate(of: ask, connections: figures.connections)
  }

  /// Logouts a second from so many connections: what adds to the audit log stands in one line.
  func logoutsPerSecond(connections: Int) -> Double {
    let logout = engine.logout
    let round = max(0, logout.whole - logout.server - logout.program - logout.commit) / max(1, logout.statements)
    var site = Site(kind: kind, cores: figures.cores, nodes: kind == .galera ? 3 : 1, nodeCores: figures.cores)
    (site.roundTrip, site.between) = (round / 1000, 0)
    let host = WebHost(0, of: site, in: simulation, cores: cores)
    let database: any Database =
      kind == .sqlite
      ? SQLiteFile(site, in: simulation) : Cluster(site, in: simulation, seed: 1, cores: cores)
    func ask() {
      database.write(logout, from: host) { [self] _ in
        answered += 1
        ask()
      }
    }
    return rate(of: ask, connections: connections)
  }

  private func rate(of ask: () -> Void, connections: Int) -> Double {
    answered = 0
    for _ in 0..<connections { ask() }
    simulation.run(until: simulation.now + Self.seconds)
    return Double(answered) / Self.seconds
  }

  private func compute(_ milliseconds: Double, then act: @escaping () -> Void) {
    cores.serve(milliseconds / 1000, slice: WebHost.slice, then: act)
  }

  /// A process that does one thing at a time.
  private func use(_ process: Station, _ milliseconds: Double, then act: @escaping () -> Void) {
    process.enter { [self] in
      compute(milliseconds) {
        process.leave()
        act()
      }
    }
  }
}
